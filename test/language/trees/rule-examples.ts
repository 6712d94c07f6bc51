import type { RuleHead } from '../../../shared/language/6-quotations/rule.ts';
import { plain, type StoredCase } from './stored-cases.ts';

/** Where the examples and counter-examples of the rules stand with their trees. */
export const EXAMPLES = 'test/language/trees/examples.conllu';

export const exampleName = ({ id }: RuleHead): string => `example of ${id}`;
export const counterName = ({ id }: RuleHead, index: number): string => `counter-example ${index + 1} of ${id}`;

/** A case for each example and counter-example, with its tree where the text has stayed the same. */
export function examplesOf(rules: readonly RuleHead[], known: readonly StoredCase[]): StoredCase[] {
  return rules.flatMap((rule) => [
    toCase(exampleName(rule), rule.example, known),
    ...(rule.counter ?? []).map((text, index) => toCase(counterName(rule, index), text, known)),
  ]);
}

function toCase(name: string, example: string, known: readonly StoredCase[]): StoredCase {
  const marked = example.split('\n');
  const paragraphs = marked.map((text, ordinal) => ({ ordinal, text: plain(text) }));
  const same = known.find(({ document }) => isSame(document.paragraphs, paragraphs));
  return same ? { ...same, name, marked } : { name, marked, fields: [], document: { paragraphs, sentences: [] } };
}

const isSame = (a: readonly { text: string }[], b: readonly { text: string }[]): boolean =>
  a.map(({ text }) => text).join('\n') === b.map(({ text }) => text).join('\n');
