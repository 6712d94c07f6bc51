import type { Entity } from '../analysis.ts';
import type { TokenSpan } from '../annotated.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { agreesWithNoun } from './gender-of-nouns.ts';
import { areOneOffice, nounsFor } from './introduced-people.ts';
import type { Introductions } from './introductions.ts';

/** What anybody is called. */
const ANYBODY = wordSet('man woman person source');

/** `Karl Roe, head of the port, said …. The same official told …`: whether whoever spoke last can be meant. */
export function canBeTheSame(source: TokenSpan, speaker: Entity, introductions: Introductions): boolean {
  const { head } = source;
  const [the, same] = source.trimmed().tokens;
  if (the?.lower !== 'the' || same?.lower !== 'same' || head?.pos !== 'NOUN') return false;
  if (speaker.type !== 'PERSON' || !isPersonNoun(head.lower)) return false;
  if (!agreesWithNoun(speaker, head.lower)) return false;
  const offices = nounsFor(speaker, introductions);
  return ANYBODY.has(head.lower) || offices.some((office) => areOneOffice(head.lower, office));
}
