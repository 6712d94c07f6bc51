import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { hotKeys, rowsOf, type Sample, unitsOf } from '../../measure/bench/hot-keys/model.ts';
import { limitsReached, UNITS_A_KEY } from '../../measure/bench/hot-keys/quotas.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';

const FOLDER = 'test/articles';
const samples: Sample[] = [];

beforeAll(async () => {
  const tagger = await loadTagger();
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))) {
    const article = await parseArticle(readFileSync(`${FOLDER}/${name}`));
    samples.push({ article, analysis: await analyse(article, tagger) });
  }
});

const load = (kind: string, of: readonly Sample[] = samples) => hotKeys(of).find((key) => key.kind === kind)!;

test('an article writes one unit under its month, which takes a thousand a second', () => {
  expect(load('ARTICLES').inTurns.unitsAnArticle).toBe(1);
  expect(load('ARTICLES').oneStory.unitsAnArticle).toBe(1);
});

test('a hundred articles a second stay below what a key takes, also where all are of the hardest story', () => {
  for (const { inTurns, oneStory } of hotKeys(samples)) {
    expect(inTurns.unitsAnArticle).toBeGreaterThan(0);
    expect(oneStory.unitsAnArticle).toBeGreaterThanOrEqual(inTurns.unitsAnArticle);
    expect(oneStory.unitsAnArticle * 100).toBeLessThan(UNITS_A_KEY);
  }
});

test('a statement of two stands under both speakers', () => {
  const [{ article, analysis }] = samples as [Sample];
  const quotation = analysis.quotations.find(({ speaker }) => speaker !== null)!;
  const other = { id: 'PERSON#somebody-else' as const, name: 'Somebody Else' };
  const together = { ...quotation, speakers: [...quotation.speakers, other] };
  const sample = { article, analysis: { ...analysis, quotations: [together] } };
  const speakers = rowsOf(sample).flatMap(({ timePk }) => (String(timePk).startsWith('SPEAKER#') ? [timePk] : []));
  expect(speakers).toEqual([`SPEAKER#${quotation.speaker!}`, 'SPEAKER#PERSON#somebody-else']);
  expect(load('SPEAKER', [sample]).oneStory.unitsAnArticle).toBe(1);
});

test('the first quota that stops an account is that of a new table, and then of the table', () => {
  const [{ table, indexes }] = samples.map(unitsOf) as [ReturnType<typeof unitsOf>];
  const limits = limitsReached({ tableUnits: table, mostIndexUnits: Math.max(...Object.values(indexes)) });
  expect(limits.map(({ quota }) => quota).slice(0, 2)).toEqual([
    'write units a second of a new table on demand',
    'write units a second of a table',
  ]);
  expect(limits[0]!.stopsAt).toBeGreaterThan(20);
});
