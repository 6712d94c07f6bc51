import type { PersonMention } from './people-in-text.ts';
import { relationOf, type Tree } from './tree.ts';

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
      role === 'possessive' && rivals.some((rival) => rival !== candidate && isOwnedBy(lastTree, last, rival)) ? 1 : 0,
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
      own === 'subject' &&
      quoted === 0 &&
      isReporting(tree, pronoun) &&
      isLastSpeaker(candidate, rivals, pronoun, { trees, quotedAt })
        ? 1
        : 0,
    samePronoun: last.kind === 'pronoun' && distance === 0 ? 1 : 0,
    subjectAgain: own === 'subject' && role === 'subject' && distance <= 1 ? 1 : 0,
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

/** Grammatical function: "subject", "object", "possessive", "modifier", "oblique", "other"; of a name in a row, that of the row. */
function roleOf(tree: Tree, { head }: PersonMention): string {
  const { tokens } = tree;
  let at = head;
  while (['conj', 'appos', 'flat'].includes(relationOf(tokens[at])) && tokens[at]!.head < at) at = tokens[at]!.head;
  const { relation } = tokens[at]!;
  if (/^[nc]subj/.test(relation) || isLostSubject(tree, at)) return 'subject';
  if (relation === 'nmod:poss') return 'possessive';
  if (/^i?obj/.test(relation)) return 'object';
  if (/^(?:compound|amod)/.test(relation)) return 'modifier';
  return relation.startsWith('obl') ? 'oblique' : 'other';
}

/** `landlord Colin Roe – her nephew – was late`: a name before the predicate of the sentence, to which the tree gives no subject. */
function isLostSubject({ tokens, children }: Tree, at: number): boolean {
  const { relation, head } = tokens[at]!;
  const predicate = tokens[head];
  if (
    !/^(?:nmod:desc|flat)$/.test(relation) ||
    head < at ||
    predicate?.relation !== 'root' ||
    predicate.pos === 'PROPN'
  )
    return false;
  return !children[head]!.some((child) => /^[nc]subj/.test(tokens[child]!.relation));
}

/** Whether a rival is somebody's: "Moran's lawyer, Thomas Okonjo" belongs to Moran, and "he" goes on with the lawyer. */
function isOwnedBy({ tokens }: Tree, owner: PersonMention, { mentions }: Referent): boolean {
  const whole = (at: number): number =>
    /^(?:appos|flat|nmod:desc)/.test(tokens[at]!.relation) ? whole(tokens[at]!.head) : at;
  const owned = tokens[owner.head]!.head;
  return mentions.some(({ sentence, head }) => sentence === owner.sentence && whole(head) === whole(owned));
}

/** "Biden saw him" is not about Biden; "Biden's friend and he"; "his" inside the candidate's own phrase. */
function isBarred(
  { tokens, children }: Tree,
  { head: pronoun }: PersonMention,
  { head, first, end }: PersonMention,
): boolean {
  const own = tokens[pronoun]!;
  if (head > pronoun && head !== pronoun && !isInClauseBefore(tokens, pronoun, head)) return true;
  if (/self$/i.test(own.text)) return false;
  if (pronoun >= first && pronoun < end) return true;
  if (own.relation === 'nmod:poss') return own.head === head;
  if (tokens[head]!.head === own.head && /subj|obj|obl/.test(tokens[head]!.relation)) return true;
  if (tokens[head]!.relation === 'conj' && tokens[head]!.head === pronoun) return true;
  if (own.relation === 'conj' && own.head === head) return true;
  // "he" of "the man he saw" is not the man.
  const clause = own.head >= 0 ? tokens[own.head]! : own;
  return (
    clause.relation.startsWith('acl') &&
    clause.head === head &&
    !children[own.head]!.some(
      (child) => /^(?:who|that|which)$/i.test(tokens[child]!.text) && tokens[child]!.relation.includes('nsubj'),
    )
  );
}

/** A name after its pronoun: only when the pronoun stands in a clause or phrase that precedes and hangs under the name's. */
function isInClauseBefore(
  tokens: readonly { readonly head: number; readonly relation: string }[],
  pronoun: number,
  head: number,
): boolean {
  const governor = tokens[head]!.head;
  if (!tokens[head]!.relation.includes('subj')) return false;
  let at = tokens[pronoun]!.head;
  if (at === governor) return false;
  for (; at >= 0; at = tokens[at]!.head) {
    if (tokens[at]!.head === governor) return /^(?:advcl|obl)/.test(tokens[at]!.relation);
  }
  return false;
}

/** Whether the pronoun's clause hangs under the verb that the candidate is the subject of. */
function governsClause({ tokens }: Tree, head: number, pronoun: number): boolean {
  if (!tokens[head]!.relation.includes('subj')) return false;
  const governor = tokens[head]!.head;
  for (let at = tokens[pronoun]!.head; at >= 0; at = tokens[at]!.head) if (at === governor) return true;
  return false;
}

/** How the candidate is the nearest subject above the pronoun: "Biden … his"; "Ishiba, who … his". */
function subjectAbove(
  { tokens, children }: Tree,
  { head, first, end }: PersonMention,
  pronoun: number,
): 'subject' | 'relative' | undefined {
  for (let at = tokens[pronoun]!.head; at >= 0; at = tokens[at]!.head) {
    const subject = children[at]!.find((child) => tokens[child]!.relation.startsWith('nsubj'));
    if (subject === undefined || subject === pronoun) continue;
    if (!/^(?:who|that)$/i.test(tokens[subject]!.text)) return subject === head ? 'subject' : undefined;
    const before = tokens[subject - 1]?.text === ',' ? subject - 2 : subject - 1;
    return before >= first && before < end ? 'relative' : undefined;
  }
  return undefined;
}

/** "Sullivan said", "according to" is not enough. */
const isReporting = ({ tokens }: Tree, { head }: PersonMention): boolean =>
  /^(?:sa(?:id|ys)|told|tells|suggest(?:ed|s)|claim(?:ed|s)|acknowledge[ds]|replie[ds]|continue[ds]|conclude[ds]|caution(?:ed|s)|stresse[ds]|point(?:ed|s)|recall(?:ed|s)|call(?:ed|s)|admit(?:ted|s)|declare[ds]|add(?:ed|s)|argue[ds]|note[ds]|warn(?:ed|s)|announce[ds]|ask(?:ed|s)|wrote|explain(?:ed|s)|insist(?:ed|s))$/.test(
    tokens[tokens[head]!.head]?.text ?? '',
  );
