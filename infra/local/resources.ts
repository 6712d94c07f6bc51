import { z } from 'zod';

const ignored = z.unknown().optional();

/** Properties that change nothing on a laptop: encryption, access, retention, tags. */
function withoutEffect<Name extends string>(...names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, ignored])) as Record<Name, typeof ignored>;
}

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
  ...withoutEffect('ContributorInsightsSpecification', 'OnDemandThroughput', 'ProvisionedThroughput'),
});

const QueueNotification = z.strictObject({
  Event: z.string(),
  Queue: z.string(),
  Filter: z
    .object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) })
    .optional(),
});

/**
 * The resources that the local AWS imitates, by type. The objects are strict: a property that is neither
 * imitated nor known to be without effect is refused, never silently ignored.
 */
const emulated = {
  'AWS::S3::Bucket': z.strictObject({
    BucketName: z.string().optional(),
    VersioningConfiguration: z.object({ Status: z.string() }).optional(),
    NotificationConfiguration: z.strictObject({ QueueConfigurations: z.array(QueueNotification) }).optional(),
    ...withoutEffect('BucketEncryption', 'LifecycleConfiguration', 'LoggingConfiguration', 'OwnershipControls'),
    ...withoutEffect('PublicAccessBlockConfiguration', 'Tags'),
  }),
  'AWS::SQS::Queue': z.strictObject({
    QueueName: z.string().optional(),
    VisibilityTimeout: z.coerce.number().optional(),
    DelaySeconds: z.coerce.number().optional(),
    MaximumMessageSize: z.coerce.number().optional(),
    MessageRetentionPeriod: z.coerce.number().optional(),
    ReceiveMessageWaitTimeSeconds: z.coerce.number().optional(),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
    ...withoutEffect(
      'KmsDataKeyReusePeriodSeconds',
      'KmsMasterKeyId',
      'RedriveAllowPolicy',
      'SqsManagedSseEnabled',
      'Tags',
    ),
  }),
  'AWS::DynamoDB::Table': z.strictObject({
    TableName: z.string().optional(),
    AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
    KeySchema,
    GlobalSecondaryIndexes: z.array(Index).optional(),
    LocalSecondaryIndexes: z.array(Index).optional(),
    ...withoutEffect('BillingMode', 'ContributorInsightsSpecification', 'DeletionProtectionEnabled'),
    ...withoutEffect(
      'OnDemandThroughput',
      'PointInTimeRecoverySpecification',
      'ProvisionedThroughput',
      'SSESpecification',
      'TableClass',
      'Tags',
    ),
  }),
  'AWS::Lambda::Function': z.strictObject({
    FunctionName: z.string().optional(),
    Code: z.object({ S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string().regex(/^nodejs/),
    /** Seconds. */
    Timeout: z.coerce.number().default(3),
    /** MiB. */
    MemorySize: z.coerce.number().default(128),
    Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
    ...withoutEffect('Architectures', 'Description', 'KmsKeyArn', 'LoggingConfig', 'Role', 'Tags', 'TracingConfig'),
    ...withoutEffect('ReservedConcurrentExecutions'),
  }),
  'AWS::Lambda::EventSourceMapping': z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    BatchSize: z.coerce.number().default(10),
    MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
    ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number() }).optional(),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    Enabled: z.literal(true).optional(),
    ...withoutEffect('KmsKeyArn', 'Tags'),
  }),
  'AWS::SNS::Topic': z.strictObject({
    TopicName: z.string().optional(),
    FifoTopic: z.boolean().default(false),
    ...withoutEffect('DisplayName', 'FifoThroughputScope', 'KmsMasterKeyId', 'Tags'),
  }),
  'AWS::StepFunctions::StateMachine': z.strictObject({
    StateMachineName: z.string(),
    StateMachineType: z.literal('STANDARD'),
    DefinitionString: z.string(),
    ...withoutEffect('RoleArn', 'LoggingConfiguration', 'Tags', 'TracingConfiguration'),
  }),
  'AWS::ApiGatewayV2::Api': z.strictObject({
    ProtocolType: z.literal('HTTP'),
    ...withoutEffect('Description', 'Name', 'Tags'),
  }),
  'AWS::ApiGatewayV2::Integration': z.strictObject({
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    ...withoutEffect('ApiId'),
  }),
  'AWS::ApiGatewayV2::Route': z.strictObject({
    RouteKey: z.literal('$default'),
    ...withoutEffect('ApiId', 'AuthorizationType', 'Target'),
  }),
  'AWS::ApiGatewayV2::Stage': z.strictObject({
    StageName: z.literal('$default'),
    ...withoutEffect('AccessLogSettings', 'ApiId', 'AutoDeploy', 'DefaultRouteSettings', 'Description', 'Tags'),
  }),
};

export type ImitatedType = keyof typeof emulated;
export type Properties<Type extends ImitatedType> = z.infer<(typeof emulated)[Type]>;

/** Types that a laptop does without: who may do what, what is watched, what is kept, what is paid by. */
const NOT_IMITATED = [
  /^AWS::ApplicationAutoScaling::/,
  /^AWS::Budgets::/,
  /^AWS::CDK::Metadata$/,
  /^AWS::CloudWatch::/,
  /^AWS::CodeDeploy::/,
  /^AWS::IAM::/,
  /^AWS::KMS::/,
  /^AWS::Lambda::(Alias|Permission|Version)$/,
  /^AWS::Logs::/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::Scheduler::/,
  /^AWS::SNS::(TopicPolicy|Subscription)$/,
  /^AWS::SQS::QueuePolicy$/,
  /^Custom::S3AutoDeleteObjects$/,
];

/** @throws Error naming a resource of a type that matters and is not imitated. */
export function isImitated(id: string, type: string): type is ImitatedType {
  if (type in emulated) return true;
  if (NOT_IMITATED.some((pattern) => pattern.test(type))) return false;
  throw new Error(
    `The local AWS cannot imitate ${id} (${type}): teach it in infra/local/resources.ts, or list the type there as not imitated if a laptop can do without.`,
  );
}

/** @throws Error naming the property that is missing, malformed or not imitated. */
export function parseProperties<Type extends ImitatedType>(
  id: string,
  type: Type,
  properties: unknown,
): Properties<Type> {
  const result = emulated[type].safeParse(properties);
  if (result.success) return result.data as Properties<Type>;
  throw new Error(
    `The local AWS cannot imitate ${id} (${type}) as the template describes it:\n${z.prettifyError(result.error)}`,
  );
}
