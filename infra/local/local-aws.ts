import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateTopicCommand } from '@aws-sdk/client-sns';
import { BucketNotifications } from './bucket-notifications.ts';
import { createClients, ignoreUserSettings, sdkEnvironment, type Clients } from './clients.ts';
import { createTable, startDynamoDb } from './dynamodb.ts';
import { startMapping } from './event-source-mapping.ts';
import { EnvironmentPool } from './environment-pool.ts';
import type { LocalFunction, Report } from './execution-environment.ts';
import { runnableAsset } from './function-assets.ts';
import { startHttpApi } from './http-api.ts';
import { openKept } from './kept.ts';
import { createQueue, startS3AndSqs } from './s3-and-sqs.ts';
import { readDefinition } from './states/definition.ts';
import type { Invoke } from './states/map-run.ts';
import { startStepFunctions } from './states/step-functions.ts';
import { resolveStack, type Endpoints, type StackResource } from './stack.ts';
import { readTemplate, type Template } from './template.ts';

export interface LocalAwsOptions {
  /** Folder of the synthesised app, see `synthesise`. */
  readonly assembly: string;
  /** Where the functions' logs go. */
  readonly logFile: string;
  /** Folder that table and buckets are kept in for the next run; messages never are. Else all is in memory. */
  readonly keepIn?: string | undefined;
  /** Shortens every queue's visibility time-out, so that a test of retries need not wait as long as AWS would. */
  readonly visibilitySeconds?: number;
  /** Share of the real time that a failed message, or a state machine, waits for its next try, for the same reason. */
  readonly retryWaiting?: number;
  /** Where functions find the services instead, for a test that stands between the two. */
  readonly reroute?: (endpoints: Endpoints) => Promise<Endpoints>;
  /** Hears of every S3 event, as it was sent to a queue. */
  readonly onNotification?: (body: string) => void;
  /** Hears of every invocation that ended, well or not, what it took. */
  readonly onReport?: (report: Report) => void;
  /** Hears of every failed invocation; its messages are tried again when their visibility ends. */
  readonly onFailure?: (functionName: string, error: unknown) => void;
}

export interface LocalAws extends Clients {
  readonly endpoints: Endpoints & { readonly stepFunctions: string };
  /** Address of the HTTP API, where the stack has one. */
  readonly api: string | undefined;
  /** Name of the bucket that articles are dropped into. */
  readonly bucket: string;
  readonly table: string;
  /** URL of each queue by its name. */
  readonly queues: ReadonlyMap<string, string>;
  /** The stack's outputs, as a deployment would print them. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Messages in each queue, those being worked on included. */
  depths(): Promise<ReadonlyMap<string, number>>;
  /** Returns when no queue with a consumer holds a message, not even one that waits for its next try. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts what the template describes, on 127.0.0.1 alone.
 * @throws CannotKeep where the folder to keep things in cannot be used.
 */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  ignoreUserSettings();
  const template = readTemplate(options.assembly);
  await mkdir(dirname(options.logFile), { recursive: true });
  // Every process pipes into it, more than the ten that Node takes for normal.
  const log = createWriteStream(options.logFile).setMaxListeners(0);
  const listeners = { log, onReport: options.onReport };

  const kept = options.keepIn === undefined ? undefined : openKept(options.keepIn);
  const dynamodbServer = await startDynamoDb(kept?.table);
  let notifications: BucketNotifications | undefined;
  const s3AndSqs = await startS3AndSqs({
    onWrite: async (write) => {
      const body = await notifications?.notify(write);
      if (body !== undefined) options.onNotification?.(body);
    },
    retryWaiting: options.retryWaiting,
    objectsFolder: kept?.buckets,
  });
  const { endpoint } = s3AndSqs;
  const endpoints = { s3: endpoint, sqs: endpoint, sns: endpoint, dynamodb: dynamodbServer.endpoint };
  const clients = createClients(endpoints);
  const stoppable: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(stoppable.map((part) => part.stop()));
    for (const client of Object.values(clients)) (client as { destroy(): void }).destroy();
    await Promise.all([s3AndSqs.stop(), dynamodbServer.stop()]);
    kept?.release();
    log.end();
  };

  try {
    const stack = resolveStack(template, endpoints);
    const buckets = stack.all('AWS::S3::Bucket');
    const inbox = onlyOne(
      buckets.filter(({ properties }) => properties.NotificationConfiguration),
      'bucket with notifications',
    );
    const table = onlyOne(stack.all('AWS::DynamoDB::Table'), 'table');

    const queues = new Map<string, string>();
    for (const queue of stack.all('AWS::SQS::Queue'))
      queues.set(queue.arn, await createQueue(clients.sqs, queue, options.visibilitySeconds));
    for (const { name, properties } of stack.all('AWS::SNS::Topic')) {
      const Attributes = { FifoTopic: String(properties.FifoTopic) };
      await clients.sns.send(new CreateTopicCommand({ Name: name, ...(properties.FifoTopic && { Attributes }) }));
    }
    await createTable(clients.dynamodb, table);
    for (const { name } of buckets) await clients.s3.send(new CreateBucketCommand({ Bucket: name }));
    notifications = new BucketNotifications(buckets, clients.sqs, endpoints);

    const asked = (await options.reroute?.(endpoints)) ?? endpoints;
    const functions = new Map<string, LocalFunction>();
    for (const fn of stack.all('AWS::Lambda::Function'))
      functions.set(fn.arn, await localFunction(fn, template, asked));
    const tellFailure = (fn: LocalFunction) => (error: unknown) => {
      log.write(`${String(error)}\n`);
      options.onFailure?.(fn.name, error);
    };
    const mappings = stack.all('AWS::Lambda::EventSourceMapping').map(({ id, properties }) => {
      const fn = [...functions.values()].find(({ name }) => name === properties.FunctionName);
      const queueUrl = queues.get(properties.EventSourceArn);
      if (fn === undefined || queueUrl === undefined) {
        throw new Error(`${id} maps a queue or a function that the template does not hold.`);
      }
      return startMapping({
        sqs: clients.sqs,
        queueUrl,
        queueArn: properties.EventSourceArn,
        pool: new EnvironmentPool(fn, listeners, properties.ScalingConfig?.MaximumConcurrency),
        batchSize: properties.BatchSize,
        windowSeconds: properties.MaximumBatchingWindowInSeconds,
        reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
        onFailure: tellFailure(fn),
      });
    });
    stoppable.push(...mappings);
    let api: string | undefined;
    for (const { id, properties } of stack.all('AWS::ApiGatewayV2::Integration')) {
      const fn = functions.get(properties.IntegrationUri);
      if (fn === undefined) throw new Error(`${id} ends at a function that the template does not hold.`);
      const pool = new EnvironmentPool(fn, listeners);
      const server = await startHttpApi(pool, tellFailure(fn));
      stoppable.push(pool, server);
      api = server.endpoint;
    }
    const stepFunctions = await startStepFunctions({
      stateMachines: new Map(
        stack
          .all('AWS::StepFunctions::StateMachine')
          .map(({ id, arn, properties }) => [arn, readDefinition(id, properties.DefinitionString)]),
      ),
      s3: clients.s3,
      invoke: invokerOf(functions, (fn) => {
        const pool = new EnvironmentPool(fn, listeners);
        stoppable.push(pool);
        return pool;
      }),
      ...(options.retryWaiting !== undefined && { waiting: options.retryWaiting }),
    });
    stoppable.push(stepFunctions);
    await notifications.announce();

    const consumed = stack
      .all('AWS::Lambda::EventSourceMapping')
      .map(({ properties }) => nameOf(properties.EventSourceArn));
    const depths = () => s3AndSqs.depths();
    return {
      ...clients,
      endpoints: { ...endpoints, stepFunctions: stepFunctions.endpoint },
      api,
      bucket: inbox.name,
      table: table.name,
      queues: new Map([...queues].map(([arn, url]) => [nameOf(arn), url])),
      outputs: stack.outputs,
      depths,
      async idle() {
        for (;;) {
          const left = await depths();
          if (consumed.every((queue) => left.get(queue) === 0)) return;
          await sleep(IDLE_POLL_MS);
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Calls functions for a state machine, each in a pool of its own that stands from the first call on. */
function invokerOf(
  functions: ReadonlyMap<string, LocalFunction>,
  open: (fn: LocalFunction) => EnvironmentPool,
): Invoke {
  const pools = new Map<string, EnvironmentPool>();
  return async (functionArn, event) => {
    const fn = functions.get(functionArn);
    if (fn === undefined) throw new Error(`The template holds no function ${functionArn}.`);
    const pool = pools.get(functionArn) ?? open(fn);
    pools.set(functionArn, pool);
    const environment = await pool.acquire();
    if (environment === undefined) throw new Error('The local AWS is being stopped.');
    try {
      return await environment.invoke(event);
    } finally {
      pool.release(environment);
    }
  };
}

const IDLE_POLL_MS = 20;

async function localFunction(
  fn: StackResource<'AWS::Lambda::Function'>,
  template: Template,
  endpoints: Endpoints,
): Promise<LocalFunction> {
  const { Code, Handler, MemorySize, Timeout, Environment } = fn.properties;
  const folder = template.assetFolders.get(Code.S3Key);
  if (folder === undefined) throw new Error(`The assets hold no code for ${fn.id}.`);
  return {
    name: fn.name,
    arn: fn.arn,
    folder: await runnableAsset(folder),
    handler: Handler,
    memorySize: MemorySize,
    timeoutSeconds: Timeout,
    environment: { ...Environment?.Variables, ...sdkEnvironment(endpoints) },
  };
}

function nameOf(arn: string): string {
  return arn.split(':').at(-1)!;
}

function onlyOne<T>(items: readonly T[], what: string): T {
  if (items.length !== 1) throw new Error(`The template holds ${items.length} of what should be one ${what}.`);
  return items[0]!;
}
