import { TokenSpan, type Token } from '../../annotated.ts';
import { DOCUMENTS, WEEKDAYS, wordSet } from '../../lexicon/closed-classes.ts';
import { cueOf } from '../cues.ts';
import { isPause } from '../punctuation.ts';

/** Most tokens between a verb of saying and its "that": where, when and to whom. */
export const LONGEST_CIRCUMSTANCE = 14;

/** Where what is said can begin: after `told a news conference`, `said in a statement` or the verb itself. */
export function afterAddressee(verb: Token): number {
  const addressee = cueOf(verb)?.traits.has('addressee') ? verb.children('obj', 'iobj')[0] : undefined;
  if (!addressee?.isAfter(verb)) return afterDocument(verb);
  // A clause of its own may hang under the addressee by any name.
  return addressee.subtree(
    (token) => ['acl', 'appos', 'punct'].includes(token.relation) || token.children('cop').length > 0,
  ).end;
}

/** `said in a statement it was “studying” the ruling`: the clause may hang under the statement. */
function afterDocument(verb: Token): number {
  const isWhere = verb.next?.lower === 'in' && DOCUMENTS.has(verb.at(3)?.lower ?? '');
  return verb.index + (isWhere ? 4 : 1);
}

/** Most tokens between a cue and the comma after when and where. */
const LONGEST_TIME = 8;

/** When, where and to whom something is said. */
const TOLD_WITH = new Set(['obl', 'advmod', 'obj', 'iobj']);

/** `…, he said on Monday, …`: the end of when, where and to whom it was said, which a comma follows; else that of the attribution. */
export function circumstanceEnd(cue: TokenSpan, attribution: number): number {
  let end = attribution;
  for (const token of new TokenSpan(cue.paragraph, end, end + LONGEST_TIME).tokens) {
    if (token.text === ',' && token.index >= end) break;
    const isCircumstance = token.head && cue.has(token.head) && TOLD_WITH.has(token.relation);
    if (isCircumstance) end = Math.max(end, token.subtree().end);
  }
  return isPause(cue.paragraph.tokens[end]) ? end : attribution;
}

const PART_OF_DAY = wordSet('night morning afternoon evening');

/** `said in a statement Thursday night they sold it`: a day that stands bare before the subject is the day of saying. */
export function afterDay({ first, start }: TokenSpan, verb: Token): number {
  const last = PART_OF_DAY.has(first.next?.lower ?? '') ? first.next : first;
  const isDay = WEEKDAYS.has(first.lower) && last?.relation === 'obl' && first !== verb.next;
  return isDay && ['PRON', 'DET', 'PROPN'].includes(last.next?.pos ?? '') ? last.index + 1 : start;
}
