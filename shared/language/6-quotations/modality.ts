import type { TokenSpan } from '../annotated.ts';
import type { Quotation } from '../analysis.ts';
import { NEGATIONS, wordSet } from '../lexicon/closed-classes.ts';

const SUPPOSITIONS = wordSet("would could might may should 'd");
const CONDITIONS = wordSet('if whether unless');

/** Whether the saying is denied ("did not say") or only supposed ("would say", "if she says"). */
export function modalityOf(cue: TokenSpan): Quotation['modality'] {
  const verb = cue.tokens.find(({ pos, relation }) => pos === 'VERB' && relation !== 'aux');
  const own = verb?.children('aux', 'advmod', 'mark', 'neg') ?? [];
  if (own.some(({ lower }) => NEGATIONS.has(lower))) return 'negated';
  const isSupposed = own.some(
    ({ lower, relation }) => SUPPOSITIONS.has(lower) || (relation === 'mark' && CONDITIONS.has(lower)),
  );
  return isSupposed ? 'hypothetical' : undefined;
}
