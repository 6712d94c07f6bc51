import { CfnOutput, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { AttributeType, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { NAME_INDEX, TABLE_KEY, TIME_INDEX } from '../shared/table/keys.ts';
import { NAME_INDEX_CARRIES, TIME_INDEX_CARRIES } from '../shared/table/rows/projections.ts';
import { Alarms } from './constructs/alarms.ts';
import { Backfill } from './constructs/backfill.ts';
import { CHILD_SECONDS } from './constructs/backfill-definition.ts';
import { packaged } from './constructs/code.ts';
import { EventTopic } from './constructs/event-topic.ts';
import { OperationsDashboard } from './constructs/operations-dashboard.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { QueryApi } from './constructs/query-api.ts';
import { InboxBucket } from './constructs/inbox-bucket.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import { billing, type Capacity, bulkShare, initialUnits, scaleWithUse } from './constructs/table-capacity.ts';
import { API, BULK, EXTRACT, SPLIT } from './packages.ts';
import type { Settings } from './settings.ts';

/** Five of the longest articles at once, row by row, with time for a throttled table. */
const SPLIT_TIMEOUT = Duration.minutes(3);

/** Files are read and written side by side: waiting for S3 and DynamoDB is shared. */
const SPLIT_BATCH = 5;

/** One of the longest articles, a million characters, at a thousand words a second. */
const EXTRACT_TIMEOUT = Duration.minutes(4);

/** An article by itself: a text that takes long, or takes the process down, has no neighbours. */
const EXTRACT_BATCH = 1;

/** Questions take some Queries of milliseconds each; a busy table is waited for a little. */
const API_TIMEOUT = Duration.seconds(10);

/** From the dropped article to its rows and answers: inbox → arrivals → split → extractions → extract → table → api. */
export class NewsIngest extends Stack {
  constructor(scope: Construct, settings: Settings) {
    super(scope, settings.stackName, {
      description: 'News articles from S3 to paragraphs, entities and quotations in DynamoDB',
      terminationProtection: settings.removalProtection,
    });
    for (const [name, value] of Object.entries(settings.tags)) Tags.of(this).add(name, value, UNTAGGED);
    const removalPolicy = settings.removalProtection ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    const logRetention = settings.logRetentionDays;

    const key = settings.customerKey
      ? new Key(this, 'Key', { alias: settings.stackName, enableKeyRotation: true, removalPolicy })
      : undefined;

    const inbox = new InboxBucket(this, 'Inbox', {
      removalPolicy,
      oldVersionDays: settings.oldVersionDays,
      accessLogDays: settings.logRetentionDays,
      key,
    });
    const table = newsTable(this, { settings, removalPolicy, key });
    // `cdk import` adopts what stands; all else follows with the next deployment.
    if (settings.stateOnly) return;

    const events = new EventTopic(this, 'Events', { key });
    const functionProps = { logRetention, tracing: settings.tracing, gradual: settings.gradualDeployment };
    const arrivals = new WorkQueue(this, 'Arrivals', { consumerTimeout: SPLIT_TIMEOUT, key });
    const split = new NodeFunction(this, 'Split', {
      code: packaged(SPLIT),
      timeout: SPLIT_TIMEOUT,
      memory: settings.splitMemory,
      ...functionProps,
    });
    const extraction = {
      MODEL_DIRECTORY: './model/',
      KNOWLEDGE_DIRECTORY: './knowledge/',
      MINIMUM_CONFIDENCE: String(settings.minimumConfidence),
    };
    const extractions = new WorkQueue(this, 'Extractions', { consumerTimeout: EXTRACT_TIMEOUT, key });
    const extract = new NodeFunction(this, 'Extract', {
      code: packaged(EXTRACT),
      timeout: EXTRACT_TIMEOUT,
      memory: settings.extractMemory,
      ...functionProps,
      environment: extraction,
    });
    const answer = new NodeFunction(this, 'Answer', {
      code: packaged(API),
      timeout: API_TIMEOUT,
      memory: settings.apiMemory,
      ...functionProps,
    });
    const api = new QueryApi(this, 'Questions', {
      answeredBy: answer,
      logRetention,
      requestsPerSecond: settings.apiRequestsPerSecond,
    });

    const bulk = new NodeFunction(this, 'Bulk', {
      code: packaged(BULK),
      timeout: Duration.seconds(CHILD_SECONDS),
      memory: settings.extractMemory,
      logRetention,
      tracing: settings.tracing,
      environment: { ...extraction, BULK_EVENTS: String(settings.bulkEvents) },
    });
    const backfill = new Backfill(this, 'Backfill', {
      worker: bulk,
      concurrency: settings.bulkConcurrency ?? bulkShare(capacityOf(settings)),
      inbox: inbox.bucket,
      archives: settings.archiveBuckets,
      removalPolicy,
      key,
      accessLogs: inbox.accessLogs,
    });

    inbox.notifies(arrivals);
    // What a feed is taken apart into comes from split itself.
    if (settings.operators) arrivals.acceptsOnlyFrom([...settings.operators, split.lambda.role!.roleArn]);
    for (const queue of settings.redriveHours > 0 ? [arrivals, extractions] : []) {
      queue.redrivesEvery(settings.redriveHours);
    }
    split
      .handles(arrivals, { batchSize: SPLIT_BATCH, concurrency: settings.splitConcurrency })
      .readsFrom(inbox)
      .writesTo(table)
      .updates(table)
      .publishesTo(events)
      .sendsTo(extractions, 'EXTRACTIONS_QUEUE_URL')
      // Embargoed articles are looked at again.
      .sendsTo(arrivals, 'MESSAGES_QUEUE_URL');
    extract
      .handles(extractions, { batchSize: EXTRACT_BATCH, concurrency: settings.extractConcurrency })
      .writesTo(table)
      .updates(table)
      .publishesTo(events);
    bulk.writesTo(table).updates(table).publishesTo(events);
    for (const archive of settings.archiveBuckets) bulk.readsArchive(archive);
    answer.queries(table, INDEXES);

    const alarms = new Alarms(this, 'Alarms', settings);
    alarms.watchQueue(arrivals);
    alarms.watchFunction(split);
    alarms.watchQueue(extractions);
    alarms.watchFunction(extract);
    alarms.watchFunction(answer);
    alarms.watchArticles(arrivals);
    alarms.watchTable(table, INDEXES);
    alarms.watchApi(api);
    alarms.watchBackfill(backfill);
    if (settings.monthlyBudget > 0) monthlyBudget(this, settings.monthlyBudget, settings.alarmEmail!);
    new OperationsDashboard(this, 'Operations', {
      alarms,
      stages: [
        [arrivals, split],
        [extractions, extract],
      ],
      table,
      answer,
    });

    const outputs = {
      InboxBucket: inbox.bucket.bucketName,
      TableName: table.tableName,
      EventsTopicArn: events.topic.topicArn,
      ApiUrl: api.url,
      SplitFunction: split.lambda.functionName,
      ExtractFunction: extract.lambda.functionName,
      AnswerFunction: answer.lambda.functionName,
      BulkFunction: bulk.lambda.functionName,
      BackfillStateMachineArn: backfill.stateMachineArn,
      BackfillReportBucket: backfill.reports.bucketName,
      BackfillConcurrency: String(backfill.concurrency),
      ...queueOutputs(arrivals),
      ...queueOutputs(extractions),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

const queueOutputs = ({ node, messages, deadLetters }: WorkQueue) => ({
  [`${node.id}QueueName`]: messages.queueName,
  [`${node.id}QueueUrl`]: messages.queueUrl,
  [`${node.id}DeadLetterQueueName`]: deadLetters.queueName,
  [`${node.id}DeadLetterQueueUrl`]: deadLetters.queueUrl,
});

const INDEXES = [TIME_INDEX.name, NAME_INDEX.name];

const capacityOf = ({ tableCapacity, tableLeastUnits, tableMostUnits }: Settings): Capacity =>
  tableCapacity === 'onDemand' ? 'onDemand' : { minCapacity: tableLeastUnits, maxCapacity: tableMostUnits };

interface TableProps {
  readonly settings: Settings;
  readonly removalPolicy: RemovalPolicy;
  readonly key: Key | undefined;
}

function newsTable(scope: Construct, { settings, removalPolicy, key }: TableProps): Table {
  const string = (name: string) => ({ name, type: AttributeType.STRING });
  const capacity = capacityOf(settings);
  const table = new Table(scope, 'Table', {
    partitionKey: string(TABLE_KEY.partition),
    sortKey: string(TABLE_KEY.sort),
    ...billing(capacity),
    ...(key
      ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }
      : { encryption: TableEncryption.DEFAULT }),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: settings.tableDeletionProtection,
    removalPolicy,
  });
  for (const [index, carries] of [
    [TIME_INDEX, TIME_INDEX_CARRIES],
    [NAME_INDEX, NAME_INDEX_CARRIES],
  ] as const) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: string(index.partition),
      sortKey: string(index.sort),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...carries],
      ...initialUnits(capacity),
    });
  }
  if (!settings.stateOnly) scaleWithUse(table, INDEXES, capacity);
  return table;
}

/** CloudFormation takes tags of all that costs, but none of these, whatever the CDK knows of them. */
const UNTAGGED = { excludeResourceTypes: ['AWS::ApplicationAutoScaling::ScalableTarget'] };

/** Of the whole account: a stack's own share is told by its tags, which the account has to switch on for its bill first. */
function monthlyBudget(scope: Construct, amount: number, address: string): void {
  const subscribers = [{ subscriptionType: 'EMAIL', address }];
  const notification = { comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' };
  new CfnBudget(scope, 'Budget', {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount, unit: 'USD' } },
    notificationsWithSubscribers: [
      { notification: { ...notification, notificationType: 'ACTUAL', threshold: 80 }, subscribers },
      { notification: { ...notification, notificationType: 'FORECASTED', threshold: 100 }, subscribers },
    ],
  });
}
