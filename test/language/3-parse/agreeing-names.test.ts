import { expect, test } from '@jest/globals';
import { agreeOnNames } from '../../../shared/language/3-parse/agreeing-names.ts';
import type { EntityType, Sentence } from '../../../shared/language/document.ts';

/** "Orbis/ORGANIZATION sues": a word with a type is a name; one sentence. */
function sentence(marked: string): Sentence {
  const parts = marked.split(' ').map((part) => part.split('/') as [string, EntityType?]);
  return {
    paragraph: 0,
    tokens: parts.map(([text], index) => ({ text, start: 0, end: 0, pos: 'X', head: index - 1, relation: 'dep' })),
    names: parts.flatMap(([, type], first) => (type ? [{ type, first, end: first + 1 }] : [])),
  };
}

test.each([
  ['most mentions decide', ['Orbis/ORGANIZATION sues', 'Orbis/ORGANIZATION won', 'Orbis/PERSON left'], 'ORGANIZATION'],
  ['half of the mentions decide nothing', ['Orbis/ORGANIZATION sues', 'Orbis/PERSON left'], 'PERSON'],
  [
    'two of three and one more are no clear majority',
    ['Orbis/ORGANIZATION sues', 'Orbis/ORGANIZATION won', 'Orbis/LOCATION won', 'Orbis/PERSON left'],
    'PERSON',
  ],
  ['other words do not count', ['Orbis/ORGANIZATION sues', 'Orbit/ORGANIZATION won', 'Orbis/PERSON left'], 'PERSON'],
  ['dates are no names', ['May/PERSON sues', 'May/PERSON won', 'in May/DATE'], 'DATE'],
] as const)('%s', (_, article, lastType) => {
  const names = agreeOnNames(article.map(sentence)).flatMap((one) => one.names);
  expect(names.at(-1)?.type).toBe(lastType);
});
