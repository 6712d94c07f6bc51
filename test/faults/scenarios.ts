import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pipeline } from '../end-to-end/pipeline.ts';
import type { FunctionCall, SpoiledCalls } from '../end-to-end/spoiled-calls.ts';

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
const OLD = 'Governor Ana Sousa opened the dam in Porto on Monday.\n“The dam is safe,” Sousa said.';
const NEW = 'Governor Luis Prado closed the dam in Porto on Tuesday.\n“The dam is closed,” Prado said.';
/** Said and named in the old revision alone. */
const OLD_WORDS = /is safe|Sousa/;
const NEW_WORDS = /is closed|Prado/;

/** Each question of the API that has an answer about the old revision, and the same about the new one. */
const QUESTIONS: readonly (readonly [old: string, changed?: string])[] = [
  ['/articles/held.txt'],
  ['/articles/held.txt/paragraphs'],
  ['/articles/held.txt/entities'],
  ['/articles/held.txt/quotations'],
  ['/entities?name=sou', '/entities?name=pra'],
  ['/entities/PERSON~23ana-sousa', '/entities/PERSON~23luis-prado'],
  ['/entities/PERSON~23ana-sousa/articles', '/entities/PERSON~23luis-prado/articles'],
  ['/entities/LOCATION~23porto/company'],
  ['/quotations?by=PERSON%23ana-sousa', '/quotations?by=PERSON%23luis-prado'],
  ['/quotations?words=dam'],
  ['/speakers?words=dam'],
  ['/check?words=The+dam+is+safe', '/check?words=The+dam+is+closed'],
  ['/speakers/PERSON~23ana-sousa/quotations', '/speakers/PERSON~23luis-prado/quotations'],
];

export interface HeldCorrection {
  /** Questions whose answers gave the old words before the correction, while it waited, and after it. */
  readonly before: readonly string[];
  readonly meanwhile: readonly string[];
  readonly after: readonly string[];
  /** Whose answers gave the new words after it. */
  readonly corrected: readonly string[];
  readonly asked: number;
}

/** A correction is known, and its text waits to be read: each question of the API is asked before, meanwhile, and after. */
export async function heldCorrection(stage: Stage): Promise<HeldCorrection> {
  const { pipeline, spoiled } = stage;
  const told = async (words: RegExp, changed = false): Promise<string[]> => {
    const paths = QUESTIONS.map(([old, now = old]) => (changed ? now : old));
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = (await (await fetch(`${pipeline.aws.api!}${path}`)).json()) as Record<string, unknown>;
        // A refusal repeats what was asked.
        return words.test(JSON.stringify(answer['title'] === undefined ? answer : {})) ? [path] : [];
      }),
    );
    return answers.flat();
  };
  await pipeline.put(HELD, OLD);
  await untilReady(stage, HELD);
  const before = await told(OLD_WORDS);
  const held = spoiled.hold(
    ({ action, body }) => action === 'UpdateItem' && body.includes(HELD) && body.includes('SET extractorVersion'),
  );
  await pipeline.put(HELD, NEW);
  await held.reached;
  const meanwhile = await told(OLD_WORDS);
  held.letGo();
  await untilReady(stage, HELD);
  await pipeline.settled();
  return {
    before,
    meanwhile,
    after: await told(OLD_WORDS),
    corrected: await told(NEW_WORDS, true),
    asked: QUESTIONS.length,
  };
}
