import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { split as splitParagraph } from '../../../shared/language/analyse.ts';
import type { Sentence, SplitSentence } from '../../../shared/language/document.ts';

const tag = await loadTagger();

const split = (...paragraphs: readonly string[]): SplitSentence[] =>
  paragraphs.flatMap((text, ordinal) => splitParagraph({ ordinal, text }));

/** The words come back unchanged, each sentence is a tree with one root, names are in order inside of it. */
function expectValid(given: readonly SplitSentence[], tagged: readonly Sentence[]): void {
  expect(
    tagged.map(({ paragraph, tokens }) => ({
      paragraph,
      words: tokens.map(({ text, start, end }) => ({ text, start, end })),
    })),
  ).toEqual(given);
  for (const { tokens, names } of tagged) {
    expect(tokens.filter(({ head }) => head === -1)).toHaveLength(Math.min(1, tokens.length));
    for (const [index, token] of tokens.entries()) {
      expect(token.relation === 'root').toBe(token.head === -1);
      let node = index;
      for (let steps = 0; node !== -1 && steps < tokens.length; steps++) node = tokens[node]!.head;
      expect(node).toBe(-1);
    }
    let before = 0;
    for (const { first, end } of names) {
      expect(first).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(first);
      expect(end).toBeLessThanOrEqual(tokens.length);
      before = end;
    }
  }
}

test('a news sentence', async () => {
  const [sentence] = await tag(
    split('Mayor Anna Kowalski said Tuesday that the city of Gdansk would sue Orbis Energy.'),
  );
  const { tokens, names } = sentence!;
  const words = (first: number, end: number) =>
    tokens
      .slice(first, end)
      .map(({ text }) => text)
      .join(' ');
  const named = names.map(({ type, first, end }) => `${type} ${words(first, end)}`);
  expect(named).toEqual(['PERSON Anna Kowalski', 'DATE Tuesday', 'LOCATION Gdansk', 'ORGANIZATION Orbis Energy']);
  const said = tokens.findIndex(({ text }) => text === 'said');
  const relations = tokens.filter(({ head }) => head === said).map(({ text, relation }) => `${relation} ${text}`);
  expect(tokens[said]).toMatchObject({ pos: 'VERB', head: -1, relation: 'root' });
  expect(relations).toEqual(expect.arrayContaining(['nsubj Anna', 'ccomp sue']));
});

test.each([
  ['nothing', ''],
  ['one word', 'Seoul'],
  ['one mark', '”'],
  ['French', 'Le président a déclaré mardi que « la ville ne paiera pas » les dégâts.'],
  ['Russian', 'Президент заявил во вторник, что город не будет платить.'],
  ['Japanese', '市長は火曜日、市は支払わないと述べた。'],
  ['Arabic', 'قال رئيس البلدية يوم الثلاثاء إن المدينة لن تدفع.'],
  ['a list of scores', 'Ajax 3, PSV 1\nFeyenoord 2, Utrecht 2 (3-4 pens)\nHeerenveen P-P Groningen'],
  ['a table', '| Name | 2023 | 2024 |\n|------|-----:|-----:|\n| Acme |  1.2 |  -0.4 |'],
  ['capitals', 'MAYOR VOWS TO SUE ORBIS ENERGY OVER FLOOD AS TALKS COLLAPSE'],
  ['a headline', 'PM: ‘No deal’ before summit'],
  ['emoji', '👩‍🚀🚀 said 🇵🇱 mayor 😀😀😀'],
  ['lone surrogates', 'The \ud800 mayor \udfff said \udc00\ud83d so.'],
  ['control characters', 'The\u0000 mayor\u0007 said \u202eesrever\u202c and\u200b left.'],
  ['combining characters', `Z${'\u0301'.repeat(5_000)} said.`],
  ['a megabyte without a space', 'x'.repeat(1_000_000)],
  ['a megabyte of marks', '.'.repeat(1_000_000)],
  ['a sentence of two thousand words', `${'the mayor of the city of '.repeat(400)}Gdansk said so.`],
])('%s does not trouble it', async (_, text) => {
  const sentences = split(...text.split('\n'));
  expectValid(sentences, await tag(sentences));
});

test('sentences without words, and no sentences, are given back', async () => {
  const [one] = split('Seoul said no.');
  const empty = { paragraph: 3, words: [] };
  const sentences = [empty, one!, empty];
  expectValid(sentences, await tag(sentences));
  expect(await tag([])).toEqual([]);
});

test('any words give valid tags', async () => {
  const word = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('Seoul', 'said', '“', '.', 'A-1'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { maxLength: 40 }), { maxLength: 8 }), async (texts) => {
      const sentences = texts.map((words, paragraph) => ({
        paragraph,
        words: words.map((text, start) => ({ text, start, end: start + text.length })),
      }));
      expectValid(sentences, await tag(sentences));
    }),
    { numRuns: 60 },
  );
});

test('the same sentence is tagged alike whatever stands far from it', async () => {
  const sentence = 'Mayor Anna Kowalski said Tuesday that the city would sue.';
  const long = `${'The council met in the old hall and spoke about the flood and its victims for hours '.repeat(9)}.`;
  const [, first] = await tag(split(long, sentence, long));
  const [alone] = await tag(split(sentence));
  expect({ ...first, paragraph: 0 }).toEqual(alone);
});
