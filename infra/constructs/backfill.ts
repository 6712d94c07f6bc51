import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { backfillDefinition } from './backfill-definition.ts';
import type { NodeFunction } from './node-function.ts';
import { refuseOtherAccounts } from './deny-policies.ts';

/** Reports of a run are read when it ends, and when what failed is done again. */
const REPORT_DAYS = 90;

interface BackfillProps {
  /** Splits and extracts the files of a child. */
  readonly worker: NodeFunction;
  /** Children at once. */
  readonly concurrency: number;
  /** The inbox: its articles are read again by a later extractor. */
  readonly inbox: IBucket;
  /** Buckets of archives, by name; of another account too, whose policy then must let this account's roles in. */
  readonly archives: readonly string[];
  readonly removalPolicy: RemovalPolicy;
  readonly key: IKey | undefined;
  readonly accessLogs: IBucket;
}

/**
 * The bulk lane: a distributed map of Step Functions over the files of an archive, or over the inbox, whose children are
 * invocations of one function. It shares the table with the live lane and nothing else: no queue, no function, no concurrency.
 */
export class Backfill extends Construct {
  readonly reports: Bucket;
  /** Children at once. */
  readonly concurrency: number;
  readonly stateMachineArn: string;

  constructor(scope: Construct, id: string, props: BackfillProps) {
    super(scope, id);
    const { worker, concurrency, inbox, archives, removalPolicy, key, accessLogs } = props;
    this.concurrency = concurrency;
    this.reports = new Bucket(this, 'Reports', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy,
      autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      lifecycleRules: [{ expiration: Duration.days(REPORT_DAYS) }],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'backfill-reports/',
    });
    this.reports.addToResourcePolicy(
      refuseOtherAccounts('s3:*', this.reports.bucketArn, this.reports.arnForObjects('*')),
    );

    // Named: the role must name the machine's own executions before the machine stands.
    const name = `${Stack.of(this).stackName}-backfill`;
    this.stateMachineArn = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${name}`;
    const executions = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${name}/*:*`;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const allow = (actions: string[], ...resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    const archiveArns = archives.map((bucket) => `arn:${Aws.PARTITION}:s3:::${bucket}`);
    allow(['lambda:InvokeFunction'], worker.lambda.functionArn);
    allow(['states:StartExecution'], this.stateMachineArn);
    // A redrive is an action on the execution, which the constructs of the CDK leave out (aws-cdk#35390).
    allow(['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'], executions);
    allow(['s3:ListBucket'], inbox.bucketArn, ...archiveArns);
    allow(['s3:GetObject'], this.reports.arnForObjects('*'), ...archiveArns.map((arn) => `${arn}/*`));
    allow(['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'], this.reports.arnForObjects('*'));
    // Both, for a report of several parts (aws-cdk#32144).
    if (key) allow(['kms:GenerateDataKey', 'kms:Decrypt'], key.keyArn);

    const reportsId = Stack.of(this).getLogicalId(this.reports.node.defaultChild as CfnBucket);
    const wildcards = {
      [`arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}/*:*`]:
        'Executions and map runs get their names when they start; the wildcard ends at this state machine.',
      [`<${reportsId}.Arn>/*`]: 'A report has the name of its run; the wildcard ends at this bucket.',
      ...Object.fromEntries(
        archives.map((bucket) => [
          `arn:<AWS::Partition>:s3:::${bucket}/*`,
          'Any object of the archive may be an inventory; the wildcard ends at this bucket.',
        ]),
      ),
    };
    for (const [resource, reason] of Object.entries(wildcards)) {
      Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
    }

    const machine = new CfnStateMachine(this, 'StateMachine', {
      stateMachineName: name,
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: Stack.of(this).toJsonString(
        backfillDefinition({
          partition: Aws.PARTITION,
          functionArn: worker.lambda.functionArn,
          reportBucket: this.reports.bucketName,
          maxConcurrency: concurrency,
        }),
      ),
    });
    machine.node.addDependency(role);
    Validations.of(machine).acknowledge(
      {
        id: 'AwsSolutions-SF1',
        reason: 'The report names what became of each file; a log of each child of ten million files would cost more.',
      },
      { id: 'AwsSolutions-SF2', reason: 'A run is followed by its report, its counts and the log of the function.' },
    );
  }
}
