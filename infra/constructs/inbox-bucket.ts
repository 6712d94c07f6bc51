import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { WorkQueue } from './work-queue.ts';
import { refuseOtherAccounts } from './deny-policies.ts';

interface InboxBucketProps {
  readonly removalPolicy: RemovalPolicy;
  readonly oldVersionDays: number;
  readonly accessLogDays: number;
  /** The customer's key, where there is one; else S3's. */
  readonly key: IKey | undefined;
}

/** The bucket that articles are dropped into; each access to it is logged in a bucket beside it. */
export class InboxBucket extends Construct {
  readonly bucket: Bucket;
  readonly accessLogs: Bucket;
  /** Named, because the policy that lets the bucket notify must stand before the bucket does, and must name it. */
  readonly #bucketName = `${Stack.of(this).stackName}-inbox-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

  constructor(scope: Construct, id: string, { removalPolicy, oldVersionDays, accessLogDays, key }: InboxBucketProps) {
    super(scope, id);
    const common = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy,
      // S3 deletes no bucket that holds anything, and a removed article is still an old version.
      autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
    };
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...common,
      // S3 delivers access logs to no bucket with a customer's key.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(accessLogDays) }],
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...common,
      bucketName: this.#bucketName,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(oldVersionDays),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      serverAccessLogsBucket: this.accessLogs,
    });
    for (const bucket of [this.bucket, this.accessLogs]) {
      bucket.addToResourcePolicy(refuseOtherAccounts('s3:*', bucket.bucketArn, bucket.arnForObjects('*')));
    }
  }

  /**
   * Sends an event for each article that appears, changes or goes. S3 tells the queue itself: the L1 property needs none
   * of the custom-resource functions of `addEventNotification`.
   */
  notifies(queue: WorkQueue): void {
    const bucketArn = Stack.of(this).formatArn({ service: 's3', region: '', account: '', resource: this.#bucketName });
    const allowed = queue.acceptsFrom('s3.amazonaws.com', bucketArn);
    const cfnBucket = this.bucket.node.defaultChild as CfnBucket;
    cfnBucket.notificationConfiguration = {
      queueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'].map((event) => ({
        event,
        queue: queue.messages.queueArn,
      })),
    };
    // S3 refuses a notification that it may not yet deliver.
    cfnBucket.node.addDependency(allowed);
  }
}
