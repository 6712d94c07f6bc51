import type { AddressInfo } from 'node:net';
import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { buildApp, type BuildAppOptions } from 'fauxqs';
import { isForeign } from '../../shared/browse/foreign-requests.ts';
import { FOREIGN, type Server } from './loopback.ts';
import { openObjectStore } from './object-store.ts';
import { watchWrites, type ObjectWrite } from './object-writes.ts';
import { ACCOUNT, REGION, type StackResource } from './stack.ts';
import { openTopics } from './topic-filters.ts';

/** How many messages of each queue are waiting, with a consumer, or put off. */
export type QueueDepths = ReadonlyMap<string, number>;

export interface S3AndSqs extends Server {
  depths(): Promise<QueueDepths>;
}

interface Options {
  /** Hears of every write to a bucket, in their order; as in S3, a writer does not wait for it. */
  readonly onWrite?: (write: ObjectWrite) => Promise<void>;
  /** Share of the real time that a message is put off by the function that failed. */
  readonly retryWaiting?: number | undefined;
  /** Where objects are kept between runs; else in memory alone. */
  readonly objectsFolder?: string | undefined;
}

/** S3, SQS and SNS, on a free port of 127.0.0.1; messages in memory. */
export async function startS3AndSqs({ onWrite, retryWaiting = 1, objectsFolder }: Options = {}): Promise<S3AndSqs> {
  // Of the other stores the emulator makes its own.
  const stores = {
    snsStore: await openTopics(),
    ...(objectsFolder !== undefined && { s3Store: await openObjectStore(objectsFolder) }),
  } as BuildAppOptions['stores'];
  const app = buildApp({ logger: false, ...(stores && { stores }) });
  let endpoint = '';
  // The emulator gives its queues host names (sqs.us-east-1.localhost) that no resolver knows; outside they are addresses.
  const inside = () => `http://sqs.${REGION}.localhost:${new URL(endpoint).port}/${ACCOUNT}/`;
  const outside = () => `${endpoint}/${ACCOUNT}/`;
  app.addHook('preHandler', (request, _reply, done) => {
    const body = request.body as { QueueUrl?: unknown; Entries?: { VisibilityTimeout?: number }[] } | null | undefined;
    if (typeof body?.QueueUrl === 'string') body.QueueUrl = body.QueueUrl.replace(outside(), inside());
    for (const entry of Array.isArray(body?.Entries) ? body.Entries : []) {
      if (entry.VisibilityTimeout !== undefined) entry.VisibilityTimeout *= retryWaiting;
    }
    done();
  });
  app.addHook('preSerialization', (_request, _reply, payload, done) => {
    const answer = payload as { QueueUrl?: string; QueueUrls?: string[] };
    if (answer.QueueUrl !== undefined) answer.QueueUrl = answer.QueueUrl.replace(inside(), outside());
    if (answer.QueueUrls !== undefined)
      answer.QueueUrls = answer.QueueUrls.map((url) => url.replace(inside(), outside()));
    done(null, answer);
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!isInside(request) && isForeign(request.headers, Number(new URL(endpoint).port))) {
      reply.code(403).type('text/plain').send(FOREIGN);
      return;
    }
    done();
  });
  const heard = new Set<Promise<void>>();
  watchWrites(app, (write) => {
    if (onWrite === undefined) return;
    const hearing = onWrite(write).finally(() => heard.delete(hearing));
    heard.add(hearing);
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  endpoint = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  return {
    endpoint,
    stop: async () => {
      await Promise.allSettled(heard);
      await app.close();
    },
    async depths() {
      await Promise.all(heard);
      // One request is answered in one go, so that the counts belong to the same moment.
      const response = await app.inject({ method: 'GET', url: '/_fauxqs/queues' });
      return new Map(response.json<QueueState[]>().map((queue) => [queue.name, depthOf(queue)]));
    },
  };
}

/** Injected by this process itself, for the depths of the queues. */
const isInside = ({ url, headers }: { url: string; headers: { 'user-agent'?: string | undefined } }): boolean =>
  url === '/_fauxqs/queues' && headers['user-agent'] === 'lightMyRequest';

/** Properties of the template that the emulator takes as attributes; the redrive policy is one more. */
const QUEUE_ATTRIBUTES = [
  'VisibilityTimeout',
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
] as const;

/** @returns its URL. */
export async function createQueue(
  sqs: SQSClient,
  { name, properties }: StackResource<'AWS::SQS::Queue'>,
  visibilitySeconds: number | undefined = properties.VisibilityTimeout,
): Promise<string> {
  const attributes = { ...properties, VisibilityTimeout: visibilitySeconds };
  const Attributes: Record<string, string> = {};
  for (const attribute of QUEUE_ATTRIBUTES) {
    const value = attributes[attribute];
    if (value !== undefined) Attributes[attribute] = String(value);
  }
  if (properties.RedrivePolicy) Attributes['RedrivePolicy'] = JSON.stringify(properties.RedrivePolicy);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  return QueueUrl!;
}

interface QueueState {
  readonly name: string;
  readonly approximateMessageCount: number;
  readonly approximateInflightCount: number;
  readonly approximateDelayedCount: number;
}

function depthOf(queue: QueueState): number {
  return queue.approximateMessageCount + queue.approximateInflightCount + queue.approximateDelayedCount;
}
