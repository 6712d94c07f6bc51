import type { Token } from '../annotated.ts';
import { isInfinitive } from '../6-quotations/cues.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { opensQuestion, type Candidate } from './exclusion.ts';

const PROMISING = wordSet(`promise pledge vow threaten offer swear ask beg plead demand request claim profess urge call
  guarantee warn advise propose volunteer`);

const hasOwnSubject = (clause: Token): boolean => clause.children('nsubj', 'csubj').length > 0;

/** "is running out", "would be to go" */
const isFinite = (predicate: Token): boolean => predicate.children('aux', 'cop').some(({ lower }) => FINITE.has(lower));

/** Auxiliaries that make a clause finite. */
export const FINITE = wordSet("am is are was were 's 're 'm will would can could should might must may 'll 'd");

/** Hopes, plans, refusals and decisions to do something oneself; questions in one's mind. */
export function isPlan(candidate: Candidate): boolean {
  const { attribution, head, cue, content } = candidate;
  const { cueKind, frame, rule } = attribution;
  if (!head) return false;
  // "wants to leave", where the tree has an object between.
  if (frame === 'objectControl') return cueKind !== 'assertion' && content.first.lower === 'to';
  if (cueKind !== 'assertion' && opensQuestion(candidate) && !cue?.traits.has('asks')) return true;
  const isInfinitiveOfOwn = isInfinitive(head) && !hasOwnSubject(head) && !isFinite(head);
  if (cueKind !== 'assertion')
    return isInfinitiveOfOwn || head.relation === 'xcomp' || (head.lower.endsWith('ing') && !isFinite(head));
  return isInfinitiveOfOwn && rule === 'clause/infinitive' && cue !== undefined && !PROMISING.has(cue.lemma);
}
