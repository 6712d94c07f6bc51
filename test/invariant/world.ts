import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { reconcileArticles, reconcileObjects, type Sides } from '../../shared/cli/reconcile.ts';
import { reprocess } from '../../shared/cli/reprocess.ts';
import { listedArticle, listedRow } from '../../shared/table/list-articles.ts';
import type { Item } from '../../shared/table/table.ts';
import { openTable } from '../../shared/table/table.ts';
import { readAhead } from './analysis.ts';
import { ARTICLES } from './articles.ts';
import { type Decision, decide } from './decide.ts';
import { type Handler, openHandler, type Queue, type Service } from './functions.ts';
import type { Act, History } from './history.ts';
import { askAll } from './questions.ts';
import type { Services } from './services.ts';
import { violations } from './statement.ts';
import { Subscriber } from './subscriber.ts';

/** Fewer tries than the stack's five: so that messages reach the dead-letter queue, and are sent back. */
const TRIES = 3;
const MESSAGES_A_BATCH = 3;
const FUNCTIONS_AT_ONCE = 4;
/** Once all faults are over a message goes through; one that still does not never will. */
const REDRIVES = 12;
const OLD = 1;
const NEW = 2;

interface Message {
  readonly queue: Queue;
  body: string;
  tries: number;
  state: 'waiting' | 'in flight' | 'dead' | 'done';
}

/** A function at work on a batch. */
interface Invocation {
  readonly environment: Environment;
  readonly messages: readonly Message[];
  readonly time: AbortController;
}

/** Where one function runs after another, until it is killed. */
interface Environment {
  readonly queue: Queue;
  readonly extractorVersion: number;
  readonly handle: Handler;
  /** Ends the invocation that begins next. */
  timeOut: AbortSignal;
}

/** A call that a function has made and not been answered yet. */
interface Call {
  readonly environment: Environment;
  readonly service: Service;
  readonly command: object;
  readonly signal: AbortSignal | undefined;
  readonly answer: (value: object) => void;
  readonly refuse: (error: Error) => void;
}

export interface Outcome {
  readonly rows: readonly Item[];
  /** What does not hold: at rest, after the operator's commands, or of an answer in between. */
  readonly violations: readonly string[];
  /** Bodies of messages that fail for ever. */
  readonly stuck: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Faults of the pipeline itself, planted to see whether they are found. */
export interface Planted {
  /** Changes a command on its way to the table; undefined: it is never carried out, and answered as if it had been. */
  readonly tamper?: (command: object) => object | undefined;
  /** Changes what a service has answered to a command. */
  readonly twist?: (command: object, answer: object, rows: readonly Item[]) => object;
  /** Changes a message on its way to a function. */
  readonly garble?: (body: string) => string;
  /** What a function answers is not read: all of its messages are taken for done. */
  readonly failuresUnread?: boolean;
  /** A message is gone from its queue as soon as a function has it. */
  readonly acknowledgedEarly?: boolean;
}

export interface Options {
  /** So many events of a hundred never reach the queue. */
  readonly lostPercent?: number;
}

/** The world that functions live in: it lets one call at a time go on, and decides what becomes of it. */
export class World {
  readonly #services: Services;
  readonly #planted: Planted;
  readonly #messages: Message[] = [];
  readonly #idle: Environment[] = [];
  readonly #running = new Map<Environment, Invocation>();
  readonly #lost = new Set<string>();
  readonly #said: string[] = [];
  readonly #texts = new Map<string, string>();
  readonly #lostPercent: number;
  readonly #counts: Record<string, number> = {};
  readonly #subscriber = new Subscriber();
  #calls: Call[] = [];
  #events = 0;
  #upgraded = false;
  #newSeen = false;
  #oldGone = false;

  constructor(services: Services, planted: Planted = {}, { lostPercent = 0 }: Options = {}) {
    this.#lostPercent = lostPercent;
    this.#services = services;
    this.#planted = planted;
  }

  /**
   * Lives through a history until all is at rest, dead letters sent back. Then what must hold is looked at, before anything
   * heals: once as it is, once after old articles have been read anew, once after `reconcile` where events were lost.
   */
  async live({ acts, plan }: History): Promise<Outcome> {
    await readAhead();
    await this.#rest(plan.values(), [...acts]);
    const found = [...this.#said, ...(await this.#violations('at rest', { ignored: this.#lost }))];
    if (this.#upgraded) {
      this.#oldGone = true;
      await this.#reprocess();
      await this.#rest();
      found.push(...(await this.#violations('reprocessed', { ignored: this.#lost })));
      const old = (await this.#services.rows()).filter(
        ({ pk, extractorVersion }) => extractorVersion === OLD && !this.#lost.has(pk.slice('ARTICLE#'.length)),
      );
      found.push(...old.map(({ pk, sk }) => `reprocessed: ${pk} ${sk} is of the old extractor`));
    }
    if (this.#lost.size > 0) {
      await this.#reconcile();
      await this.#rest();
      found.push(...(await this.#violations('reconciled', { undated: this.#lost })));
      if ((await this.#reconcile()) > 0) found.push('reconciled: a second run finds differences');
    }
    found.push(...this.#subscriber.violations());
    return { rows: await this.#services.rows(), violations: found, stuck: this.#stuck(), counts: this.#counts };
  }

  async #rest(decisions: Iterator<number> = [].values(), future: Act[] = []): Promise<void> {
    for (let redrives = 0; ;) {
      await setImmediate();
      if (await this.#step(decide(Number(decisions.next().value ?? 0)), future)) continue;
      // What a newer extractor has taken on waits for it: after a rollback it is deployed again.
      if (this.#newSeen) this.#upgraded = true;
      if (redrives < REDRIVES && this.#redrive()) redrives++;
      else break;
    }
  }

  async #violations(when: string, except: Parameters<typeof violations>[1]): Promise<string[]> {
    const [objects, rows] = [await this.#services.objects(), await this.#services.rows()];
    return (await violations({ objects, rows }, except)).map((what) => `${when}: ${what}`);
  }

  /** @returns false where nothing is left to be done. */
  async #step(decision: Decision, future: Act[]): Promise<boolean> {
    const { kind, pick } = decision;
    const waiting = this.#messages.filter(({ state }) => state === 'waiting');
    const busy = [...this.#running.values()];
    if (kind === 'act' && future.length > 0) await this.#act(future.shift()!);
    else if (kind === 'deliver' && waiting.length > 0 && busy.length < FUNCTIONS_AT_ONCE) this.#deliver(waiting, pick);
    else if (kind === 'duplicate' && this.#messages.length > 0) this.#duplicate(pick);
    else if (kind === 'kill' && busy.length > 0) this.#kill(busy[pick % busy.length]!);
    else if (kind === 'time out' && busy.length > 0) this.#timeOut(busy[pick % busy.length]!);
    else if (kind === 'ask') await this.#ask(pick % 2 === 0);
    else if (kind === 'redrive') this.#redrive();
    else if (kind === 'upgrade') {
      this.#upgraded = true;
      this.#newSeen = true;
    } else if (kind === 'roll back') {
      this.#upgraded = false;
    } else if (kind === 'reprocess' && this.#upgraded) await this.#reprocess();
    else if (this.#calls.length > 0) await this.#goOn(decision);
    else if (waiting.length > 0) this.#deliver(waiting, 0);
    else if (future.length > 0) await this.#act(future.shift()!);
    else return busy.length > 0;
    return true;
  }

  async #act({ key, does, joined, chance }: Act): Promise<void> {
    const article = does in ARTICLES ? ARTICLES[does as keyof typeof ARTICLES] : undefined;
    const published = `2026-${String((this.#events % 3) + 9).padStart(2, '0')}-01T06:00:00.000Z`;
    if (article) {
      this.#texts.set(`"${createHash('md5').update(article).digest('hex')}"`, Buffer.from(article).toString());
      this.#tell({ key, joined, chance }, 'ObjectCreated:Put', await this.#services.put(key, article, published));
    } else if (does === 'remove' || !this.#services.deleteVersion) {
      await this.#services.remove(key);
      this.#tell({ key, joined, chance }, 'ObjectRemoved:DeleteMarkerCreated');
    } else {
      await this.#services.deleteVersion(key, does === 'delete the oldest version' ? 'oldest' : 'current');
      this.#tell({ key, joined, chance }, 'ObjectRemoved:Delete');
    }
  }

  #tell({ key, joined, chance }: Omit<Act, 'does'>, eventName: string, eTag?: string): void {
    // As S3's own, sequencers differ in length: here without the zeros at their end.
    const sequencer = (++this.#events * 8)
      .toString(16)
      .padStart(4, '0')
      .replace(/(?<!0)0+$/, '');
    if (chance < this.#lostPercent) {
      this.#count('events lost');
      this.#lost.add(key);
      return;
    }
    const object = { key: encodeURIComponent(key), eTag, sequencer };
    const record = { eventName, s3: { bucket: { name: 'inbox' }, object } };
    const last = this.#messages.findLast(({ queue, state }) => queue === 'arrivals' && state === 'waiting');
    if (joined && last) {
      const { Records } = JSON.parse(last.body) as { Records: object[] };
      last.body = JSON.stringify({ Records: [...Records, record] });
    } else this.#send('arrivals', JSON.stringify({ Records: [record] }));
  }

  #send(queue: Queue, body: string): void {
    this.#messages.push({ queue, body, tries: 0, state: 'waiting' });
  }

  #deliver(waiting: readonly Message[], pick: number): void {
    const first = waiting[pick % waiting.length]!;
    const others = waiting.filter((other) => other !== first && other.queue === first.queue);
    const messages = [first, ...others.slice(0, pick % MESSAGES_A_BATCH)];
    for (const message of messages) {
      message.tries++;
      message.state = this.#planted.acknowledgedEarly ? 'done' : 'in flight';
    }
    const extractorVersion = this.#upgraded && (this.#oldGone || pick % 2 === 0) ? NEW : OLD;
    const environment = this.#environment(first.queue, extractorVersion);
    const time = new AbortController();
    environment.timeOut = time.signal;
    const invocation = { environment, messages, time };
    this.#running.set(environment, invocation);
    const event = {
      Records: messages.map(({ body }, id) => ({
        messageId: String(id),
        body: this.#planted.garble?.(body) ?? body,
        eventSource: 'aws:sqs',
      })),
    };
    const context = { functionName: first.queue, awsRequestId: 'request', getRemainingTimeInMillis: () => 60_000 };
    void environment.handle(event as SQSEvent, context as unknown as Context).then(({ batchItemFailures }) => {
      this.#end(invocation, new Set(batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier))));
    });
  }

  #end(invocation: Invocation, failed: ReadonlySet<number>): void {
    if (!this.#running.delete(invocation.environment)) return;
    this.#idle.push(invocation.environment);
    invocation.messages.forEach((message, id) => {
      if (failed.has(id) && !this.#planted.failuresUnread) this.#back(message);
      else if (message.state === 'in flight') message.state = 'done';
    });
  }

  #back(message: Message): void {
    if (message.state !== 'in flight') return;
    message.state = message.tries < TRIES ? 'waiting' : 'dead';
    if (message.state === 'dead') this.#count('dead letters');
  }

  #kill(invocation: Invocation): void {
    this.#count('kills');
    this.#running.delete(invocation.environment);
    this.#calls = this.#calls.filter(({ environment }) => environment !== invocation.environment);
    for (const message of invocation.messages) this.#back(message);
  }

  /** The function's own time is over: its calls are given up, those under way with or without their effect. */
  #timeOut({ environment, time }: Invocation): void {
    this.#count('time-outs');
    time.abort();
    const given = this.#calls.filter((call) => call.environment === environment && call.signal?.aborted);
    this.#calls = this.#calls.filter((call) => !given.includes(call));
    for (const call of given) call.refuse(serviceError('AbortError'));
  }

  /** What is said in an answer stands in the bytes that the article's row is of. */
  async #ask(caughtUp: boolean): Promise<void> {
    if (caughtUp) this.#services.catchUp?.();
    const rows = await this.#services.rows();
    const answered = await askAll({
      ...this.#services,
      dynamodb: async (command) => {
        const answer = await this.#services.dynamodb(command);
        return this.#planted.twist?.(command, answer, rows) ?? answer;
      },
    });
    for (const { key, words } of answered) {
      this.#count('answers');
      const row = rows.find(({ pk, sk }) => pk === `ARTICLE#${key}` && sk === 'ARTICLE');
      const text = this.#texts.get(String(row?.['etag'])) ?? '';
      for (const word of words.filter((word) => !text.includes(word))) {
        this.#said.push(`asked: "${word}" is told of ${key}, which says no such thing now`);
      }
      if (row?.['status'] === 'WITHDRAWN') this.#said.push(`asked: ${key} is told of, and withdrawn`);
    }
  }

  /** A delivery that comes again, while the first is being worked on or long after. */
  #duplicate(pick: number): void {
    const { queue, body } = this.#messages[pick % this.#messages.length]!;
    this.#count('duplicates');
    this.#send(queue, body);
  }

  #redrive(): boolean {
    const dead = this.#messages.filter(({ state }) => state === 'dead');
    for (const message of dead) {
      message.tries = 0;
      message.state = 'waiting';
    }
    return dead.length > 0;
  }

  /** As the operator's command does, at once. */
  async #reprocess(): Promise<void> {
    const keys = (await this.#services.objects()).map(({ key }) => key);
    const parts = { keys, table: this.#table(), extractions: this.#extractions(), extractorVersion: NEW };
    for await (const { fate } of reprocess(parts)) this.#count(`reprocess: ${fate}`);
  }

  /** As the operator's command does, at once. @returns how many differences were found. */
  async #reconcile(): Promise<number> {
    const objects = await this.#services.objects();
    const rows = (await this.#services.rows()).filter(({ sk }) => sk === 'ARTICLE');
    const table = this.#table();
    const sides: Sides = {
      bucket: 'inbox',
      now: new Date(),
      dryRun: false,
      articleOf: (key) => listedArticle(table, key),
      hasObject: (key) => Promise.resolve(objects.some((object) => object.key === key)),
      lookAgain: (reconcile) => {
        this.#send('arrivals', JSON.stringify({ reconcile }));
        return Promise.resolve();
      },
      requestExtraction: (request) => this.#extractions().request(request),
    };
    const old = new Date(0);
    let differences = 0;
    for (const compared of [
      reconcileObjects(Readable.from(objects.map(({ key, etag }) => ({ key, etag, lastModified: old }))), sides),
      reconcileArticles(Readable.from(rows.map(listedRow)), sides),
    ]) {
      for await (const { difference } of compared) {
        if (!difference) continue;
        differences++;
        this.#count(`reconcile: ${difference}`);
      }
    }
    return differences;
  }

  #table() {
    const client = { send: (command: object) => this.#services.dynamodb(command) };
    return openTable('table', client as unknown as DynamoDBDocumentClient);
  }

  #extractions() {
    return {
      request: (request: object) => {
        this.#send('extractions', JSON.stringify(request));
        return Promise.resolve();
      },
    };
  }

  async #goOn({ fault, pick }: Decision): Promise<void> {
    const [call] = this.#calls.splice(pick % this.#calls.length, 1) as [Call];
    if (call.service === 'wait') {
      call.answer({});
      return;
    }
    if (fault) this.#count(fault);
    if (fault === 'refused') call.refuse(serviceError('InternalServerError'));
    else if (fault === 'throttled') call.refuse(serviceError('ThrottlingException'));
    else if (fault === 'unanswered') {
      await this.#carryOut(call).catch(() => undefined);
      call.refuse(serviceError('TimeoutError'));
    } else if (fault === 'killed after') {
      await this.#carryOut(call).catch(() => undefined);
      this.#kill(this.#running.get(call.environment)!);
    } else {
      // The SDK did not hear the answer, and asked again.
      if (fault === 'repeated') await this.#carryOut(call).catch(() => undefined);
      await this.#carryOut(call).then(call.answer, call.refuse);
    }
  }

  async #carryOut({ service, command }: Call): Promise<object> {
    this.#count('calls');
    const tampered = this.#planted.tamper ? this.#planted.tamper(command) : command;
    if (!tampered) return {};
    if (service === 'sqs') {
      this.#send('extractions', await this.#services.sent(tampered));
      return {};
    }
    if (service === 'sns') {
      const isNew = this.#subscriber.hear(await this.#services.told(tampered));
      this.#count(isNew ? 'events' : 'events repeated');
      return {};
    }
    const answer = await (service === 's3' ? this.#services.s3(tampered) : this.#services.dynamodb(tampered));
    await this.#subscriber.see(tampered, () => this.#services.rows());
    return this.#planted.twist?.(tampered, answer, []) ?? answer;
  }

  #environment(queue: Queue, extractorVersion: number): Environment {
    const reused = this.#idle.findIndex(
      (idle) => idle.queue === queue && (queue === 'arrivals' || idle.extractorVersion === extractorVersion),
    );
    if (reused >= 0) return this.#idle.splice(reused, 1)[0]!;
    const call = (service: Service, command: object, signal?: AbortSignal) =>
      new Promise<object>((answer, refuse) => {
        if (signal?.aborted) refuse(serviceError('AbortError'));
        // A function that was killed while it read a file calls nobody any more.
        else if (this.#running.has(environment))
          this.#calls.push({ environment, service, command, signal, answer, refuse });
      });
    const environment: Environment = {
      queue,
      extractorVersion,
      handle: openHandler(queue, extractorVersion, call, () => environment.timeOut),
      timeOut: new AbortController().signal,
    };
    return environment;
  }

  #stuck(): string[] {
    return this.#messages.filter(({ state }) => state !== 'done').map(({ body }) => body);
  }

  #count(what: string): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1;
  }
}

/** What an SDK client throws. */
const serviceError = (name: string): Error => Object.assign(new Error(name), { name });
