import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { annotate } from '../../../shared/language/annotate.ts';
import { linkDocument } from '../../../shared/language/annotated.ts';
import { markQuoted } from '../../../shared/language/4-quoted/find-quoted.ts';
import { findAttributions } from '../../../shared/language/6-quotations/find-attributions.ts';
import { toQuotations } from '../../../shared/language/7-assemble/to-quotations.ts';
import { findQuotations } from '../../../shared/language/7-assemble/find-quotations.ts';
import type { Document, Sentence, Tagger } from '../../../shared/language/document.ts';
import { split } from '../../../shared/language/analyse.ts';
import { tagText } from './marked.ts';

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const POS = [
  'NOUN',
  'PROPN',
  'PRON',
  'VERB',
  'AUX',
  'ADP',
  'DET',
  'ADJ',
  'ADV',
  'SCONJ',
  'CCONJ',
  'PUNCT',
  'X',
] as const;
const RELATIONS = [
  'nsubj',
  'ccomp',
  'obj',
  'obl',
  'xcomp',
  'advcl',
  'acl:relcl',
  'conj',
  'parataxis',
  'mark',
  'case',
  'punct',
  'nmod:poss',
  'aux:pass',
  'appos',
] as const;

/** Tags that a model could give at its worst: any part of speech, any tree. */
const tagAtRandom =
  (random: readonly number[]) =>
  (
    document: readonly { paragraph: number; words: readonly { text: string; start: number; end: number }[] }[],
  ): Sentence[] => {
    let at = 0;
    const next = (limit: number) => random[at++ % random.length]! % limit;
    return document.map(({ paragraph, words }) => ({
      paragraph,
      tokens: words.map((word, index) => ({
        ...word,
        pos: POS[next(POS.length)]!,
        head: index === 0 ? -1 : next(index),
        relation: index === 0 ? 'root' : RELATIONS[next(RELATIONS.length)]!,
      })),
      names: [],
    }));
  };

const WORDS = [
  'said',
  'Ade',
  'the',
  'minister',
  '“',
  '”',
  '"',
  ',',
  '.',
  ':',
  'that',
  'according',
  'to',
  'told',
  'adding',
  '—',
  'who',
  'claim',
  'he',
  'called',
  "'",
  '(',
  ')',
  '\n',
  'in',
  'poll',
  'Q',
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((words) => words.join(' '));

function toDocument(text: string, random: readonly number[]): Document {
  const paragraphs = text.split('\n').map((line, ordinal) => ({ ordinal, text: line }));
  return { paragraphs, sentences: tagAtRandom(random)(paragraphs.flatMap(split)) };
}

test('whatever the text and its tags, spans lie inside their paragraph and slice back', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.nat(), { minLength: 40, maxLength: 80 }), (text, random) => {
      const document = toDocument(text, random);
      const quotations = findQuotations(annotate(document));
      for (const { contents, quoted, cue, source, confidence } of quotations) {
        expect(contents.length).toBeGreaterThan(0);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const span of [...contents, ...quoted, ...(cue ? [cue] : []), ...(source ? [source] : [])]) {
          expect(span.start).toBeLessThan(span.end);
          expect(document.paragraphs[span.paragraph]!.text.slice(span.start, span.end)).toBe(span.text);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('quotations come in reading order, numbered', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.nat(), { minLength: 40, maxLength: 80 }), (text, random) => {
      const quotations = findQuotations(annotate(toDocument(text, random)));
      const places = quotations.map(({ contents: [first] }) => first!.paragraph * 1e9 + first!.start);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(quotations.map(({ ordinal }) => ordinal)).toEqual([...quotations.keys()]);
    }),
    { numRuns: 200 },
  );
});

/** Counts how often a token is reached: work that grows with the text shows in it, whatever the machine. */
function countReads(parsed: Document): number {
  let reads = 0;
  const document = linkDocument(parsed);
  for (const paragraph of document.paragraphs) {
    const tokens = new Proxy(paragraph.tokens, { get: (of, key) => (reads++, Reflect.get(of, key) as unknown) });
    Object.defineProperty(paragraph, 'tokens', { value: tokens });
  }
  markQuoted(document);
  toQuotations(findAttributions(document), document);
  return reads;
}

test('work grows with the length of the text and no faster', async () => {
  const paragraph =
    '“We will stay,” Ada Lund said, adding that the “old” bridge would close. According to the police, it is safe.';
  const once = await tagText(paragraph, tag);
  const repeat = (count: number): Document => ({
    paragraphs: Array.from({ length: count }, (_, ordinal) => ({ ordinal, text: paragraph })),
    sentences: Array.from({ length: count }, (_, ordinal) =>
      once.sentences.map((sentence) => ({ ...sentence, paragraph: ordinal })),
    ).flat(),
  });
  expect(countReads(repeat(120)) / countReads(repeat(30))).toBeCloseTo(4, 1);
});
