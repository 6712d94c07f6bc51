import type { Token, TokenSpan } from '../annotated.ts';
import type { Quotation } from '../analysis.ts';
import { NEGATIONS, wordSet } from '../lexicon/closed-classes.ts';
import { isSaying } from './cues.ts';

const SUPPOSITIONS = wordSet("would could might may should 'd");
const CONDITIONS = wordSet('if whether unless');

/** Whether the saying is denied ("did not say") or only supposed ("would say", "if she says"). */
export function modalityOf(cue: TokenSpan): Quotation['modality'] {
  const verb = cue.tokens.find(({ pos }) => pos === 'VERB');
  const own = [verb, obligedBy(verb)].flatMap((one) => one?.children('aux', 'advmod', 'mark') ?? []);
  if (own.some(({ lower }) => NEGATIONS.has(lower)) || (verb && isDenying(verb))) return 'negated';
  const isSupposed = own.some(({ lower }) => SUPPOSITIONS.has(lower) || CONDITIONS.has(lower));
  return isSupposed ? 'hypothetical' : undefined;
}

const DENYING = wordSet('deny denies denied denying avoid avoids avoided avoiding refrain refrained resist resisted');
const SHORT_OF = wordSet('short');

/** "denied saying", "stopped short of saying", "without saying": a saying that has not been, or is said not to have been. */
export function isDenying(saying: Token): boolean {
  const { head, lower, relation } = saying;
  if (!lower.endsWith('ing') || !isSaying(saying) || !['xcomp', 'ccomp', 'advcl', 'acl'].includes(relation))
    return false;
  if (saying.children('mark', 'case').some((mark) => mark.lower === 'without')) return true;
  const isShort = head !== undefined && [head, ...head.dependents].some((word) => SHORT_OF.has(word.lower));
  return head !== undefined && (DENYING.has(head.lower) || (isShort && saying.children('mark', 'case').some(isOf)));
}

const isOf = ({ lower }: Token): boolean => lower === 'of';

const OBLIGING = wordSet('have has had need needs');

/** "would have to show": the verb that obliges to the saying. */
function obligedBy(verb: Token | undefined): Token | undefined {
  return verb?.relation === 'xcomp' && verb.head && OBLIGING.has(verb.head.lower) ? verb.head : undefined;
}
