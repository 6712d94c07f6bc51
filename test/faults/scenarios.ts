import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';
import type { Pipeline } from '../end-to-end/pipeline.ts';
import type { FunctionCall, SpoiledCalls } from '../end-to-end/spoiled-calls.ts';
import type { Question, Revision } from './questions.ts';

interface Stage {
  readonly pipeline: Pipeline;
  readonly spoiled: SpoiledCalls;
}

const LOOK_EVERY_MS = 20;
const text = (index: number) =>
  `Minister Leila Haddad opened school ${index} in Amman on Monday.\n“Number ${index} is the best,” Haddad said.`;
const secondsSince = (began: number) => (Date.now() - began) / 1_000;

async function until(is: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await is())) await sleep(LOOK_EVERY_MS);
}

const statusOf = async ({ pipeline }: Stage, key: string) => (await pipeline.read(key))?.article.status;

const untilReady = (stage: Stage, ...keys: string[]) =>
  until(async () => (await Promise.all(keys.map((key) => statusOf(stage, key)))).every((status) => status === 'READY'));

/** A call to DynamoDB is refused, so that the SDK does not try it again. @returns seconds from the drop to READY. */
export async function refusedCall(stage: Stage): Promise<number> {
  stage.spoiled.refuseOnce(({ action, body }) => action === 'PutItem' && body.includes('refused.txt'));
  const began = Date.now();
  await stage.pipeline.put('refused.txt', text(0));
  await untilReady(stage, 'refused.txt');
  return secondsSince(began);
}

export interface HangingRead {
  /** From the moment at which the batch of five could begin, until the four others were READY. */
  readonly neighboursSeconds: number;
  /** What the fifth was meanwhile. */
  readonly meanwhile: string | undefined;
  readonly hangingSeconds: number;
  /** Ids of the invocations that split the five. */
  readonly invocations: readonly string[];
}

/**
 * Five articles in one batch of `split`, and the GET of one of them hangs.
 * @param forGood until the function has given it up; else only until the four others are READY.
 */
export async function hangingRead(stage: Stage, { forGood }: { forGood: boolean }): Promise<HangingRead> {
  const { pipeline, spoiled } = stage;
  const isRead =
    (name: string) =>
    ({ service, method, path }: FunctionCall) =>
      service === 's3' && method === 'GET' && path.includes(name);
  await pipeline.settled();
  // Both places of `split` are kept busy until all five wait in the queue, from which one takes them together.
  const busy = spoiled.hold(isRead('busy-'));
  for (const [index, key] of ['busy-0.txt', 'busy-1.txt'].entries()) {
    await pipeline.put(key, text(index));
    await until(() => busy.count() === index + 1);
  }
  const five = Array.from({ length: 5 }, (_, index) => `five/${index}.txt`);
  const [first, ...others] = five as [string, ...string[]];
  const hanging = spoiled.hold(isRead(first));
  for (const [index, key] of five.entries()) await pipeline.put(key, text(index));
  const queue = String(pipeline.aws.outputs['ArrivalsQueueName']);
  await until(async () => (await pipeline.aws.depths()).get(queue) === 7);

  const began = Date.now();
  busy.letGo();
  await untilReady(stage, ...others);
  const neighboursSeconds = secondsSince(began);
  const meanwhile = await statusOf(stage, first);
  if (forGood) await until(() => pipeline.failures.length > 0);
  hanging.letGo();
  await untilReady(stage, first);
  const hangingSeconds = secondsSince(began);
  await pipeline.settled();
  const invocations = loggedBy(pipeline, ({ key, paragraphs }) => paragraphs !== undefined && others.includes(key!));
  return { neighboursSeconds, meanwhile, hangingSeconds, invocations };
}

interface Line {
  readonly key?: string;
  readonly paragraphs?: number;
  readonly function_request_id?: string;
}

/** Ids of the invocations whose log has such lines, each once. */
function loggedBy({ logFile }: Pipeline, which: (line: Line) => boolean): string[] {
  const lines = readFileSync(logFile, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
  return [...new Set(lines.filter(which).map((line) => line.function_request_id!))];
}

const HELD = 'held.txt';
const OLD =
  'Sousa calls the dam in Porto safe\n\nGovernor Ana Sousa opened the dam in Porto on Monday.\n“The dam in Porto is safe,” Sousa said.';
const NEW =
  'Prado closes the dam in Porto\n\nGovernor Luis Prado closed the dam in Porto on Tuesday.\n“The dam in Porto is closed,” Prado said.';

/** Names of the questions whose answers … */
export interface HeldCorrection {
  /** … gave the old revision before the correction, while it waited, and after it. */
  readonly before: readonly string[];
  readonly meanwhile: readonly string[];
  readonly after: readonly string[];
  /** … gave the new one after it. */
  readonly corrected: readonly string[];
}

/** A correction is known, and its text waits to be read: each question is asked before, meanwhile, and after. */
export async function heldCorrection(stage: Stage, questions: readonly Question[]): Promise<HeldCorrection> {
  const { pipeline, spoiled } = stage;
  const giving = async (revision: Revision): Promise<string[]> => {
    const given: string[] = [];
    await forEachConcurrently(questions, async (question) => {
      if (await question.gives(revision)) given.push(question.name);
    });
    return given;
  };
  await pipeline.put(HELD, OLD);
  // An earlier round may have left it READY.
  await pipeline.settled();
  await untilReady(stage, HELD);
  const before = await giving('old');
  const held = spoiled.hold(
    ({ action, body }) => action === 'UpdateItem' && body.includes(HELD) && body.includes('SET extractorVersion'),
  );
  await pipeline.put(HELD, NEW);
  await held.reached;
  const meanwhile = await giving('old');
  held.letGo();
  await untilReady(stage, HELD);
  await pipeline.settled();
  return { before, meanwhile, after: await giving('old'), corrected: await giving('new') };
}
