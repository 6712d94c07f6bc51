import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import fc from 'fast-check';
import { articleItem, articleRow, articleSummary, headOf, type ReadyArticle } from '../../shared/table/rows/article.ts';
import { entitiesOf, entityItems, mentioningArticle } from '../../shared/table/rows/entity.ts';
import { NAME_INDEX_CARRIES, TIME_INDEX_CARRIES } from '../../shared/table/rows/projections.ts';
import { quotationItems, quotationsOf, quotationBySpeaker } from '../../shared/table/rows/quotation.ts';
import { UnreadableRow } from '../../shared/table/rows/row.ts';
import type { Item } from '../../shared/table/table.ts';
import { entities, quotations } from './arbitrary.ts';

const article: ReadyArticle & { readonly extractorVersion: number } = {
  key: 'a.txt',
  revision: '0055AED6DCD90281E500000000000000',
  status: 'READY',
  extractorVersion: 3,
  publishedAt: '2026-11-24T03:18:51.000Z',
  paragraphCount: 1,
  bylines: [],
  language: 'eng',
  entityCount: 0,
  quotationCount: 0,
};

test('what a newer version adds is passed over, wherever it stands', () => {
  fc.assert(
    fc.property(entities, quotations, (entities, quotations) => {
      const rowsOf = (rows: readonly Item[]) => rows.map((row) => ({ ...row, addedLater: { anything: [1] } }));
      expect(quotationsOf(rowsOf(quotationItems(article, quotations)))).toEqual(quotations);
      expect(new Set(entitiesOf(rowsOf(entityItems(article, entities))))).toEqual(new Set(entities));
    }),
    { numRuns: 50 },
  );
  expect(articleRow({ ...articleItem(article), addedLater: 1 })).toEqual(article);
});

test('a row without what must be there is refused with its place and the remedy', () => {
  const { language, ...older } = articleItem(article) as ReturnType<typeof articleItem> & { language: string };
  expect(language).toBe('eng');
  expect(() => articleRow(older)).toThrow(UnreadableRow);
  expect(() => articleRow(older)).toThrow(
    /^The row ARTICLE#a\.txt \/ ARTICLE cannot be read \(language: .*\): another version .* "news-ingest reprocess"\.$/,
  );
});

test('a value that this version does not know is refused, and judged by its head all the same', () => {
  const unknown = { ...articleItem(article), headline: 'a text alone' };
  expect(() => articleRow(unknown)).toThrow(/headline: /);
  expect(headOf(unknown)).toEqual({ revision: article.revision, status: 'READY', extractorVersion: 3 });
});

test('an index carries all that its answers show beside what its keys say', () => {
  const shownOf = (...schemas: z.ZodMiniObject[]) => new Set(schemas.flatMap(({ shape }) => Object.keys(shape)));
  const said = ['key', 'publishedAt', 'ordinal', 'speaker', 'type'];
  const carried = [...TIME_INDEX_CARRIES, ...NAME_INDEX_CARRIES];
  for (const name of shownOf(articleSummary, quotationBySpeaker, mentioningArticle)) {
    expect([...carried, ...said]).toContain(name);
  }
});
