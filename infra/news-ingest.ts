import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { NAME_INDEX, TABLE_KEY, TIME_INDEX } from '../shared/table/keys.ts';
import { NAME_INDEX_CARRIES, TIME_INDEX_CARRIES } from '../shared/table/rows/projections.ts';
import { Alarms } from './constructs/alarms.ts';
import { Backfill } from './constructs/backfill.ts';
import { CHILD_SECONDS } from './constructs/backfill-definition.ts';
import { packaged } from './constructs/code.ts';
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
    });
    const string = (name: string) => ({ name, type: AttributeType.STRING });
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
    const arrivals = new WorkQueue(this, 'Arrivals', { consumerTimeout: SPLIT_TIMEOUT, key });
    const split = new NodeFunction(this, 'Split', {
      code: packaged(SPLIT),
      timeout: SPLIT_TIMEOUT,
      memory: settings.splitMemory,
      logRetention,
    });
    const extractions = new WorkQueue(this, 'Extractions', { consumerTimeout: EXTRACT_TIMEOUT, key });
    const extract = new NodeFunction(this, 'Extract', {
      code: packaged(EXTRACT),
      timeout: EXTRACT_TIMEOUT,
      memory: settings.extractMemory,
      logRetention,
      environment: {
        MODEL_DIRECTORY: './model/',
        KNOWLEDGE_DIRECTORY: './knowledge/',
        MINIMUM_CONFIDENCE: String(settings.minimumConfidence),
      },
    });
    const capacity: Capacity =
      settings.tableCapacity === 'onDemand'
        ? 'onDemand'
        : { minCapacity: settings.tableLeastUnits, maxCapacity: settings.tableMostUnits };
    const table = new Table(this, 'Table', {
      partitionKey: string(TABLE_KEY.partition),
      sortKey: string(TABLE_KEY.sort),
      ...billing(capacity),
      ...(key
        ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }
        : { encryption: TableEncryption.DEFAULT }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.removalProtection,
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
    scaleWithUse(table, [TIME_INDEX.name, NAME_INDEX.name], capacity);
    const answer = new NodeFunction(this, 'Answer', {
      code: packaged(API),
      timeout: API_TIMEOUT,
      memory: settings.apiMemory,
      logRetention,
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
      environment: { MODEL_DIRECTORY: './model/', KNOWLEDGE_DIRECTORY: './knowledge/' },
    });
    const backfill = new Backfill(this, 'Backfill', {
      worker: bulk,
      concurrency: settings.bulkConcurrency ?? bulkShare(capacity),
      inbox: inbox.bucket,
      archives: settings.archiveBuckets,
      removalPolicy,
      key,
      accessLogs: inbox.accessLogs,
    });

    inbox.notifies(arrivals);
    split
      .handles(arrivals, { batchSize: SPLIT_BATCH, concurrency: settings.splitConcurrency })
      .readsFrom(inbox)
      .writesTo(table)
      .sendsTo(extractions, 'EXTRACTIONS_QUEUE_URL')
      // Embargoed articles are looked at again.
      .sendsTo(arrivals, 'MESSAGES_QUEUE_URL');
    extract
      .handles(extractions, { batchSize: EXTRACT_BATCH, concurrency: settings.extractConcurrency })
      .writesTo(table)
      .updates(table);
    bulk.writesTo(table).updates(table);
    for (const archive of settings.archiveBuckets) bulk.readsArchive(archive);
    answer.queries(table, [TIME_INDEX.name, NAME_INDEX.name]);

    const alarms = new Alarms(this, 'Alarms', settings.alarmEmail);
    alarms.watchQueue(arrivals);
    alarms.watchFunction(split);
    alarms.watchQueue(extractions);
    alarms.watchFunction(extract);
    alarms.watchFunction(answer);
    alarms.watchArticles();
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
