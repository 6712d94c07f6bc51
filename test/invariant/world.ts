import { setImmediate } from 'node:timers/promises';
import type { Item } from '../../shared/table/table.ts';
import { readAhead } from './analysis.ts';
import { type Decision, decide } from './decide.ts';
import type { Act, History } from './history.ts';
import { Lambda } from './lambda.ts';
import { Network } from './network.ts';
import { Newsroom } from './newsroom.ts';
import { Operator } from './operator.ts';
import type { Planted } from './planted-faults.ts';
import { askAll } from './questions.ts';
import { type Message, Queues } from './queues.ts';
import type { Services } from './services.ts';
import { violations } from './statement.ts';
import { Subscriber } from './subscriber.ts';

const FUNCTIONS_AT_ONCE = 4;
/** Once all faults are over a message goes through; one that still does not never will. */
const REDRIVES = 12;
const OLD = 1;
const NEW = 2;

export interface Outcome {
  readonly rows: readonly Item[];
  /** What does not hold: at rest, after the operator's commands, or of an answer in between. */
  readonly violations: readonly string[];
  /** Bodies of messages that fail for ever. */
  readonly stuck: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

export interface Options {
  /** So many events of a hundred never reach the queue. */
  readonly lostPercent?: number;
}

/** The world that functions live in: it lets one call at a time go on, and decides what becomes of it. */
export class World {
  readonly #services: Services;
  readonly #planted: Planted;
  readonly #counts: Record<string, number> = {};
  readonly #said: string[] = [];
  readonly #subscriber = new Subscriber();
  readonly #queues: Queues;
  readonly #newsroom: Newsroom;
  readonly #lambda: Lambda;
  readonly #network: Network;
  readonly #operator: Operator;
  #upgraded = false;
  #newSeen = false;
  #oldGone = false;

  constructor(services: Services, planted: Planted = {}, { lostPercent = 0 }: Options = {}) {
    const count = (what: string) => {
      this.#count(what);
    };
    this.#services = services;
    this.#planted = planted;
    this.#queues = new Queues(count);
    this.#newsroom = new Newsroom(services, this.#queues, lostPercent, count);
    this.#lambda = new Lambda(this.#queues, planted, count);
    this.#operator = new Operator(services, this.#queues, count);
    this.#network = new Network({
      services,
      queues: this.#queues,
      lambda: this.#lambda,
      subscriber: this.#subscriber,
      planted,
      count,
    });
  }

  /**
   * Lives through a history until all is at rest, dead letters sent back. Then what must hold is looked at, before anything
   * heals: once as it is, once after old articles have been read anew, once after `reconcile` where events were lost.
   */
  async live({ acts, plan }: History): Promise<Outcome> {
    const { lost } = this.#newsroom;
    await readAhead();
    await this.#rest(plan.values(), [...acts]);
    const found = [...this.#said, ...(await this.#violations('at rest', { ignored: lost }))];
    if (this.#upgraded) {
      this.#oldGone = true;
      await this.#operator.reprocess(NEW);
      await this.#rest();
      found.push(...(await this.#violations('reprocessed', { ignored: lost })));
      const old = (await this.#services.rows()).filter(
        ({ pk, extractorVersion }) => extractorVersion === OLD && !lost.has(pk.slice('ARTICLE#'.length)),
      );
      found.push(...old.map(({ pk, sk }) => `reprocessed: ${pk} ${sk} is of the old extractor`));
    }
    if (lost.size > 0) {
      await this.#operator.reconcile();
      await this.#rest();
      found.push(...(await this.#violations('reconciled', { undated: lost })));
      if ((await this.#operator.reconcile()) > 0) found.push('reconciled: a second run finds differences');
    }
    found.push(...this.#subscriber.violations());
    const rows = await this.#services.rows();
    return { rows, violations: found, stuck: this.#queues.stuck(), counts: this.#counts };
  }

  async #rest(decisions: Iterator<number> = [].values(), future: Act[] = []): Promise<void> {
    for (let redrives = 0; ;) {
      await setImmediate();
      if (await this.#step(decide(Number(decisions.next().value ?? 0)), future)) continue;
      // What a newer extractor has taken on waits for it: after a rollback it is deployed again.
      if (this.#newSeen) this.#upgraded = true;
      if (redrives < REDRIVES && this.#queues.redrive()) redrives++;
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
    const lambda = this.#lambda;
    const waiting = this.#queues.waiting();
    const { busy } = lambda;
    if (kind === 'act' && future.length > 0) await this.#newsroom.act(future.shift()!);
    else if (kind === 'deliver' && waiting.length > 0 && busy.length < FUNCTIONS_AT_ONCE) this.#deliver(waiting, pick);
    else if (kind === 'duplicate' && !this.#queues.isUnused) this.#queues.duplicate(pick);
    else if (kind === 'kill' && busy.length > 0) lambda.kill(busy[pick % busy.length]!);
    else if (kind === 'time out' && busy.length > 0) lambda.timeOut(busy[pick % busy.length]!);
    else if (kind === 'ask') await this.#ask(pick % 2 === 0);
    else if (kind === 'redrive') this.#queues.redrive();
    else if (kind === 'upgrade') {
      this.#upgraded = true;
      this.#newSeen = true;
    } else if (kind === 'roll back') {
      this.#upgraded = false;
    } else if (kind === 'reprocess' && this.#upgraded) await this.#operator.reprocess(NEW);
    else if (lambda.hasCalls) await this.#network.goOn(decision);
    else if (waiting.length > 0) this.#deliver(waiting, 0);
    else if (future.length > 0) await this.#newsroom.act(future.shift()!);
    else return busy.length > 0;
    return true;
  }

  #deliver(waiting: readonly Message[], pick: number): void {
    const extractorVersion = this.#upgraded && (this.#oldGone || pick % 2 === 0) ? NEW : OLD;
    this.#lambda.deliver(this.#queues.take(waiting, pick), extractorVersion);
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
      const text = this.#newsroom.textOf(String(row?.['etag']));
      for (const word of words.filter((word) => !text.includes(word))) {
        this.#said.push(`asked: "${word}" is told of ${key}, which says no such thing now`);
      }
      if (row?.['status'] === 'WITHDRAWN') this.#said.push(`asked: ${key} is told of, and withdrawn`);
    }
  }

  #count(what: string): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1;
  }
}
