import type { Token, TokenSpan } from '../annotated.ts';
import { RELATIVE_SUBJECTS, WHO_OR_THAT } from '../lexicon/closed-classes.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';

/** Words that mean somebody, with the one on which the sentence hangs. */
export interface HeadedSpan {
  readonly span: TokenSpan;
  readonly head: Token;
}

export type GrammaticalRole = 'subject' | 'object' | 'possessive' | 'modifier' | 'oblique' | 'other';

const ROLES: Readonly<Partial<Record<string, GrammaticalRole>>> = {
  nsubj: 'subject',
  csubj: 'subject',
  obj: 'object',
  iobj: 'object',
  compound: 'modifier',
  amod: 'modifier',
  obl: 'oblique',
};

/** Of a name in a row, that of the row. */
export function grammaticalRoleOf({ head }: HeadedSpan): GrammaticalRole {
  let at = head;
  while (['conj', 'appos', 'flat'].includes(at.relation) && at.head?.isBefore(at)) at = at.head;
  if (isLostSubject(at)) return 'subject';
  return isPossessive(at) ? 'possessive' : (ROLES[at.relation] ?? 'other');
}

export const isSubject = ({ relation }: Token): boolean => relation === 'nsubj' || relation === 'csubj';

const isPossessive = ({ relation, subtype }: Token): boolean => relation === 'nmod' && subtype === 'poss';

/** `landlord Colin Roe – her nephew – was late`: a name before the predicate of the sentence, to which the tree gives no subject. */
function isLostSubject({ relation, subtype, index, head: predicate }: Token): boolean {
  const isLoose = (relation === 'nmod' && subtype === 'desc') || (relation === 'flat' && subtype === '');
  if (!isLoose || predicate?.relation !== 'root' || predicate.index < index || predicate.pos === 'PROPN') return false;
  return !predicate.dependents.some(isSubject);
}

/** Whether a rival is somebody's: "Moran's lawyer, Thomas Okonjo" belongs to Moran, and "he" goes on with the lawyer. */
export function isOwnedBy(owner: HeadedSpan, mentions: readonly HeadedSpan[]): boolean {
  const whole = (token: Token): Token => (isPartOfName(token) && token.head ? whole(token.head) : token);
  const owned = owner.head.head && whole(owner.head.head);
  return mentions.some(({ head }) => whole(head) === owned);
}

const isPartOfName = ({ relation, subtype }: Token): boolean =>
  relation === 'appos' || relation === 'flat' || (relation === 'nmod' && subtype === 'desc');

/** "Biden saw him" is not about Biden; "Biden's friend and he"; "his" inside the candidate's own phrase. */
export function isBarred(pronoun: Token, { span, head }: HeadedSpan): boolean {
  if (head.isAfter(pronoun) && !isInClauseBefore(pronoun, head)) return true;
  if (pronoun.lower.endsWith('self')) return false;
  if (span.has(pronoun)) return true;
  return isPossessive(pronoun) ? pronoun.head === head : sharesClause(pronoun, head);
}

/** "he told Crane": nobody tells himself, wherever else he is named. */
export const isSaidTo = (pronoun: Token, { head, span }: HeadedSpan): boolean =>
  pronoun.relation === 'nsubj' &&
  head.isAfter(pronoun) &&
  !span.has(pronoun) &&
  head.head === pronoun.head &&
  (head.relation === 'obj' || head.relation === 'iobj');

function sharesClause(pronoun: Token, head: Token): boolean {
  if (head.head === pronoun.head && ['nsubj', 'csubj', 'obj', 'iobj', 'obl'].includes(head.relation)) return true;
  if (head.relation === 'conj' && head.head === pronoun) return true;
  if (pronoun.relation === 'conj' && pronoun.head === head) return true;
  // "he" of "the man he saw" is not the man.
  const clause = pronoun.head ?? pronoun;
  return (
    clause.relation === 'acl' &&
    clause.head === head &&
    !clause.dependents.some((token) => RELATIVE_SUBJECTS.has(token.lower) && token.relation === 'nsubj')
  );
}

/** A name after its pronoun: only when the pronoun stands in a clause or phrase that precedes and hangs under the name's. */
function isInClauseBefore(pronoun: Token, head: Token): boolean {
  const governor = head.head;
  if (!isSubject(head) || pronoun.head === governor) return false;
  for (let at = pronoun.head; at; at = at.head)
    if (at.head === governor) return at.relation === 'advcl' || at.relation === 'obl';
  return false;
}

/** Whether the pronoun's clause hangs under the verb that the candidate is the subject of. */
export const governsClause = (head: Token, pronoun: Token): boolean =>
  isSubject(head) && head.head !== undefined && (pronoun.head?.isUnder(head.head) ?? false);

/** How the candidate is the nearest subject above the pronoun: "Biden … his"; "Ishiba, who … his". */
export function subjectAbove({ span, head }: HeadedSpan, pronoun: Token): 'subject' | 'relative' | undefined {
  for (let at = pronoun.head; at; at = at.head) {
    const subject = at.dependents.find(({ relation }) => relation === 'nsubj');
    if (!subject || subject === pronoun) continue;
    if (!WHO_OR_THAT.has(subject.lower)) return subject === head ? 'subject' : undefined;
    const before = subject.previous?.text === ',' ? subject.previous.previous : subject.previous;
    return before && span.has(before) ? 'relative' : undefined;
  }
  return undefined;
}

/** "Sullivan said"; "according to" is not enough. */
export const isReporting = ({ head }: Pick<HeadedSpan, 'head'>): boolean =>
  head.head !== undefined && takesClauseOfWords(verbCue(head.head.lower));
