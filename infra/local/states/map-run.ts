import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { DistributedMap, Task } from './definition.ts';
import { type Item, readItems } from './item-reader.ts';
import { fillIn, valueAt } from './paths.ts';

export type ChildStatus = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** A child workflow execution: a batch of items and what became of it. */
interface Child {
  readonly input: { readonly Items: readonly Item[]; readonly BatchInput: unknown };
  status: ChildStatus;
  output?: unknown;
  cause?: string;
}

/** Calls a function of the stack with a child's input. */
export type Invoke = (functionArn: string, event: unknown) => Promise<unknown>;

interface Services {
  readonly s3: S3Client;
  readonly invoke: Invoke;
  /** Shortens the waiting between tries, in a test: 1 is the real time. */
  readonly waiting: number;
}

/** More than so many items failed as are tolerated: the run ended early. */
export class TooManyFailed extends Error {
  override readonly name = 'States.ExceedToleratedFailureThreshold';
}

/** One run of a distributed map. After it has ended without success it may run again: what succeeded is left alone. */
export class MapRun {
  readonly label: string;
  readonly id = randomUUID();
  readonly #map: DistributedMap;
  readonly #input: unknown;
  readonly #services: Services;
  #children: Child[] | undefined;

  constructor(map: DistributedMap, input: unknown, services: Services) {
    this.label = map.Label;
    this.#map = map;
    this.#input = input;
    this.#services = services;
  }

  /**
   * @returns the state's output: where the report lies.
   * @throws TooManyFailed, or the signal's reason.
   */
  async run(signal: AbortSignal): Promise<unknown> {
    this.#children ??= await this.#batches();
    const due = this.#children.filter(({ status }) => status !== 'SUCCEEDED');
    for (const child of due) child.status = 'PENDING';
    const tolerated = valueAt(this.#map.ToleratedFailurePercentagePath, this.#input) as number;
    const stopped = new AbortController();
    const ending = AbortSignal.any([signal, stopped.signal]);

    const work = async () => {
      for (let child = due.shift(); child && !ending.aborted; child = due.shift()) {
        await this.#runChild(child, ending);
        const { total, FAILED } = this.itemCounts();
        if ((FAILED * 100) / total > tolerated) stopped.abort();
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.#map.MaxConcurrency, due.length) }, work));
    const report = await this.#writeReport();
    signal.throwIfAborted();
    if (stopped.signal.aborted) {
      throw new TooManyFailed(`More than ${tolerated} % of the items failed; the report is ${report.Key}.`);
    }
    return { MapRunArn: this.id, ResultWriterDetails: report };
  }

  itemCounts(): Record<ChildStatus | 'total', number> {
    return counted(this.#children ?? [], ({ input }) => input.Items.length);
  }

  executionCounts(): Record<ChildStatus | 'total', number> {
    return counted(this.#children ?? [], () => 1);
  }

  async #batches(): Promise<Child[]> {
    const { ItemReader, ItemBatcher } = this.#map;
    const BatchInput = fillIn(ItemBatcher.BatchInput, this.#input);
    const children: Child[] = [];
    let Items: Item[] = [];
    const close = () => {
      if (Items.length > 0) children.push({ input: { Items, BatchInput }, status: 'PENDING' });
      Items = [];
    };
    for await (const item of readItems(ItemReader, this.#input, this.#services.s3)) {
      Items.push(item);
      if (Items.length === ItemBatcher.MaxItemsPerBatch) close();
    }
    close();
    return children;
  }

  async #runChild(child: Child, signal: AbortSignal): Promise<void> {
    const { States, StartAt } = this.#map.ItemProcessor;
    child.status = 'RUNNING';
    try {
      child.output = await this.#try(States[StartAt]!, child.input, signal);
      child.status = 'SUCCEEDED';
    } catch (error) {
      child.status = signal.aborted ? 'ABORTED' : 'FAILED';
      child.cause = (error as Error).message;
    }
  }

  async #try({ Parameters, Retry: [retry] }: Task, input: unknown, signal: AbortSignal): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#services.invoke(Parameters.FunctionName, input);
      } catch (error) {
        if (signal.aborted || !retry || attempt >= retry.MaxAttempts) throw error;
        const seconds = retry.IntervalSeconds * retry.BackoffRate ** attempt;
        await sleep(seconds * 1000 * this.#services.waiting, undefined, { signal });
      }
    }
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
  async #writeReport() {
    const { Bucket, Prefix } = fillIn(this.#map.ResultWriter.Parameters, this.#input) as Record<string, string>;
    const folder = `${Prefix!}/${this.id}`;
    const put = (Key: string, content: unknown) =>
      this.#services.s3.send(new PutObjectCommand({ Bucket: Bucket!, Key, Body: JSON.stringify(content) }));
    const ResultFiles: Record<string, unknown[]> = { FAILED: [], PENDING: [], SUCCEEDED: [] };
    for (const Status of Object.keys(ResultFiles)) {
      const entries = (this.#children ?? [])
        .filter((child) => reportedAs(child) === Status)
        .map((child) => entryOf(child));
      if (entries.length === 0) continue;
      const Key = `${folder}/${Status}_0.json`;
      await put(Key, entries);
      ResultFiles[Status]!.push({ Key, Size: Buffer.byteLength(JSON.stringify(entries)) });
    }
    const Key = `${folder}/manifest.json`;
    await put(Key, { DestinationBucket: Bucket, MapRunArn: this.id, ResultFiles });
    return { Bucket: Bucket!, Key };
  }
}

/** What was broken off is among what has not begun. */
const reportedAs = ({ status }: Child) => (status === 'SUCCEEDED' || status === 'FAILED' ? status : 'PENDING');

const entryOf = ({ input, output, cause, status }: Child) => ({
  Input: JSON.stringify(input),
  InputDetails: { Included: true },
  Status: status,
  ...(output !== undefined && { Output: JSON.stringify(output), OutputDetails: { Included: true } }),
  ...(cause !== undefined && { Error: 'Lambda.Unknown', Cause: cause }),
});

function counted(children: readonly Child[], weigh: (child: Child) => number): Record<ChildStatus | 'total', number> {
  const counts = { PENDING: 0, RUNNING: 0, SUCCEEDED: 0, FAILED: 0, ABORTED: 0, total: 0 };
  for (const child of children) {
    counts[child.status] += weigh(child);
    counts.total += weigh(child);
  }
  return counts;
}
