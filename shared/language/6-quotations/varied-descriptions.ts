import type { Token, TokenSpan } from '../annotated.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import { countryOfPeople } from '../5-entities/lexicon/places.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isIndefinite, tokensBefore } from './brought-in.ts';
import { PARTIES } from './introduced-people.ts';

/** Who speaks for others or does his work in a text without a name. */
const NAMELESS = wordSet(`spokesman spokeswoman spokesperson official aide source moderator narrator host reporter
  interviewer anchor lawyer attorney witness employee organizer insider operative voter person man woman narrator user
  caller partner boy girl guard`);

/** What people in public life are called beside their offices. */
export const PUBLIC =
  wordSet(`candidate nominee runner frontrunner contender hopeful incumbent billionaire mogul businessman
  businesswoman tycoon lawmaker republican democrat`);

/** What people are called, and things as well. */
const CALLED = wordSet('socialist legend agent realtor');

/** Offices of which one who bears another is not called. */
export const OFFICES =
  wordSet(`president senator governor mayor congressman congresswoman representative secretary ambassador
  minister premier justice judge speaker sheriff chancellor king queen pope`);

/** "the 43-year-old" */
const AGE = /^the \d{1,2}-year-old$/iu;

/** Before the place of an office, or him for whom one works. */
const FROM = /^(?:from|to)$/u;

export const isFormer = (head: Token): boolean => head.children('amod').some(({ lower }) => lower === 'former');

/** "the Florida senator", "the former secretary of state", "the billionaire", "this active citizen". */
export function isDescription({ first, last }: TokenSpan, head: Token): boolean {
  if (first.lower !== 'the' && first.lower !== 'this') return false;
  const after = head.dependents.filter((token) => token.isAfter(head) && !last.isBefore(token));
  const noun = head.lower;
  const isInPublic = PUBLIC.has(noun) || OFFICES.has(noun);
  if (!after.every((token) => isPartOfDescription(token) || (isInPublic && isAside(token)))) return false;
  const isAge = AGE.test(head.paragraph.source.text.slice(first.start, last.end));
  const isNameless = NAMELESS.has(noun) && !isFormer(head);
  return (
    isAge ||
    isNational(head) ||
    PARTIES.has(noun) ||
    CALLED.has(noun) ||
    ((isPersonNoun(noun) || OFFICES.has(noun)) && !isNameless)
  );
}

/** "the American", not "the French" and "the Chinese", who may be many. */
const isNational = ({ text, lower }: Token): boolean =>
  !/(?:s|ese|ch|sh)$/u.test(lower) && countryOfPeople(text) !== undefined;

/** ", who is 40,"; not "who resigned", which tells of somebody new. */
const isAside = ({ subtype, dependents }: Token): boolean =>
  subtype === 'relcl' &&
  dependents.some(({ lower, previous }) => lower === 'who' && /^(?:,|-|--|—|–)$/u.test(previous?.text ?? ''));

/** "and leader", "of state", "from Vermont" */
function isPartOfDescription({ relation, lower, pos, dependents }: Token): boolean {
  if (relation === 'punct') return true;
  if (relation === 'conj') return !lower.endsWith('s') && dependents.every((token) => token.relation !== 'det');
  const [preposition] = dependents.filter((token) => token.relation === 'case');
  return (
    relation === 'nmod' &&
    (preposition?.lower === 'of' ? dependents.length === 1 : FROM.test(preposition?.lower ?? '') && pos === 'PROPN')
  );
}

/** The subject of a main clause, outside of quotation marks and of what is said, the nearest before a place: somebody, named or not, or one that fits. */
export function subjectBefore(
  place: Token,
  contents: readonly TokenSpan[],
  fits: (subject: Token) => boolean = isPersonal,
): Token | undefined {
  const isSubject = (token: Token) =>
    token.relation === 'nsubj' &&
    token.quoted === undefined &&
    isMain(token.head) &&
    !contents.some((content) => content.has(token)) &&
    fits(token);
  return tokensBefore(place).find(isSubject);
}

/** `Ramos asked. The candidate said …`: who asks is not who stands for an office. */
export const isAskedOf = (token: Token): boolean =>
  isPersonal(token) && !/^ask(?:s|ed)?$/u.test(token.head?.lower ?? '');

const isPersonal = (token: Token): boolean =>
  token.pos === 'PROPN' ||
  token.lower === 'he' ||
  token.lower === 'she' ||
  (token.pos === 'NOUN' && (isPersonNoun(token.lower) || PARTIES.has(token.lower)) && !isPasserBy(token));

/** "a guard", "a reporter": somebody who does his work and is gone. */
const isPasserBy = (noun: Token): boolean => NAMELESS.has(noun.lower) && noun.children('det').some(isIndefinite);

const isMain = (predicate: Token | undefined): boolean =>
  predicate !== undefined &&
  (['root', 'parataxis'].includes(predicate.relation) || (predicate.relation === 'conj' && isMain(predicate.head)));
