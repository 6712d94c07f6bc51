import { governsClause, isBarred, isOwnedBy, isReporting, roleOf, subjectAbove } from './mention-grammar.ts';
import type { PersonMention } from './people-in-text.ts';
import type { Tree } from './tree.ts';

/** Somebody whom a pronoun may mean: a named person, or one who is only described. */
export interface Referent {
  /** Index of the named person; undefined for someone who has no name. */
  readonly person: number | undefined;
  gender: 'female' | 'male' | undefined;
  readonly mentions: PersonMention[];
}

/** What is known about the sentences: trees, paragraphs and, for each token, the quoted passage around it (0: none). */
export interface Surroundings {
  readonly trees: readonly Tree[];
  readonly quotedAt: readonly (readonly number[])[];
}

export type Features = Readonly<Record<string, number>>;

/** Sentences before the pronoun that are searched. */
export const SENTENCES_BACK = 6;

/** What speaks for `candidate` as the meaning of `pronoun`; undefined where grammar rules it out. */
export function featuresOf(
  pronoun: PersonMention,
  candidate: Referent,
  rivals: readonly Referent[],
  { trees, quotedAt }: Surroundings,
): Features | undefined {
  const tree = trees[pronoun.sentence]!;
  const before = candidate.mentions.findLast((mention) => isBefore(mention, pronoun));
  const last = before ?? candidate.mentions.find((mention) => mention.sentence === pronoun.sentence);
  if (!last || pronoun.sentence - last.sentence > SENTENCES_BACK) return undefined;
  if (last.sentence === pronoun.sentence && isBarred(tree, pronoun, last)) return undefined;
  const distance = pronoun.sentence - last.sentence;
  const lastTree = trees[last.sentence]!;
  const paragraphs = tree.sentence.paragraph - lastTree.sentence.paragraph;
  const role = roleOf(lastTree, last);
  const own = roleOf(tree, pronoun);
  const quoted = quotedAt[pronoun.sentence]![pronoun.head]!;
  const speaks = own === 'subject' && quoted === 0 && isReporting(tree, pronoun);
  const lastQuoted = quotedAt[last.sentence]![last.head]!;
  const above = distance === 0 ? subjectAbove(tree, last, pronoun.head) : undefined;
  const near = distance === 0 ? 'here' : distance === 1 ? 'previous' : 'earlier';
  return {
    [`sentences:${Math.min(distance, 4)}`]: 1,
    [`paragraphs:${Math.min(paragraphs, 3)}`]: 1,
    [`role:${role}:${near}`]: 1,
    [`parallel:${own === role}`]: own === 'subject' ? 1 : 0,
    [`form:${last.kind}`]: 1,
    [`named:${candidate.person !== undefined}`]: 1,
    mentions: Math.min(3, Math.log2(1 + candidate.mentions.length)),
    recentMentions: mentionsSince(candidate, pronoun.sentence - 2) / 2,
    [`gender:${candidate.gender === undefined ? 'unknown' : 'agrees'}:${candidate.person === undefined ? 'description' : 'name'}`]: 1,
    alone: rivals.length === 1 ? 1 : 0,
    mostRecent: rivals.every((rival) => rival === candidate || !isAfter(lastBefore(rival, pronoun), last)) ? 1 : 0,
    onlyNamed:
      candidate.person !== undefined && rivals.filter(({ person }) => person !== undefined).length === 1 ? 1 : 0,
    after: before ? 0 : 1,
    ownsRival:
      role === 'possessive' && rivals.some((rival) => rival !== candidate && isOwnedBy(lastTree, last, rival.mentions))
        ? 1
        : 0,
    firstOfSentence: rivals.every((rival) => rival === candidate || !standsBefore(rival, last)) ? 1 : 0,
    governs: distance === 0 && governsClause(tree, last.head, pronoun.head) ? 1 : 0,
    possessiveOfSubject: own === 'possessive' && above === 'subject' ? 1 : 0,
    inRelativeClause: above === 'relative' ? 1 : 0,
    reports: role === 'subject' && distance <= 1 && isReporting(lastTree, last) ? 1 : 0,
    [`quoted:${quoted > 0}:${lastQuoted > 0}`]: 1,
    sameQuote: quoted > 0 && quoted === lastQuoted ? 1 : 0,
    speaker: quoted > 0 && speaksHere(candidate, pronoun, { trees, quotedAt }) ? 1 : 0,
    [`ofOwnSubject:${own}`]: above === 'subject' && (own === 'object' || own === 'oblique') ? 1 : 0,
    speaksOn:
      speaks &&
      isLastSpeaker(candidate, rivals, pronoun, { trees, quotedAt }) &&
      !rivals.some((rival) => rival !== candidate && hasTurn(rival, pronoun, trees))
        ? 1
        : 0,
    samePronoun: last.kind === 'pronoun' && distance === 0 ? 1 : 0,
    subjectAgain: own === 'subject' && role === 'subject' && distance <= 1 ? 1 : 0,
    takesTheWord: speaks && hasTurn(candidate, pronoun, trees) ? 1 : 0,
  };
}

export const isBefore = (a: PersonMention, b: PersonMention): boolean =>
  a.sentence < b.sentence || (a.sentence === b.sentence && a.head < b.head);

const isAfter = (a: PersonMention | undefined, b: PersonMention): boolean => a !== undefined && isBefore(b, a);

const lastBefore = ({ mentions }: Referent, pronoun: PersonMention): PersonMention | undefined =>
  mentions.findLast((mention) => isBefore(mention, pronoun));

/** Whether somebody is mentioned earlier in the sentence of a mention. */
const standsBefore = ({ mentions }: Referent, mention: PersonMention): boolean =>
  mentions.findLast((other) => isBefore(other, mention))?.sentence === mention.sentence;

function mentionsSince({ mentions }: Referent, sentence: number): number {
  let count = 0;
  while (count < mentions.length && mentions[mentions.length - 1 - count]!.sentence >= sentence) count++;
  return count;
}

/** `Marsh hugged her. "She is brave," she told reporters`: whether the candidate is the subject of the sentence before, in the paragraph. */
function hasTurn({ mentions }: Referent, pronoun: PersonMention, trees: readonly Tree[]): boolean {
  const at = pronoun.sentence - 1;
  return mentions.some(
    (mention) => mention.sentence === at && mention.kind !== 'pronoun' && roleOf(trees[at]!, mention) === 'subject',
  );
}

/** Whether the candidate was the last to say something: "he added". */
const isLastSpeaker = (
  candidate: Referent,
  rivals: readonly Referent[],
  pronoun: PersonMention,
  surroundings: Surroundings,
): boolean => {
  const last = lastSpeech(candidate, pronoun, surroundings);
  return last >= 0 && rivals.every((rival) => rival === candidate || lastSpeech(rival, pronoun, surroundings) < last);
};

/** Sentences back in which a speaker is looked for; the next paragraph often goes on with him. */
const SPEECH_BACK = 3;

/** Sentence before the pronoun in which the candidate last said something, -1 for none. */
function lastSpeech({ mentions }: Referent, pronoun: PersonMention, { trees, quotedAt }: Surroundings): number {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]!;
    if (pronoun.sentence - mention.sentence > SPEECH_BACK) return -1;
    const tree = trees[mention.sentence]!;
    const speech =
      quotedAt[mention.sentence]![mention.head] === 0 &&
      roleOf(tree, mention) === 'subject' &&
      isReporting(tree, mention);
    if (speech && isBefore(mention, pronoun)) return mention.sentence;
  }
  return -1;
}

/** Whether the candidate is the subject outside the quotation marks around the pronoun, in its paragraph: who speaks of him. */
function speaksHere({ mentions }: Referent, pronoun: PersonMention, { trees, quotedAt }: Surroundings): boolean {
  const { paragraph } = trees[pronoun.sentence]!.sentence;
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]!;
    const tree = trees[mention.sentence]!;
    if (tree.sentence.paragraph !== paragraph) return false;
    const outside = quotedAt[mention.sentence]![mention.head] === 0 && roleOf(tree, mention) === 'subject';
    if (outside && (mention.sentence === pronoun.sentence || isReporting(tree, mention))) return true;
  }
  return false;
}
