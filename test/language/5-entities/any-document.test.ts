import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annotate } from '../../../shared/language/annotate.ts';
import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { ENTITY_TYPES, type Document, type Sentence, type Token } from '../../../shared/language/document.ts';

const WORDS = [
  'Kim',
  'Jong',
  'Jake',
  'Sullivan',
  'U.S.',
  'APEC',
  'the',
  'president',
  'he',
  'her',
  '“',
  '”',
  "'s",
  '-',
  ',',
  'said',
  'Jr.',
  'who',
];
const RELATIONS = ['nsubj', 'obj', 'nmod:poss', 'appos', 'acl:relcl', 'conj', 'compound', 'flat', 'punct', 'cop'];

/** Sentences of any words, tags and names over any tree. */
const sentence = fc
  .array(
    fc.record({
      word: fc.constantFrom(...WORDS),
      pos: fc.constantFrom('NOUN', 'PROPN', 'PRON', 'VERB', 'PUNCT', 'DET'),
      relation: fc.constantFrom(...RELATIONS),
      seed: fc.nat(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((words) =>
    fc.record({
      words: fc.constant(words),
      cuts: fc.array(
        fc.record({ type: fc.constantFrom(...ENTITY_TYPES), length: fc.integer({ min: 1, max: 4 }), gap: fc.nat(3) }),
      ),
    }),
  );

function toDocument(
  sources: readonly (typeof sentence extends fc.Arbitrary<infer Source> ? Source : never)[],
): Document {
  const paragraphs = sources.map(({ words }, ordinal) => ({ ordinal, text: words.map(({ word }) => word).join(' ') }));
  const sentences = sources.map(({ words, cuts }, paragraph): Sentence => {
    let start = 0;
    const tokens = words.map(({ word, pos, relation, seed }, index): Token => {
      const token = {
        text: word,
        start,
        end: start + word.length,
        pos: pos as Token['pos'],
        head: index === 0 ? -1 : seed % index,
        relation: index === 0 ? 'root' : relation,
      };
      start = token.end + 1;
      return token;
    });
    let first = 0;
    const names = cuts.flatMap(({ type, length, gap }) => {
      const name = { type, first: first + gap, end: first + gap + length };
      first = name.end;
      return name.end <= tokens.length ? [name] : [];
    });
    return { paragraph, tokens, names };
  });
  return { paragraphs, sentences };
}

test('whatever the tags: mentions slice back, in order, each place once; ids are unique and well-formed', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), (sources) => {
      const document = toDocument(sources);
      const index = findEntities(annotate(document));
      const taken = new Set<string>();
      for (const { id, mentions, salience, roles } of index.entities) {
        expect(id).toMatch(/^[A-Z]+#\S+$/);
        expect(mentions.length).toBeGreaterThan(0);
        expect(salience).toBeGreaterThanOrEqual(0);
        expect(salience).toBeLessThanOrEqual(1);
        for (const { paragraph, start, end, text } of [...mentions, ...roles]) {
          expect(document.paragraphs[paragraph]!.text.slice(start, end)).toBe(text);
        }
        for (const { paragraph, start } of mentions) {
          expect(taken).not.toContain(`${paragraph}:${start}`);
          taken.add(`${paragraph}:${start}`);
        }
      }
      expect(new Set(index.entities.map(({ id }) => id)).size).toBe(index.entities.length);
    }),
    { numRuns: 500 },
  );
});
