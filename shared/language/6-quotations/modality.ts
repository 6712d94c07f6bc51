import type { Token, TokenSpan } from '../annotated.ts';
import type { Quotation } from '../analysis.ts';
import { NEGATIONS, wordSet } from '../lexicon/closed-classes.ts';

const SUPPOSITIONS = wordSet("would could might may should 'd");
const CONDITIONS = wordSet('if whether unless');

/** Whether the saying is denied ("did not say") or only supposed ("would say", "if she says"). */
export function modalityOf(cue: TokenSpan): Quotation['modality'] {
  const verb = cue.tokens.find(({ pos }) => pos === 'VERB');
  const own = [verb, obligedBy(verb)].flatMap((one) => one?.children('aux', 'advmod', 'mark') ?? []);
  if (own.some(({ lower }) => NEGATIONS.has(lower))) return 'negated';
  const isSupposed = own.some(({ lower }) => SUPPOSITIONS.has(lower) || CONDITIONS.has(lower));
  return isSupposed ? 'hypothetical' : undefined;
}

const OBLIGING = wordSet('have has had need needs');

/** "would have to show": the verb that obliges to the saying. */
function obligedBy(verb: Token | undefined): Token | undefined {
  return verb?.relation === 'xcomp' && verb.head && OBLIGING.has(verb.head.lower) ? verb.head : undefined;
}
