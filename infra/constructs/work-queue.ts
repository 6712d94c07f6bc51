import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct, type IDependable } from 'constructs';
import { refuseOtherAccounts } from './deny-policies.ts';

/** A week in which the consumer may be down; SQS counts on when a message moves, so dead letters keep another week. */
const RETENTION = Duration.days(7);
const DEAD_LETTER_RETENTION = Duration.days(14);

/**
 * Tries, with waits that the failing function sets (shared/lambda/retry-later.ts): a throttle or an outage of some twenty
 * minutes passes; what fails ten times needs a person.
 */
const MAX_RECEIVES = 10;

/**
 * A message whose function was killed comes back after so many time-outs. AWS advises six, for batches that Lambda holds back
 * while it is throttled; one that comes back before only repeats what changes nothing, and two save an article from a wait of
 * twenty minutes.
 */
const VISIBILITY_FACTOR = 2;

interface QueueProps {
  /** Time-out of the function that consumes the queue. */
  readonly consumerTimeout: Duration;
  /** The customer's key, where there is one; else the queue's own. */
  readonly key: IKey | undefined;
}

/** An encrypted queue that takes TLS only, with the queue where messages end that failed too often. */
export class WorkQueue extends Construct {
  readonly messages: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { consumerTimeout, key }: QueueProps) {
    super(scope, id);
    const common = {
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
    };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: DEAD_LETTER_RETENTION });
    this.messages = new Queue(this, 'Messages', {
      ...common,
      retentionPeriod: RETENTION,
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * VISIBILITY_FACTOR),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
    for (const queue of [this.messages, this.deadLetters]) {
      queue.addToResourcePolicy(refuseOtherAccounts('sqs:*', queue.queueArn));
    }
  }

  /** From here on no principal of the account may send but these: a forged event could withhold an article for good. */
  acceptsOnlyFrom(principals: readonly string[]): void {
    this.messages.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['sqs:SendMessage'],
        resources: [this.messages.queueArn],
        conditions: {
          ArnNotLike: { 'aws:PrincipalArn': [...principals] },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    );
  }

  /** Has SQS send the dead letters back every so many hours. */
  redrivesEvery(hours: number): void {
    const role = new Role(this, 'RedriveRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:StartMessageMoveTask', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.deadLetters.queueArn],
      }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.messages.queueArn] }));
    new CfnSchedule(this, 'Redrive', {
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: `rate(${hours} ${hours === 1 ? 'hour' : 'hours'})`,
      target: {
        arn: `arn:${Aws.PARTITION}:scheduler:::aws-sdk:sqs:startMessageMoveTask`,
        roleArn: role.roleArn,
        input: Stack.of(this).toJsonString({ SourceArn: this.deadLetters.queueArn }),
      },
    });
    for (const queue of [this.messages, this.deadLetters]) {
      if (queue.encryptionMasterKey) {
        role.addToPolicy(
          new PolicyStatement({
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: [queue.encryptionMasterKey.keyArn],
          }),
        );
      }
    }
  }

  /** Lets a service of AWS send what comes from one resource of this account; returns what to wait for before it does. */
  acceptsFrom(service: string, sourceArn: string): IDependable {
    const principals = [new ServicePrincipal(service)];
    const conditions = {
      ArnEquals: { 'aws:SourceArn': sourceArn },
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    };
    this.messages.encryptionMasterKey?.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions,
      }),
    );
    const { policyDependable } = this.messages.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['sqs:SendMessage'],
        resources: [this.messages.queueArn],
        conditions,
      }),
    );
    if (!policyDependable) throw new Error(`${this.node.path} takes no policy: it must be a queue of this stack`);
    return policyDependable;
  }
}
