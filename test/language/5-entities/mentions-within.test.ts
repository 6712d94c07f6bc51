import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mentionsWithin } from '../../../shared/language/5-entities/mentions-within.ts';
import type { Entity, Mention } from '../../../shared/language/analysis.ts';
import { annotate } from '../../../shared/language/annotate.ts';
import { TokenSpan } from '../../../shared/language/annotated.ts';

/** Words of one character with one space between them, so that the word at place p has the characters 2p to 2p + 1. */
const WORDS = 8;
const PARAGRAPHS = 3;

const { paragraphs } = annotate({
  paragraphs: Array.from({ length: PARAGRAPHS }, (_, ordinal) => ({ ordinal, text: 'x '.repeat(WORDS).trim() })),
  sentences: Array.from({ length: PARAGRAPHS }, (_, paragraph) => ({
    paragraph,
    tokens: Array.from({ length: WORDS }, (_, at) => ({
      text: 'x',
      start: 2 * at,
      end: 2 * at + 1,
      pos: 'NOUN',
      head: at - 1,
      relation: at === 0 ? 'root' : 'dep',
    })),
    names: [],
  })),
});

const place = fc.record({
  paragraph: fc.nat(PARAGRAPHS - 1),
  from: fc.nat(WORDS - 1),
  length: fc.integer({ min: 1, max: 3 }),
});

const entityWith = (mentions: readonly Mention[]): Entity => ({
  id: 'PERSON#x',
  type: 'PERSON',
  name: 'x',
  aliases: [],
  roles: [],
  salience: 1,
  mentions,
});

test('the mentions within a span are those that a search through all finds', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), place, (places, { paragraph, from, length }) => {
      const mentions = places
        .map(({ paragraph, from, length }): Mention => {
          const [start, end] = [2 * from, 2 * (from + length) - 1];
          return { paragraph, start, end, text: 'x', kind: 'name' };
        })
        .sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
      const span = new TokenSpan(paragraphs[paragraph]!, from, Math.min(WORDS, from + length));
      expect(mentionsWithin(entityWith(mentions), span)).toEqual(
        mentions.filter(
          (mention) =>
            mention.paragraph === paragraph && mention.start >= span.first.start && mention.end <= span.last.end,
        ),
      );
    }),
  );
});
