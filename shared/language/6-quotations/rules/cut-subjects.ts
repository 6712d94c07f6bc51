import type { Token, TokenSpan } from '../../annotated.ts';

/**
 * `claims the port's “old” and “rotten” pier was unsafe`, where the tree takes “old” for the object and the clause for the next
 * that the verb is joined with: the whole clause.
 */
export function clauseOfAdjectives(object: Token, phrase: TokenSpan): TokenSpan | undefined {
  // Words in marks that “and” joins are one stretch.
  const noun = object.quoted?.next;
  const clause = noun?.relation === 'nsubj' ? noun.head : undefined;
  return clause?.relation === 'conj' && clause.head === object.head ? phrase.through(clause.subtree().last) : undefined;
}

/** `That the crews have left | suggests that the port is lost, Firth said`: a clause that is the subject of the next. */
export function isSubjectOfNext(clause: Token, verb: Token): boolean {
  if (clause.relation !== 'ccomp' || clause.isAfter(verb)) return false;
  const { next } = clause.subtree();
  return next?.relation === 'ccomp' && next.head === verb && next.isBefore(verb) && next.pos === 'VERB';
}
