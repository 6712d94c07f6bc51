import { setImmediate } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { reprocess } from '../../shared/cli/reprocess.ts';
import type { Item } from '../../shared/table/table.ts';
import { openTable } from '../../shared/table/table.ts';
import { ARTICLES } from './articles.ts';
import { type Decision, decide } from './decide.ts';
import { type Handler, openHandler, type Queue, type Service } from './functions.ts';
import type { Act, History } from './history.ts';
import type { Services } from './services.ts';

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
}

/** Where one function runs after another, until it is killed. */
interface Environment {
  readonly queue: Queue;
  readonly extractor: number;
  readonly handle: Handler;
}

/** A call that a function has made and not been answered yet. */
interface Call {
  readonly environment: Environment;
  readonly service: Service;
  readonly command: object;
  readonly answer: (value: object) => void;
  readonly refuse: (error: Error) => void;
}

export interface Outcome {
  readonly rows: readonly Item[];
  /** What a clean run over the bucket's final content writes. */
  readonly clean: readonly Item[];
  /** Bodies of messages that fail for ever. */
  readonly stuck: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Faults of the pipeline itself, planted to see whether they are found. */
export interface Planted {
  /** Changes a command on its way to the table; undefined: it is never carried out, and answered as if it had been. */
  readonly tamper?: (command: object) => object | undefined;
  /** A message is gone from its queue as soon as a function has it. */
  readonly acknowledgedEarly?: boolean;
}

/** The world that functions live in: it lets one call at a time go on, and decides what becomes of it. */
export class World {
  readonly #services: Services;
  readonly #planted: Planted;
  readonly #messages: Message[] = [];
  readonly #idle: Environment[] = [];
  readonly #running = new Map<Environment, Invocation>();
  readonly #lastEvents = new Map<string, string>();
  readonly #counts: Record<string, number> = {};
  #calls: Call[] = [];
  #events = 0;
  #upgraded = false;
  #oldGone = false;

  constructor(services: Services, planted: Planted = {}) {
    this.#services = services;
    this.#planted = planted;
  }

  /** Lives through a history until all is at rest, dead letters sent back and old articles reprocessed. */
  async live({ acts, plan }: History): Promise<Outcome> {
    const decisions = plan.values();
    const future = [...acts];
    for (let redrives = 0; ;) {
      await setImmediate();
      const decision = decide(decisions.next().value ?? 0);
      if (await this.#step(decision, future)) continue;
      if (redrives < REDRIVES && this.#redrive()) {
        redrives++;
        continue;
      }
      if (this.#upgraded && !this.#oldGone) {
        this.#oldGone = true;
        await this.#reprocess();
        continue;
      }
      break;
    }
    const clean = await this.#cleanRows();
    return { rows: await this.#services.rows(), clean, stuck: this.#stuck(), counts: this.#counts };
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
    else if (kind === 'redrive') this.#redrive();
    else if (kind === 'upgrade') {
      this.#upgraded = true;
    } else if (kind === 'reprocess' && this.#upgraded) await this.#reprocess();
    else if (this.#calls.length > 0) await this.#goOn(decision);
    else if (waiting.length > 0) this.#deliver(waiting, 0);
    else if (future.length > 0) await this.#act(future.shift()!);
    else return busy.length > 0;
    return true;
  }

  async #act({ key, does, joined }: Act): Promise<void> {
    const article = does in ARTICLES ? ARTICLES[does as keyof typeof ARTICLES] : undefined;
    const published = `2026-${String((this.#events % 3) + 9).padStart(2, '0')}-01T06:00:00.000Z`;
    if (article) {
      this.#tell(key, 'ObjectCreated:Put', joined, await this.#services.put(key, article, published));
    } else if (does === 'remove' || !this.#services.deleteVersion) {
      await this.#services.remove(key);
      this.#tell(key, 'ObjectRemoved:DeleteMarkerCreated', joined);
    } else {
      await this.#services.deleteVersion(key, does === 'delete the oldest version' ? 'oldest' : 'current');
      this.#tell(key, 'ObjectRemoved:Delete', joined);
    }
  }

  #tell(key: string, eventName: string, joined: boolean, eTag?: string): void {
    // As S3's own, sequencers differ in length: here without the zeros at their end.
    const sequencer = `00${(++this.#events).toString(16).padStart(4, '0')}`.replace(/(?<!0)0+$/, '');
    const object = { key: encodeURIComponent(key), eTag, sequencer };
    const record = { eventName, s3: { bucket: { name: 'inbox' }, object } };
    this.#lastEvents.set(key, JSON.stringify({ Records: [record] }));
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
    const extractor = this.#upgraded && (this.#oldGone || pick % 4 !== 3) ? NEW : OLD;
    const environment = this.#environment(first.queue, extractor);
    const invocation = { environment, messages };
    this.#running.set(environment, invocation);
    const event = {
      Records: messages.map(({ body }, id) => ({ messageId: String(id), body, eventSource: 'aws:sqs' })),
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
      if (failed.has(id)) this.#back(message);
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
    const client = { send: (command: object) => this.#services.dynamodb(command) };
    const table = openTable('table', client as unknown as DynamoDBDocumentClient);
    const keys = await this.#services.keys();
    const extractions = {
      request: (request: object) => {
        this.#send('extractions', JSON.stringify(request));
        return Promise.resolve();
      },
    };
    for await (const { fate } of reprocess({ keys, table, extractions, extractor: NEW }))
      this.#count(`reprocess: ${fate}`);
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
    if (service === 's3') return this.#services.s3(command);
    if (service === 'sqs') {
      this.#send('extractions', await this.#services.sent(command));
      return {};
    }
    const tampered = this.#planted.tamper ? this.#planted.tamper(command) : command;
    return tampered ? this.#services.dynamodb(tampered) : {};
  }

  #environment(queue: Queue, extractor: number): Environment {
    const reused = this.#idle.findIndex(
      (idle) => idle.queue === queue && (queue === 'arrivals' || idle.extractor === extractor),
    );
    if (reused >= 0) return this.#idle.splice(reused, 1)[0]!;
    const call = (service: Service, command: object) =>
      new Promise<object>((answer, refuse) => this.#calls.push({ environment, service, command, answer, refuse }));
    const environment: Environment = { queue, extractor, handle: openHandler(queue, extractor, call) };
    return environment;
  }

  /** The last event of each key, once and in order, beside an empty table. */
  async #cleanRows(): Promise<Item[]> {
    const services = await this.#services.withEmptyTable();
    const clean = new World(services);
    clean.#upgraded = this.#upgraded;
    clean.#oldGone = this.#upgraded;
    for (const body of this.#lastEvents.values()) clean.#send('arrivals', body);
    while (await clean.#step(decide(0), [])) await setImmediate();
    return services.rows();
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
