import type { Entity, Mention } from '../analysis.ts';
import type { TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { isMentionedBefore } from '../5-entities/mentions-within.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isOfOneKind } from './described-speakers.ts';
import { nounsFor } from './introduced-people.ts';
import type { Introductions } from './introductions.ts';
import { isBroughtIn } from './brought-in.ts';
import { OFFICES } from './varied-descriptions.ts';

/** Offices of which an article may tell without naming who holds them, and such as many hold. */
const UNNAMED = wordSet('president king queen pope representative speaker');

/** What is a part of the name of one who reigns: "Pope Clement". */
const REIGNING: ReadonlyMap<string, string> = new Map([
  ['pope', 'Pope'],
  ['pontiff', 'Pope'],
  ['king', 'King'],
  ['queen', 'Queen'],
]);

/** With one of the first mentions the title stands, or with none. */
const FIRST = 20;

/** What one is in an article as long as it names no other. */
const POSTS = wordSet('chairman chairwoman coach principal bishop archbishop prosecutor coroner commissioner manager');

/** Descriptions that an article has given to one only: "the airline", "the mayor". */
export class KnownDescriptions {
  private readonly index: EntityIndex;
  private readonly introductions: Introductions;
  /** Bodies by what they have been called; undefined for what two have been. */
  private readonly called = new Map<string, Entity | undefined>();
  private readonly holders = new Map<string, readonly Entity[]>();

  constructor(index: EntityIndex, introductions: Introductions) {
    this.index = index;
    this.introductions = introductions;
  }

  /** Keeps whom a description was found to mean; sources are asked in reading order. */
  note(source: TokenSpan, [entity, other]: readonly Entity[]): void {
    const noun = plainNoun(source);
    if (!noun || !entity || other || entity.type !== 'ORGANIZATION' || !isOfOneKind(noun)) return;
    this.called.set(noun, this.called.has(noun) && this.called.get(noun) !== entity ? undefined : entity);
  }

  /** `the airline` far behind the airline; `the mayor`, where the article names one before. */
  meant(source: TokenSpan): Entity | undefined {
    const noun = plainNoun(source);
    return noun ? (this.called.get(noun) ?? this.onlyHolder(source, noun)) : undefined;
  }

  private onlyHolder(source: TokenSpan, noun: string): Entity | undefined {
    const title = REIGNING.get(noun);
    if (title) return this.onlyReigning(title);
    const isOffice = (OFFICES.has(noun) && !UNNAMED.has(noun)) || POSTS.has(noun);
    if (!isOffice || !source.head || isBroughtIn(source.head)) return undefined;
    const [only, other] = this.holdersOf(noun);
    if (!only || other || !isMentionedBefore(only, source.first)) return undefined;
    const isPrime = source.trimmed().tokens.some(({ lower }) => lower === 'prime');
    const fits = noun !== 'minister' || only.roles.some(({ text }) => /\bprime\b/iu.test(text)) === isPrime;
    return !fits || only.roles.some(({ text }) => NOT_NOW.test(text)) ? undefined : only;
  }

  private onlyReigning(title: string): Entity | undefined {
    const isSo = ({ text }: Mention) => text.startsWith(`${title} `);
    const [only, other] = this.index.entities.filter(
      ({ type, name, mentions }) =>
        type === 'PERSON' && (name.startsWith(`${title} `) || mentions.slice(0, FIRST).some(isSo)),
    );
    return other ? undefined : only;
  }

  /** Read once for each office that is asked for. */
  private holdersOf(office: string): readonly Entity[] {
    const known = this.holders.get(office);
    if (known) return known;
    const found = this.index.entities.filter(
      (entity) => entity.type === 'PERSON' && nounsFor(entity, this.introductions).includes(office),
    );
    this.holders.set(office, found);
    return found;
  }
}

/** "former mayor", "deputy mayor", "candidate for mayor", "press secretary" */
const NOT_NOW = /\b(?:former|ex|then|late|deputy|vice|assistant|lieutenant|press|candidate|for)\b/iu;

/** "airline" of "the airline", "minister" of "the prime minister"; nothing of what is described further. */
function plainNoun(source: TokenSpan): string | undefined {
  const words = source.trimmed().tokens.map(({ lower }) => lower);
  const [the, noun, last] = words;
  if (the !== 'the' || words.length > 3) return undefined;
  if (noun === 'prime' && last === 'minister') return last;
  return words.length === 2 ? noun : undefined;
}
