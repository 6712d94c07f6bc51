import { RemovalPolicy, Stack, Validations, type Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  EventSourceMapping,
  Function as LambdaFunction,
  Runtime,
  Tracing,
  type Code,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { EventTopic } from './event-topic.ts';
import type { InboxBucket } from './inbox-bucket.ts';
import { SERVICE } from './metrics.ts';
import type { WorkQueue } from './work-queue.ts';

interface FunctionProps {
  readonly code: Code;
  readonly timeout: Duration;
  /** Megabytes. */
  readonly memory: number;
  readonly logRetention: RetentionDays;
  readonly environment?: Record<string, string>;
  /** Whether X-Ray follows what it does. */
  readonly tracing: boolean;
  /** Whether a new version takes over by and by. */
  readonly gradual?: boolean;
}

/** What DynamoDB does with a customer's key in the name of who uses the table. */
const TABLE_KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/**
 * A function with a role and a log group of its own. The role begins with the right to write that log and gains only what
 * `readsFrom`, `writesTo`, `sendsTo` and `handles` say; the variables that the code needs come with the grant.
 */
export class NodeFunction extends Construct {
  readonly lambda: LambdaFunction;
  /** What is invoked: the function, or the alias that a new version takes over by and by. */
  readonly live: IFunction;
  /** Of this function alone; its errors take a new version back. */
  readonly deployment: LambdaDeploymentGroup | undefined;
  readonly timeout: Duration;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id);
    const { code, timeout, memory, logRetention, environment = {}, tracing, gradual = false } = props;
    this.timeout = timeout;
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Logs', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
    logGroup.grantWrite(this.#role);
    this.lambda = new LambdaFunction(this, 'Lambda', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code,
      timeout,
      memorySize: memory,
      role: this.#role,
      logGroup,
      tracing: tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: {
        POWERTOOLS_SERVICE_NAME: SERVICE,
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(this).stackName,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...environment,
      },
    });
    if (tracing) {
      Validations.of(this.#role).acknowledge({
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray takes traces of no named resource',
      });
    }
    const alias = gradual
      ? new Alias(this, 'Live', { aliasName: 'live', version: this.lambda.currentVersion })
      : undefined;
    this.live = alias ?? this.lambda;
    this.deployment = alias && deploymentOf(this, alias);
  }

  /**
   * Is invoked with the queue's messages, at most `batchSize` at a time, and returns the failed ones alone, which it puts off.
   * A function takes from one queue, whose address is in `MESSAGES_QUEUE_URL`.
   */
  handles(queue: WorkQueue, { batchSize, concurrency }: { batchSize: number; concurrency: number }): this {
    this.#allow(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      queue.messages.queueArn,
    );
    this.lambda.addEnvironment('MESSAGES_QUEUE_URL', queue.messages.queueUrl);
    this.#useKey(queue.messages.encryptionMasterKey, ['kms:Decrypt']);
    const mapping = new EventSourceMapping(this, `Handles${queue.node.id}`, {
      target: this.live,
      eventSourceArn: queue.messages.queueArn,
      batchSize,
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
    // Lambda checks the right to the queue when the mapping is made.
    mapping.node.addDependency(this.#role);
    return this;
  }

  /** Gets objects; may list, without which S3 answers 403 instead of 404 for an object that is gone. */
  readsFrom(inbox: InboxBucket): this {
    this.#allow(['s3:GetObject'], inbox.bucket.arnForObjects('*'));
    this.#allow(['s3:ListBucket'], inbox.bucket.bucketArn);
    this.#useKey(inbox.bucket.encryptionKey, ['kms:Decrypt']);
    const bucketId = Stack.of(this).getLogicalId(inbox.bucket.node.defaultChild as CfnBucket);
    Validations.of(this.#role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`,
      reason: 'Any object of the inbox may be an article; the wildcard ends at this bucket.',
    });
    return this;
  }

  /** Gets objects of an archive's bucket, which is known by its name alone; may list, as above. */
  readsArchive(bucket: string): this {
    const arn = Stack.of(this).formatArn({ service: 's3', region: '', account: '', resource: bucket });
    this.#allow(['s3:GetObject'], `${arn}/*`);
    this.#allow(['s3:ListBucket'], arn);
    Validations.of(this.#role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/*]`,
      reason: 'Any object of the archive may be an article; the wildcard ends at this bucket.',
    });
    return this;
  }

  /** Reads, puts and deletes rows of the table. */
  writesTo(table: Table): this {
    this.#allow(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], table.tableArn);
    this.#useKey(table.encryptionKey, TABLE_KEY_ACTIONS);
    this.lambda.addEnvironment('TABLE_NAME', table.tableName);
    return this;
  }

  /** Changes attributes of a row that stands: an article is claimed so, and its event is told. */
  updates(table: Table): this {
    this.#allow(['dynamodb:UpdateItem'], table.tableArn);
    return this;
  }

  /** Asks the table and its indexes. */
  queries(table: Table, indexes: readonly string[]): this {
    this.#allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], table.tableArn);
    for (const index of indexes) this.#allow(['dynamodb:Query'], `${table.tableArn}/index/${index}`);
    this.#useKey(table.encryptionKey, ['kms:Decrypt', 'kms:DescribeKey']);
    this.lambda.addEnvironment('TABLE_NAME', table.tableName);
    return this;
  }

  /** Sends messages; the queue's address is in `variable`. */
  sendsTo(queue: WorkQueue, variable: string): this {
    this.#allow(['sqs:SendMessage'], queue.messages.queueArn);
    this.#useKey(queue.messages.encryptionMasterKey, ['kms:GenerateDataKey', 'kms:Decrypt']);
    this.lambda.addEnvironment(variable, queue.messages.queueUrl);
    return this;
  }

  /** Publishes result events; the topic's address is in `EVENTS_TOPIC_ARN`. */
  publishesTo(events: EventTopic): this {
    this.#allow(['sns:Publish'], events.topic.topicArn);
    this.#useKey(events.key, ['kms:GenerateDataKey', 'kms:Decrypt']);
    this.lambda.addEnvironment('EVENTS_TOPIC_ARN', events.topic.topicArn);
    return this;
  }

  /** What a customer's key encrypts can be used only with a right to the key. */
  #useKey(key: IKey | undefined, actions: string[]): void {
    if (key) this.#allow(actions, key.keyArn);
  }

  #allow(actions: string[], resource: string): void {
    this.#role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  }
}

/** A tenth of the work for five minutes, then all; back where an alarm is raised meanwhile. */
function deploymentOf(scope: Construct, alias: Alias): LambdaDeploymentGroup {
  const role = new Role(scope, 'DeploymentRole', {
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSCodeDeployRoleForLambdaLimited')],
  });
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
    reason: 'AWS keeps this policy in step with what CodeDeploy does',
  });
  return new LambdaDeploymentGroup(scope, 'Deployment', {
    alias,
    role,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
  });
}
