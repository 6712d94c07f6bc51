import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { extractArticle } from '../../lambdas/steps/extract-article.ts';
import { splitArticle } from '../../lambdas/steps/split-article.ts';
import type { ExtractionRequest } from '../../shared/extractions/extraction-request.ts';
import { readArrivals } from '../../shared/inbox/arrivals.ts';
import { openInbox } from '../../shared/inbox/inbox.ts';
import type { Outcome } from '../../shared/lambda/each-message.ts';
import type { Item } from '../../shared/table/table.ts';
import { startDynamo } from '../table/local-table.ts';
import { quickAnalysis } from './quick-analysis.ts';

/** S3 and DynamoDB for all tests of a file. */
export async function startServices() {
  const [dynamo, storage] = await Promise.all([startDynamo(), startS3AndSqs()]);
  const s3 = new S3Client({
    endpoint: storage.endpoint,
    forcePathStyle: true,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    dynamo,
    s3,
    stop: async () => {
      s3.destroy();
      await Promise.all([dynamo.stop(), storage.stop()]);
    },
  };
}

export type Services = Awaited<ReturnType<typeof startServices>>;

/** What waits in a queue. */
export type Message =
  { readonly stage: 'split'; readonly body: string } | ({ readonly stage: 'extract' } & ExtractionRequest);

/** Before or after which call to S3, SQS or DynamoDB a function dies. */
export interface Death {
  readonly call: number;
  readonly moment: 'before' | 'after';
}

export class Killed extends Error {}

interface Circumstances {
  readonly death?: Death;
  /** Waits at each call until a test lets it go on. */
  readonly turn?: () => Promise<unknown>;
  readonly extractorVersion?: number;
}

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

let opened = 0;
let events = 0;

/** A bucket and a table, and the two functions between them; their queues are a list in the hands of the test. */
export async function openNewsroom({ s3, dynamo }: Services) {
  const bucket = `inbox-${opened++}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const table = await dynamo.createTable();
  const waiting: Message[] = [];
  /** Without what an article's row says of the versions before it. */
  const rowsOf = async (name: string): Promise<Item[]> =>
    (await dynamo.rows(name)).map(({ changeNumber: _, replaces: __, changes: ___, ...row }) => row);
  const lastEvents = new Map<string, Message>();

  const tell = (key: string, eventName: string, eTag?: string): Message => {
    // As S3's own, sequencers differ in length: here without the zeros at their end.
    const sequencer = `00${(++events).toString(16).padStart(8, '0')}`.replace(/(?<!0)0+$/, '');
    const object = { key: encodeURIComponent(key).replaceAll('%20', '+'), eTag, sequencer };
    const message = {
      stage: 'split',
      body: JSON.stringify({ Records: [{ eventName, s3: { bucket: { name: bucket }, object } }] }),
    } as const;
    lastEvents.set(key, message);
    waiting.push(message);
    return message;
  };

  const told = (on: typeof table, life: Life) => {
    const events = { quiet: false, publish: () => Promise.resolve(), withSignal: () => events };
    return { table: mortal(on, life), events: mortal(events, life) };
  };

  /** @throws Killed, or what the function throws. */
  const handleOn =
    (on: typeof table, follow: Message[]) =>
    async (message: Message, { death, turn, extractorVersion = 1 }: Circumstances = {}): Promise<Outcome[]> => {
      const life = { death, turn, calls: 0, over: false };
      if (message.stage === 'extract') {
        const extract = extractArticle({
          ...told(on, life),
          analyse: quickAnalysis(extractorVersion),
          extractorVersion,
        });
        return [await extract(message)];
      }
      const extractions = {
        request: (request: ExtractionRequest) => Promise.resolve(void follow.push({ stage: 'extract', ...request })),
      };
      const parts = {
        inbox: mortal(openInbox(s3), life),
        ...told(on, life),
        extractions: mortal(extractions, life),
        // No article of these is under embargo.
        arrivals: { again: () => Promise.reject(new Error('Nothing is looked at again.')) },
      };
      return Promise.all(readArrivals(message.body).map(splitArticle(parts)));
    };

  return {
    table,
    /** Messages in the order in which they came. */
    waiting,
    handle: handleOn(table, waiting),

    drop: async (key: string, body: string | Uint8Array, published?: string): Promise<Message> => {
      const Metadata = published === undefined ? undefined : { published };
      const { ETag } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, Metadata }));
      return tell(key, 'ObjectCreated:Put', ETag!.replaceAll('"', ''));
    },
    remove: async (key: string): Promise<Message> => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      return tell(key, 'ObjectRemoved:DeleteMarkerCreated');
    },
    /** Tells of an object without changing it, as for the deletion of an old version. */
    tell,

    /** Works on all that waits, and on what follows from it. */
    settle: async (circumstances?: Circumstances): Promise<void> => {
      for (let message = waiting.shift(); message; message = waiting.shift()) {
        await handleOn(table, waiting)(message, circumstances);
      }
    },
    rows: () => rowsOf(table.name),

    /** The rows of another table, to which the last event of each key came, once and in order. */
    cleanRows: async (circumstances?: Circumstances): Promise<Item[]> => {
      const clean = await dynamo.createTable();
      const follow = [...lastEvents.values()];
      for (let message = follow.shift(); message; message = follow.shift()) {
        await handleOn(clean, follow)(message, circumstances);
      }
      return rowsOf(clean.name);
    },
  };
}

interface Life {
  readonly death: Death | undefined;
  readonly turn: (() => Promise<unknown>) | undefined;
  calls: number;
  over: boolean;
}

/** The same part in the hands of a function that may die: each call takes its turn, and none is begun after death. */
function mortal<T extends object>(part: T, life: Life): T {
  const call = async (go: () => Promise<unknown>): Promise<unknown> => {
    await life.turn?.();
    if (life.over) throw new Killed();
    if (++life.calls !== life.death?.call) return go();
    life.over = true;
    if (life.death.moment === 'after') await go();
    throw new Killed();
  };
  return new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function'
        ? (...given: unknown[]) => call(() => Reflect.apply(value, target, given) as Promise<unknown>)
        : value;
    },
  });
}
