import { readFileSync, writeFileSync } from 'node:fs';
import { withRuleTable } from './rule-table.ts';

/** `npm run write:rules`: writes the table of rules into docs/language.md. */
const DOCUMENT = 'docs/language.md';

writeFileSync(DOCUMENT, withRuleTable(readFileSync(DOCUMENT, 'utf8')));
