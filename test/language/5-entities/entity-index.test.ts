import { expect, test } from '@jest/globals';
import type { Entity } from '../../../shared/language/analysis.ts';
import type { Token } from '../../../shared/language/document.ts';
import { annotate } from '../../../shared/language/annotate.ts';
import { TokenSpan } from '../../../shared/language/annotated.ts';
import { indexEntities } from '../../../shared/language/5-entities/entity-index.ts';

const TEXT = 'Kenya’s presidential office spoke';

/** The tokens of TEXT; "Kenya" hangs on "office" by the given relation. */
const tokens = (relation: string): Token[] => [
  { text: 'Kenya', start: 0, end: 5, pos: 'PROPN', head: 3, relation },
  { text: '’s', start: 5, end: 7, pos: 'PART', head: 0, relation: 'case' },
  { text: 'presidential', start: 8, end: 20, pos: 'ADJ', head: 3, relation: 'amod' },
  { text: 'office', start: 21, end: 27, pos: 'NOUN', head: 4, relation: 'nsubj' },
  { text: 'spoke', start: 28, end: 33, pos: 'VERB', head: -1, relation: 'root' },
];

const kenya: Entity = {
  id: 'LOCATION#kenya',
  type: 'LOCATION',
  name: 'Kenya',
  aliases: [],
  roles: [],
  salience: 1,
  mentions: [{ paragraph: 0, start: 0, end: 5, text: 'Kenya', kind: 'name' }],
};

test.each(['nmod:poss', 'flat', 'appos'])('an owner, even hung as %s, is not what is owned', (relation) => {
  const { entityOf } = indexEntities([kenya]);
  const { paragraphs } = annotate({
    paragraphs: [{ ordinal: 0, text: TEXT }],
    sentences: [{ paragraph: 0, tokens: tokens(relation), names: [{ type: 'LOCATION', first: 0, end: 1 }] }],
  });
  const until = (end: number) => new TokenSpan(paragraphs[0]!, 0, end);
  expect(entityOf(until(4))).toBeUndefined();
  expect(entityOf(until(1))).toBe(kenya);
  expect(entityOf(until(2))).toBe(kenya);
});
