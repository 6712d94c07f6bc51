import type { Quotation } from '../analysis.ts';
import { childrenOf, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

const NEGATION = /^(?:not|n't|never|neither|nor|hardly|no)$/u;
const SUPPOSITION = /^(?:would|could|might|may|should|'d)$/u;
const CONDITION = /^(?:if|whether|unless)$/u;

/** Whether the saying is denied ("did not say") or only supposed ("would say", "if she says"). */
export function modalityOf(tree: ParagraphTree, cue: Range): Quotation['modality'] {
  const verb = tree.nodes
    .slice(cue.first, cue.last + 1)
    .find(({ pos, relation }) => pos === 'VERB' && relation !== 'aux');
  if (!verb) return undefined;
  const own = childrenOf(tree, verb, 'aux', 'advmod', 'mark', 'neg');
  if (own.some(({ lower }) => NEGATION.test(lower))) return 'negated';
  if (own.some((node) => SUPPOSITION.test(node.lower) || isCondition(node))) return 'hypothetical';
  return undefined;
}

const isCondition = ({ lower, relation }: Node): boolean => relation === 'mark' && CONDITION.test(lower);
