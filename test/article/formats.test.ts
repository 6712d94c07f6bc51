import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../shared/article/article.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { type Variant, variantsOf } from './story.ts';

const STORY = {
  headline: 'Mayor opens a library after a long fight over its roof',
  byline: 'By Rick Bowden',
  paragraphs: [
    'WEXMOOR (NWA) — Mayor Olive Tarn opened a library on Monday & closed a school that had stood for ninety years, although the café in its cellar will stay.',
    '“It is warm and it is ours, and nobody will take it away from us again,” Tarn told a crowd of four hundred people at the door of the building.',
    'Ralph Penhallow, a farmer with land in Pitford, said the town had waited for fourteen months – longer than for the bridge.',
    'The Wexmoor Harbour Board paid half of the $2.4 million. Its chair, Ottoline Marsh, declined to say who would heat the building in winter.',
    'According to Marsh, the roof “won’t leak” for a hundred years.',
  ],
};

const contentOf = ({ paragraphs, headline, bylines, dateline }: Article) => ({
  texts: paragraphs.filter(({ role }) => role === undefined).map(({ text }) => text),
  headline: headline?.text,
  bylines: bylines.map(({ text }) => text),
  dateline: dateline?.text,
});

const read = ({ bytes, hints }: Variant): Promise<Article> => parseArticle(bytes, hints);

const variants = variantsOf(STORY);

test('there are fourteen variants and more', () => {
  expect(variants.length).toBeGreaterThanOrEqual(14);
});

test.each(variants.map((variant) => [variant.name, variant] as const))('one story, %s', async (_, variant) => {
  const article = await read(variant);
  expect(contentOf(article)).toEqual({
    texts: [STORY.headline, STORY.byline, ...STORY.paragraphs],
    headline: STORY.headline,
    bylines: [STORY.byline],
    dateline: 'WEXMOOR (NWA) —',
  });
  const dated = /HTML(?!, a frag)|ninjs|NITF|NewsML|mail|Markdown/.test(variant.name);
  if (dated) expect(article.publishedAt).toBe('2026-03-03T10:00:00.000Z');
});

test('entities and statements are the same in all of them, and lie where their spans say', async () => {
  const tagger = await loadTagger();
  const [first, ...others] = await Promise.all(
    variants.map(async (variant) => {
      // In the pipeline plain text is dated by its object: a date in words means the same in every variant.
      const article = { ...(await read(variant)), publishedAt: '2026-03-03T10:00:00.000Z' };
      const found = await analyse(article, tagger);
      for (const { mentions } of found.entities) {
        for (const { paragraph, start, end, text } of mentions)
          expect(article.paragraphs[paragraph]!.text.slice(start, end)).toBe(text);
      }
      for (const { contents, quoted, cue, source } of found.quotations) {
        for (const span of [...contents, ...quoted, cue, source])
          if (span) expect(article.paragraphs[span.paragraph]!.text.slice(span.start, span.end)).toBe(span.text);
      }
      // A wire's header stands above the story: its paragraphs come later by as many.
      const offset = article.headline!.paragraph;
      const relative = (value: unknown): unknown =>
        JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
          name === 'paragraph' ? (inner as number) - offset : inner,
        );
      return { name: variant.name, found: relative([found.entities, found.quotations]) };
    }),
  );
  expect((first!.found as unknown[][])[1]!.length).toBeGreaterThan(1);
  for (const { name, found } of others) expect({ name, found }).toEqual({ name, found: first!.found });
});

/** Sentences that no rule takes for a headline, a byline or a link; words of several alphabets, marks and signs of XML. */
const word = fc.stringMatching(/^[a-z]{2,9}$/);
const sentence = fc
  .tuple(
    fc.stringMatching(/^[B-DF-KM-RT-V][a-z]{3,8}$/),
    fc.array(
      fc.oneof(
        { arbitrary: word, weight: 8 },
        { arbitrary: fc.constantFrom('& so', 'café', '<', '“warm”', '5 > 4', '$2.40', 'Łódź', '村'), weight: 1 },
      ),
      { minLength: 12, maxLength: 30 },
    ),
  )
  .map(([first, rest]) => `${first} was ${rest.join(' ')} there.`);
const story = fc.record({
  headline: fc.constantFrom('Mayor opens a library after all', 'Harbour board pays half of the new roof'),
  byline: fc.constantFrom('By Rick Bowden', 'By Maria de la Cruz'),
  paragraphs: fc.array(sentence, { minLength: 2, maxLength: 6 }),
});

test('any story is the same in every format and encoding', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      for (const variant of variantsOf(told)) {
        const { texts, headline, bylines } = contentOf(await read(variant));
        const lines = [told.headline, told.byline, ...told.paragraphs];
        expect({ name: variant.name, texts, headline, bylines }).toEqual({
          name: variant.name,
          texts: lines,
          headline: told.headline,
          bylines: [told.byline],
        });
      }
    }),
    { numRuns: 5 },
  );
});

/** What is broken or cut is refused or read, by no other error, and every span slices back. */
test('a file that is cut or spoilt anywhere is read or refused', async () => {
  const files = variants.map(({ bytes }) => Buffer.from(bytes));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(files.length - 1),
      fc.nat(4_000),
      fc.nat(255),
      fc.boolean(),
      async (which, at, byte, cut) => {
        const whole = files[which]!;
        const place = at % whole.length;
        const spoilt = cut
          ? whole.subarray(0, place)
          : Buffer.concat([whole.subarray(0, place), Buffer.of(byte), whole.subarray(place + 1)]);
        try {
          const { paragraphs, headline, bylines, dateline } = await parseArticle(spoilt);
          for (const span of [headline, dateline, ...bylines])
            if (span) expect(paragraphs[span.paragraph]!.text.slice(span.start, span.end)).toBe(span.text);
          for (const { text } of paragraphs) expect(text).not.toMatch(/^\s|\s$|[\n\r]/);
        } catch (error) {
          expect((error as Error).name).toBe('ArticleRejected');
          expect((error as Error).message).toMatch(/: .*\.$/s);
        }
      },
    ),
    { numRuns: 150 },
  );
});
