import type { Instant } from './keys.ts';
import { InvalidQuery } from './invalid-query.ts';
import type { PageRequest, Page } from './time-pages.ts';

interface Dated {
  readonly publishedAt: Instant;
}

/** How far a walk has come, as a cursor holds it: the page that it is in, and how many of its elements are behind. */
export type Stand = readonly [page: string, behind: string];

const BEGINNING: Stand = ['', '0'];
const END: Stand = ['.', '0'];

/** Goes through the pages of a question, element by element; where it stands can be written down after any. */
class Walk<T> {
  readonly #ask: (asked: PageRequest) => Promise<Page<T>>;
  readonly #size: number;
  #cursor: string | undefined;
  #page: Page<T> | undefined;
  #behind: number;
  #ended: boolean;

  constructor(ask: (asked: PageRequest) => Promise<Page<T>>, size: number, [page, behind]: Stand) {
    if (!/^\d{1,4}$/.test(behind)) throw InvalidQuery.cursor();
    this.#ask = ask;
    this.#size = size;
    this.#ended = page === END[0];
    this.#cursor = page === '' ? undefined : page;
    this.#behind = Number(behind);
  }

  /** The element that it has come to; undefined at the end. */
  async next(): Promise<T | undefined> {
    while (!this.#ended) {
      this.#page ??= await this.#ask({ limit: this.#size, cursor: this.#cursor });
      const element = this.#page.items[this.#behind];
      if (element !== undefined) return element;
      this.#cursor = this.#page.cursor;
      this.#ended = this.#cursor === undefined;
      this.#page = undefined;
      this.#behind = 0;
    }
    return undefined;
  }

  leave(): void {
    this.#behind += 1;
  }

  get stand(): Stand {
    return this.#ended ? END : [this.#cursor ?? '', String(this.#behind)];
  }
}

/** Several questions' answers as one, newest first. */
export class Merged<T extends Dated> {
  readonly #walks: readonly Walk<T>[];

  /**
   * @param size elements that are asked for at once; a walk that goes on from where it stood must ask for as many.
   * @param stands of a walk before through the same questions; none for the beginning.
   * @throws InvalidQuery where they belong to others.
   */
  constructor(
    questions: readonly ((asked: PageRequest) => Promise<Page<T>>)[],
    size: number,
    stands: readonly string[] = [],
  ) {
    if (stands.length > 0 && stands.length !== 2 * questions.length) throw InvalidQuery.cursor();
    this.#walks = questions.map((ask, index) => {
      const stand = stands.length === 0 ? BEGINNING : ([stands[2 * index]!, stands[2 * index + 1]!] as const);
      return new Walk(ask, size, stand);
    });
  }

  /** The newest that is left; undefined at the end. `leave` goes behind it. */
  async next(): Promise<{ readonly element: T; leave(): void } | undefined> {
    const heads = await Promise.all(this.#walks.map(async (walk) => ({ walk, element: await walk.next() })));
    let newest: { readonly walk: Walk<T>; readonly element: T } | undefined;
    for (const { walk, element } of heads) {
      if (element === undefined || (newest !== undefined && newest.element.publishedAt >= element.publishedAt))
        continue;
      newest = { walk, element };
    }
    if (newest === undefined) return undefined;
    const { walk, element } = newest;
    return {
      element,
      leave: () => {
        walk.leave();
      },
    };
  }

  /** Of a walk that goes on from here. */
  get stands(): string[] {
    return this.#walks.flatMap(({ stand }) => [...stand]);
  }
}
