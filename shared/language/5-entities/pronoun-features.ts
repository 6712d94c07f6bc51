import {
  governsClause,
  isBarred,
  isOwnedBy,
  isReporting,
  isSaidTo,
  grammaticalRoleOf,
  subjectAbove,
} from './mention-grammar.ts';
import type { PersonMention } from './people-in-text.ts';

/** Somebody whom a pronoun may mean: a named person, or one who is only described. */
export interface Referent {
  /** Index of the named person; undefined for someone who has no name. */
  readonly person: number | undefined;
  gender: 'female' | 'male' | undefined;
  readonly mentions: PersonMention[];
}

export type Features = Readonly<Record<string, number>>;

/** Sentences before the pronoun that are searched. */
export const SENTENCES_BACK = 6;

/** A pronoun with one whom it may mean, and the others whom it may mean as well. */
interface Pair {
  readonly pronoun: PersonMention;
  readonly candidate: Referent;
  readonly rivals: readonly Referent[];
  /** The candidate's last mention, before the pronoun where there is one. */
  readonly last: PersonMention;
  /** Sentences between them. */
  readonly distance: number;
}

/** What speaks for `candidate` as the meaning of `pronoun`; undefined where grammar rules it out. */
export function featuresOf(
  pronoun: PersonMention,
  candidate: Referent,
  rivals: readonly Referent[],
): Features | undefined {
  const before = lastBefore(candidate, pronoun);
  const last = before ?? candidate.mentions.find((mention) => mention.sentence === pronoun.sentence);
  if (!last || pronoun.sentence - last.sentence > SENTENCES_BACK) return undefined;
  const here = candidate.mentions.filter((mention) => mention.sentence === pronoun.sentence);
  if (
    (last.sentence === pronoun.sentence && isBarred(pronoun.head, last)) ||
    here.some((mention) => isSaidTo(pronoun.head, mention))
  )
    return undefined;
  const pair = { pronoun, candidate, rivals, last, distance: pronoun.sentence - last.sentence };
  return { ...placeFeatures(pair), ...formFeatures(pair), ...grammarFeatures(pair), ...speechFeatures(pair) };
}

const when = (condition: boolean): number => (condition ? 1 : 0);

/** Where the candidate was mentioned last, and how often. */
function placeFeatures({ pronoun, candidate, rivals, last, distance }: Pair): Features {
  const paragraphs = pronoun.span.paragraph.ordinal - last.span.paragraph.ordinal;
  const others = rivals.filter((rival) => rival !== candidate);
  return {
    [`sentences:${Math.min(distance, 4)}`]: 1,
    [`paragraphs:${Math.min(paragraphs, 3)}`]: 1,
    mentions: Math.min(3, Math.log2(1 + candidate.mentions.length)),
    recentMentions: mentionsSince(candidate, pronoun.sentence - 2) / 2,
    alone: when(others.length === 0),
    mostRecent: when(others.every((rival) => !isAfter(lastBefore(rival, pronoun), last))),
    after: when(!isBefore(last, pronoun)),
    firstOfSentence: when(others.every((rival) => !standsBefore(rival, last))),
  };
}

/** Whether it is named, and of which gender. */
function formFeatures({ pronoun, candidate, rivals, last, distance }: Pair): Features {
  const isNamed = candidate.person !== undefined;
  const gender = candidate.gender === undefined ? 'unknown' : 'agrees';
  return {
    [`form:${last.kind}`]: 1,
    [`named:${isNamed}`]: 1,
    [`gender:${gender}:${isNamed ? 'name' : 'description'}`]: 1,
    onlyNamed: when(isNamed && rivals.filter(({ person }) => person !== undefined).length === 1),
    samePronoun: when(last.kind === 'pronoun' && distance === 0 && pronoun.kind === 'pronoun'),
  };
}

/** What the trees make of the two. */
function grammarFeatures({ pronoun, candidate, rivals, last, distance }: Pair): Features {
  const [role, own] = [grammaticalRoleOf(last), grammaticalRoleOf(pronoun)];
  const near = distance === 0 ? 'here' : distance === 1 ? 'previous' : 'earlier';
  const above = distance === 0 ? subjectAbove(last, pronoun.head) : undefined;
  const ownsRival = rivals.some((rival) => rival !== candidate && isOwnedBy(last, mentionsIn(rival, last.sentence)));
  return {
    [`role:${role}:${near}`]: 1,
    [`parallel:${own === role}`]: when(own === 'subject'),
    ownsRival: when(role === 'possessive' && ownsRival),
    governs: when(distance === 0 && governsClause(last.head, pronoun.head)),
    possessiveOfSubject: when(own === 'possessive' && above === 'subject'),
    inRelativeClause: when(above === 'relative'),
    [`ofOwnSubject:${own}`]: when(above === 'subject' && (own === 'object' || own === 'oblique')),
    subjectAgain: when(own === 'subject' && role === 'subject' && distance <= 1),
  };
}

/** Who speaks, and in whose words the two stand. */
function speechFeatures({ pronoun, candidate, rivals, last, distance }: Pair): Features {
  const [quoted, lastQuoted] = [pronoun.head.quoted, last.head.quoted];
  const startsSpeaking = isSpeaking(pronoun);
  const isAnothersTurn = rivals.some((rival) => rival !== candidate && hasTurn(rival, pronoun));
  return {
    reports: when(grammaticalRoleOf(last) === 'subject' && distance <= 1 && isReporting(last)),
    [`quoted:${quoted !== undefined}:${lastQuoted !== undefined}`]: 1,
    sameQuote: when(quoted !== undefined && quoted === lastQuoted),
    speaker: when(quoted !== undefined && speaksHere(candidate, pronoun)),
    keepsSpeaking: when(startsSpeaking && isLastSpeaker(candidate, rivals, pronoun) && !isAnothersTurn),
    startsToSpeak: when(startsSpeaking && hasTurn(candidate, pronoun)),
  };
}

/** Whether somebody is the subject of a verb of reporting, outside of quotation marks. */
const isSpeaking = (mention: PersonMention): boolean =>
  mention.head.quoted === undefined && grammaticalRoleOf(mention) === 'subject' && isReporting(mention);

export const isBefore = (a: PersonMention, b: PersonMention): boolean =>
  a.sentence < b.sentence || (a.sentence === b.sentence && a.head.isBefore(b.head));

const isAfter = (a: PersonMention | undefined, b: PersonMention): boolean => a !== undefined && isBefore(b, a);

const lastBefore = ({ mentions }: Referent, pronoun: PersonMention): PersonMention | undefined =>
  mentions.findLast((mention) => isBefore(mention, pronoun));

/** Whether somebody is mentioned earlier in the sentence of a mention. */
const standsBefore = (referent: Referent, mention: PersonMention): boolean =>
  lastBefore(referent, mention)?.sentence === mention.sentence;

const mentionsSince = ({ mentions }: Referent, sentence: number): number =>
  mentions.length - firstSince(mentions, sentence);

/** Those in one of the last sentences. */
const mentionsIn = ({ mentions }: Referent, sentence: number): PersonMention[] =>
  mentions.slice(firstSince(mentions, sentence), firstSince(mentions, sentence + 1));

/** Index of the first mention in a sentence or after it. From the end: somebody may be mentioned thousands of times. */
const firstSince = (mentions: readonly PersonMention[], sentence: number): number =>
  mentions.findLastIndex((mention) => mention.sentence < sentence) + 1;

/** `Marsh hugged her. "She is brave," she told reporters`: whether the candidate is the subject of the sentence before, in the paragraph. */
const hasTurn = (referent: Referent, pronoun: PersonMention): boolean =>
  mentionsIn(referent, pronoun.sentence - 1).some(
    (mention) => mention.kind !== 'pronoun' && grammaticalRoleOf(mention) === 'subject',
  );

/** Whether the candidate was the last to say something: "he added". */
function isLastSpeaker(candidate: Referent, rivals: readonly Referent[], pronoun: PersonMention): boolean {
  const last = lastSpeech(candidate, pronoun);
  return last >= 0 && rivals.every((rival) => rival === candidate || lastSpeech(rival, pronoun) < last);
}

/** Sentences back in which a speaker is looked for; the next paragraph often goes on with him. */
const SPEECH_BACK = 3;

/** Sentence before the pronoun in which the candidate last said something, -1 for none. */
function lastSpeech({ mentions }: Referent, pronoun: PersonMention): number {
  const isTooEarly = (mention: PersonMention) => pronoun.sentence - mention.sentence > SPEECH_BACK;
  const last = mentions.findLast(
    (mention) => isTooEarly(mention) || (isBefore(mention, pronoun) && isSpeaking(mention)),
  );
  return last && !isTooEarly(last) ? last.sentence : -1;
}

/** Whether the candidate is the subject outside the quotation marks around the pronoun, in its paragraph: who speaks of him. */
function speaksHere({ mentions }: Referent, pronoun: PersonMention): boolean {
  const isHere = (mention: PersonMention) => mention.span.paragraph === pronoun.span.paragraph;
  const isOutside = ({ head, span }: PersonMention) =>
    head.quoted === undefined && grammaticalRoleOf({ head, span }) === 'subject';
  const last = mentions.findLast(
    (mention) =>
      !isHere(mention) || (isOutside(mention) && (mention.sentence === pronoun.sentence || isReporting(mention))),
  );
  return last !== undefined && isHere(last);
}
