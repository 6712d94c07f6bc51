import type { Entity, Mention } from '../analysis.ts';
import type { AnnotatedParagraph, TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import { isMentionedBefore } from '../5-entities/mentions-within.ts';
import { agreesWithNoun } from './gender-of-nouns.ts';
import { areOneOffice, nounsFor } from './introduced-people.ts';
import type { Introductions } from './introductions.ts';

/** "the 54-year-old", "the 54-year-old pilot" */
const DESCRIPTION = /^the (\d{1,3})-year-old(?: (?:\p{L}+ )?(\p{L}[\p{L}-]*))?$/iu;

/** Behind a name: ", 54," " (54)" ", aged 54" ", a 54-year-old pilot" */
const BEHIND = /^(?:, (?:aged )?(\d{1,3})(?=[,.;]| of | from )| \((?:aged )?(\d{1,3})\)|, an? (\d{1,3})-year-old\b)/u;

/** Before a name: "the 54-year-old pilot " */
const BEFORE = /(\d{1,3})-year-old(?: \p{Ll}[\p{L}-]*){0,3},? $/u;

/** Characters around a name in which its age may stand. */
const AROUND = 60;

/** In how many paragraphs before a description somebody without an age may stand for it. */
const REACH = 1;

/** How many paragraphs back an age may have been told of one who has no name. */
const NAMELESS_REACH = 6;

/** Whom "the 54-year-old" means, by the ages that an article tells. */
export class StatedAges {
  private readonly people: readonly Entity[];
  private readonly paragraphs: ReadonlyMap<number, AnnotatedParagraph>;
  private readonly introductions: Introductions;
  private known: ReadonlyMap<Entity, ReadonlySet<number>> | undefined;

  constructor({ entities }: EntityIndex, paragraphs: readonly AnnotatedParagraph[], introductions: Introductions) {
    this.people = entities.filter(({ type }) => type === 'PERSON');
    this.paragraphs = new Map(paragraphs.map((paragraph) => [paragraph.ordinal, paragraph]));
    this.introductions = introductions;
  }

  /** The only one of that age; else the only one near of whom no other age is told, who is what the description says. */
  meant(source: TokenSpan): Entity | undefined {
    const [, years, noun] = DESCRIPTION.exec(source.toText().text.trim()) ?? [];
    if (years === undefined || (noun !== undefined && !isPersonNoun(noun))) return undefined;
    const age = Number(years);
    const before = this.people.filter(
      (person) => isMentionedBefore(person, source.first) && agreesWithNoun(person, noun ?? ''),
    );
    const ofAge = before.filter((person) => this.agesOf(person).has(age));
    if (ofAge.length > 0) return ofAge.length === 1 ? ofAge[0] : undefined;
    if (this.isOfNameless(source, years)) return undefined;
    const near = before.filter(
      (person) =>
        this.agesOf(person).size === 0 && isMentionedBefore(person, source.first, REACH) && this.isSo(person, noun),
    );
    return near.length === 1 ? near[0] : undefined;
  }

  /** Whether an article calls somebody a noun, or one for the same office. */
  private isSo(person: Entity, noun: string | undefined): boolean {
    return noun === undefined || nounsFor(person, this.introductions).some((office) => areOneOffice(noun, office));
  }

  /** `A 54-year-old was hurt. … The 54-year-old said`: an age told of one without a name. */
  private isOfNameless({ paragraph, first }: TokenSpan, years: string): boolean {
    const isTold = new RegExp(`\\b(?:an?|another|one) ${years}-year-old\\b`, 'iu');
    for (let distance = 0; distance < NAMELESS_REACH; distance++) {
      const text = this.paragraphs.get(paragraph.ordinal - distance)?.source.text ?? '';
      if (isTold.test(distance === 0 ? text.slice(0, first.start) : text)) return true;
    }
    return false;
  }

  private agesOf(person: Entity): ReadonlySet<number> {
    this.known ??= new Map(this.people.map((each) => [each, new Set(each.mentions.flatMap((at) => this.agesAt(at)))]));
    return this.known.get(person) ?? new Set();
  }

  private agesAt({ kind, paragraph, start, end }: Mention): number[] {
    const text = kind === 'name' ? (this.paragraphs.get(paragraph)?.source.text ?? '') : '';
    const behind = BEHIND.exec(text.slice(end, end + AROUND));
    const before = BEFORE.exec(text.slice(Math.max(0, start - AROUND), start));
    return [...(behind ?? []).slice(1), ...(before ?? []).slice(1)].map(Number).filter((age) => age > 0);
  }
}
