import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { withRuleTable } from '../../measure/quality/rule-table.ts';

test('docs/language.md lists the rules as they are: npm run write:rules', () => {
  const document = readFileSync('docs/language.md', 'utf8');
  expect(withRuleTable(document)).toBe(document);
});
