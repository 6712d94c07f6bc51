import type { Token } from '../annotated.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { GROUP_NOUNS, WRITING_NOUNS } from '../5-entities/lexicon/speaking-nouns.ts';
import { isInfinitive } from '../6-quotations/cues.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { DOCUMENTS, wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, type Candidate } from './exclusion.ts';

/** What reports, beside the people, bodies and writings of WordNet. */
const RESEARCH =
  wordSet(`polling disclosure presentation section chapter passage guide manual review paper document indictment affidavit transcript memo
  newspaper magazine book blog assessment probe initiative legislation agent exile study research poll
  survey data figure statistic census analysis filing complaint lawsuit suit testimony record audit inquiry
  investigation estimate forecast group authority opposition rebel force watchdog network website channel
  station outlet press media service campaign majority half quarter third percent other most many some
  people account briefing announcement verdict bulletin page entry laboratory lab guideline petition clip
  call response reply answer remark notice motion proposal counterproposal movement quiz deposition
  examination average count index summary interview moderator progressive fan giant one two three four six
  seven eight ten hundred thousand dozen`);

const GROUPS = wordSet(GROUP_NOUNS);
const WRITINGS = wordSet(WRITING_NOUNS);

/** Nouns of places whose government speaks. */
const GOVERNED = wordSet('state city town village county country nation kingdom province republic district');

export const singular = (lower: string): string => lower.replace(/ies$/u, 'y').replace(/(?<=[^si])s$/u, '');

/** What stands for a thing that shows something: "it shows that …". */
const THINGS = wordSet('it this that which these those what nothing something everything anything');

/** Somebody, a body or a document, as far as its head tells. */
export function isSpeaking({ attribution, speaker }: Candidate): boolean {
  const head = sourceSpan(attribution)?.head;
  if (head && THINGS.has(head.lower)) return false;
  if (speaker && !(speaker.type === 'LOCATION' && head?.pos === 'NOUN')) return true;
  if (!head) return false;
  return head.pos !== 'NOUN' || isSpeaker(head);
}

/** A noun as it is, in the singular, and behind its last hyphen: "eyewitnesses", "super-PAC". */
const formsOf = (lower: string): string[] =>
  [lower, lower.slice(lower.lastIndexOf('-') + 1)].flatMap((noun) => [noun, singular(noun), noun.replace(/es$/u, '')]);

const isOneOf =
  (...nouns: readonly ReadonlySet<string>[]) =>
  ({ lower }: Token): boolean =>
    isPeopleNoun(lower) || formsOf(lower).some((noun) => isPersonNoun(noun) || nouns.some((set) => set.has(noun)));

/** "recovered bodies", "a burnt body": of somebody dead, rather than "the governing body". */
const isCorpse = (noun: Token): boolean =>
  /^bod(?:y|ies)$/u.test(noun.lower) &&
  noun.children('amod', 'compound').some(({ lower }) => /(?:ed|en|nt|dead)$/u.test(lower));

const speaksAmong =
  (...nouns: readonly ReadonlySet<string>[]) =>
  (noun: Token): boolean =>
    isOneOf(...nouns)(noun) && !isCorpse(noun);

/** A noun for people, a body or a document that reports. */
export const isSpeaker = speaksAmong(DOCUMENTS, RESEARCH, GROUPS);

/** A noun for what may say something at all: any writing, a place that is governed. */
export const maySpeak = speaksAmong(DOCUMENTS, RESEARCH, GROUPS, WRITINGS, GOVERNED);

/** Rules whose source is told by its place rather than by a verb. */
const BY_PLACE = /^(?:noun|adjective|according-to|poll|headline|interview)/u;

/** What things do as if they spoke; who "says", "claims" or "found" something is somebody, whatever noun stands for it. */
const AS_IF_SPOKEN = wordSet(`confirm call tell remind declare predict promise urge demand assure verify advise thank
  push warn hint caution invite detail lay plead claim hope fear insist`);

/** A thing, a situation or an act, which says nothing: "the stream of new money confirms", "an approach that calls on". */
export function isThing(candidate: Candidate): boolean {
  const { attribution, speaker, word } = candidate;
  const source = sourceSpan(attribution);
  const head = source?.head;
  if (!head || speaker || BY_PLACE.test(attribution.rule)) return false;
  const lemma = lemmaOf(candidate);
  if (lemma === 'say' ? !isInfinitive(word) : !AS_IF_SPOKEN.has(lemma)) return false;
  if (MERE_THINGS.has(head.lower)) return true;
  const isRelative = source.length === 1 && /^(?:that|which)$/u.test(head.lower);
  const noun = isRelative ? (word.subtype === 'relcl' ? word.head : undefined) : head;
  return noun?.pos === 'NOUN' && !maySpeak(noun) && !isOfSpeakers(noun);
}

/** Pronouns of what is no body, either. */
const MERE_THINGS = wordSet('this what nothing something everything anything');

/** "a wide array of economists", "one wing of the party", "the city of Nice", "a firm’s camp" */
export const isOfSpeakers = (noun: Token): boolean =>
  noun
    .children('nmod', 'appos', 'flat', 'compound', 'conj')
    .some(
      (token) =>
        token.subtype !== 'poss' &&
        (token.pos === 'PROPN' || maySpeak(token)) &&
        (token.relation !== 'nmod' || isOf(token)),
    );

const isOf = (token: Token): boolean => token.children('case').some(({ lower }) => lower === 'of');
