import type { PersonMention } from './people-in-text.ts';
import { relationOf, type Tree } from './tree.ts';

/** Grammatical function: "subject", "object", "possessive", "modifier", "oblique", "other"; of a name in a row, that of the row. */
export function roleOf(tree: Tree, { head }: PersonMention): string {
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
export function isOwnedBy({ tokens }: Tree, owner: PersonMention, mentions: readonly PersonMention[]): boolean {
  const whole = (at: number): number =>
    /^(?:appos|flat|nmod:desc)/.test(tokens[at]!.relation) ? whole(tokens[at]!.head) : at;
  const owned = tokens[owner.head]!.head;
  return mentions.some(({ sentence, head }) => sentence === owner.sentence && whole(head) === whole(owned));
}

/** "Biden saw him" is not about Biden; "Biden's friend and he"; "his" inside the candidate's own phrase. */
export function isBarred(
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
export function governsClause({ tokens }: Tree, head: number, pronoun: number): boolean {
  if (!tokens[head]!.relation.includes('subj')) return false;
  const governor = tokens[head]!.head;
  for (let at = tokens[pronoun]!.head; at >= 0; at = tokens[at]!.head) if (at === governor) return true;
  return false;
}

/** How the candidate is the nearest subject above the pronoun: "Biden … his"; "Ishiba, who … his". */
export function subjectAbove(
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
export const isReporting = ({ tokens }: Tree, { head }: PersonMention): boolean =>
  /^(?:sa(?:id|ys)|told|tells|suggest(?:ed|s)|claim(?:ed|s)|acknowledge[ds]|replie[ds]|continue[ds]|conclude[ds]|caution(?:ed|s)|stresse[ds]|point(?:ed|s)|recall(?:ed|s)|call(?:ed|s)|admit(?:ted|s)|declare[ds]|add(?:ed|s)|argue[ds]|note[ds]|warn(?:ed|s)|announce[ds]|ask(?:ed|s)|wrote|explain(?:ed|s)|insist(?:ed|s))$/.test(
    tokens[tokens[head]!.head]?.text ?? '',
  );
