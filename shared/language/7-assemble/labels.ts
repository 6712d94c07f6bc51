import type { TokenSpan } from '../annotated.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import type { Candidate } from './exclusion.ts';

/** "Lund and Firth: A tortured relationship": a noun with an article tells a topic. */
const isTopic = ({ headWord }: TokenSpan): boolean =>
  headWord?.pos === 'NOUN' &&
  headWord.children('cop', 'nsubj').length === 0 &&
  headWord.children('det').some(({ lower }) => /^(?:an?|the)$/u.test(lower));

/** Kinds of articles: "News Guide: …". */
const SECTIONS = wordSet('guide analysis opinion commentary explainer preview recap roundup timeline');

/** A headline is spoken by who is named before its colon, or told by what he is: "Finance minister: no new taxes". */
export function isLabel({ attribution: { rule, source, isQuoted }, content, speaker }: Candidate): boolean {
  if (rule !== 'headline') return false;
  // ‘Harbour’: Roe and Lund turn a strike into a film
  if (source?.span.tokens.every(({ quoted, pos }) => quoted !== undefined || pos === 'PUNCT')) return true;
  if (source && SECTIONS.has(source.span.last.lower)) return true;
  if (!isQuoted && isTopic(content)) return true;
  if (source?.span.first.lower === 'dear') return true;
  if (speaker) return speaker.type === 'LOCATION';
  const tokens = source?.span.tokens ?? [];
  const head = source?.span.head;
  if (!isQuoted && head?.pos === 'NOUN' && !isPersonNoun(head.lower) && !isPeopleNoun(head.lower)) return true;
  return !tokens.some(({ lower, pos }) => pos === 'PROPN' || isPersonNoun(lower) || isPeopleNoun(lower));
}
