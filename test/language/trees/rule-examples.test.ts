import { expect, test } from '@jest/globals';
import { RULES } from '../../../shared/language/6-quotations/rules.ts';
import type { Explained } from '../../../shared/language/7-assemble/to-quotations.ts';
import { attributed, unmark } from '../6-quotations/marked.ts';
import { findStored } from './find-stored.ts';
import { counterName, exampleName, EXAMPLES } from './rule-examples.ts';
import { readCases } from './stored-cases.ts';

const cases = new Map((await readCases(EXAMPLES)).map((stored) => [stored.name, stored]));
const attributionsOf = (explained: readonly Explained[]) => explained.map(({ quotation }) => attributed(quotation));
const documentOf = (name: string) => {
  const stored = cases.get(name);
  if (!stored) throw new Error(`${EXAMPLES} has no "${name}": npm run write:trees`);
  return stored.document;
};

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s finds its example, and no other rule does', (id, rule) => {
  const document = documentOf(exampleName(rule));
  const { attributions } = unmark(rule.example);
  const found = findStored(document);
  expect(attributionsOf(found)).toEqual(attributions);
  expect(found.map(({ quotation }) => quotation.rule)).toContain(id);
  expect(attributionsOf(findStored(document, id))).not.toEqual(attributions);
});

test.each(
  RULES.flatMap((rule) => (rule.counter ?? []).map((text, index) => [text, counterName(rule, index), rule.id])),
)('%s', (_, name, id) => {
  expect(findStored(documentOf(name)).filter(({ quotation }) => quotation.rule === id)).toEqual([]);
});

test('a rule has one id', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
