import type { Queue } from './functions.ts';

/** Fewer tries than the stack's ten: so that messages reach the dead-letter queue, and are sent back. */
const TRIES = 3;
const MESSAGES_A_BATCH = 3;

export interface Message {
  readonly queue: Queue;
  body: string;
  tries: number;
  state: 'waiting' | 'in flight' | 'dead' | 'done';
}

/** Both queues and their dead letters. */
export class Queues {
  readonly #messages: Message[] = [];
  readonly #count: (what: string) => void;

  constructor(count: (what: string) => void) {
    this.#count = count;
  }

  send(queue: Queue, body: string): void {
    this.#messages.push({ queue, body, tries: 0, state: 'waiting' });
  }

  /** The arrival that was sent last, where it still waits. */
  lastArrival(): Message | undefined {
    return this.#messages.findLast(({ queue, state }) => queue === 'arrivals' && state === 'waiting');
  }

  waiting(): readonly Message[] {
    return this.#messages.filter(({ state }) => state === 'waiting');
  }

  /** Takes a batch of one queue, of those that wait. */
  take(waiting: readonly Message[], pick: number): readonly Message[] {
    const first = waiting[pick % waiting.length]!;
    const others = waiting.filter((other) => other !== first && other.queue === first.queue);
    const batch = [first, ...others.slice(0, pick % MESSAGES_A_BATCH)];
    for (const message of batch) {
      message.tries++;
      message.state = 'in flight';
    }
    return batch;
  }

  done(message: Message): void {
    if (message.state === 'in flight') message.state = 'done';
  }

  /** A message in flight is tried again, or is a dead letter. */
  back(message: Message): void {
    if (message.state !== 'in flight') return;
    message.state = message.tries < TRIES ? 'waiting' : 'dead';
    if (message.state === 'dead') this.#count('dead letters');
  }

  /** A delivery that comes again, while the first is being worked on or long after. */
  duplicate(pick: number): void {
    const { queue, body } = this.#messages[pick % this.#messages.length]!;
    this.#count('duplicates');
    this.send(queue, body);
  }

  /** @returns whether there were dead letters. */
  redrive(): boolean {
    const dead = this.#messages.filter(({ state }) => state === 'dead');
    for (const message of dead) {
      message.tries = 0;
      message.state = 'waiting';
    }
    return dead.length > 0;
  }

  get isUnused(): boolean {
    return this.#messages.length === 0;
  }

  /** Bodies of messages that are not done. */
  stuck(): string[] {
    return this.#messages.filter(({ state }) => state !== 'done').map(({ body }) => body);
  }
}
