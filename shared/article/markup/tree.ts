import { ArticleRejected } from '../article-rejected.ts';
import { MAX_MARKUP_ATTRIBUTES, MAX_MARKUP_DEPTH, MAX_MARKUP_ELEMENTS } from '../limits.ts';
import { oneLine } from '../one-line.ts';

/** An element of HTML or XML, its content in order. Names without their prefix; those of HTML in small letters. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Builds a tree from a parser's events, within limits. */
export class TreeBuilder {
  readonly root: Element = { name: '', attributes: {}, children: [] };
  readonly #open: Element[] = [this.root];
  #elements = 0;
  #attributes = 0;

  /** @throws ArticleRejected where the markup is deeper or larger than news is. */
  open(name: string, attributes: Record<string, string>): void {
    this.#elements += 1;
    this.#attributes += Object.keys(attributes).length;
    if (this.#open.length > MAX_MARKUP_DEPTH) throw tooComplex(`elements within ${MAX_MARKUP_DEPTH} others`);
    if (this.#elements > MAX_MARKUP_ELEMENTS) throw tooComplex(`more than ${MAX_MARKUP_ELEMENTS} elements`);
    if (this.#attributes > MAX_MARKUP_ATTRIBUTES) throw tooComplex(`more than ${MAX_MARKUP_ATTRIBUTES} attributes`);
    const element: Element = { name, attributes, children: [] };
    this.#open.at(-1)!.children.push(element);
    this.#open.push(element);
  }

  text(text: string): void {
    const { children } = this.#open.at(-1)!;
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  close(): void {
    if (this.#open.length > 1) this.#open.pop();
  }
}

const tooComplex = (what: string): ArticleRejected =>
  new ArticleRejected('TOO_COMPLEX', `The markup has ${what}, which no news has: drop the text of the article alone.`);

/** Elements of that name, at any depth, in order. */
export function* descendants(element: Element, ...names: readonly string[]): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (names.includes(child.name)) yield child;
    yield* descendants(child, ...names);
  }
}

export function first(element: Element, ...names: readonly string[]): Element | undefined {
  for (const found of descendants(element, ...names)) return found;
  return undefined;
}

export const childrenOf = (element: Element, ...names: readonly string[]): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string' && names.includes(child.name));

/** All text below, as written. */
export const rawTextOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : rawTextOf(child))).join('');

/** All text below in one line; undefined where there is none. */
export function textOf(element: Element | undefined): string | undefined {
  const text = element && oneLine(rawTextOf(element));
  return text === '' ? undefined : text;
}
