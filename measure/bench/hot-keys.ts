/**
 * `npm run measure -- hot-keys [FILE…]`: write units a second under the hottest key of each kind, and what of the quotas stops
 * first, at 10, 100 and 500 articles a second. Rows are made by what writes them; nothing is run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { hotKeys, type Sample, unitsOf } from './hot-keys/model.ts';
import { limitsReached, RATES, UNITS_A_KEY } from './hot-keys/quotas.ts';

const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : readdirSync('test/articles')
        .filter((name) => name.endsWith('.txt'))
        .map((name) => `test/articles/${name}`);
const tagger = await loadTagger();
const samples: Sample[] = [];
for (const file of files) {
  const article = await parseArticle(readFileSync(file));
  samples.push({ article, analysis: await analyse(article, tagger) });
}

console.log(`${files.length} articles; a key takes ${UNITS_A_KEY} write units a second`);
console.table(
  hotKeys(samples).flatMap(({ kind, ...loads }) =>
    (['inTurns', 'oneStory'] as const).map((stream) => {
      const { key, unitsAnArticle } = loads[stream];
      return {
        kind,
        stream: stream === 'inTurns' ? 'all in turns' : 'the hardest alone',
        key,
        'units an article': unitsAnArticle.toFixed(2),
        ...Object.fromEntries(RATES.map((rate) => [`at ${rate}/s`, Math.round(unitsAnArticle * rate)])),
        'stops at articles/s': Math.floor(UNITS_A_KEY / unitsAnArticle),
      };
    }),
  ),
);
const units = samples.map(unitsOf);
const mean = (of: (each: (typeof units)[number]) => number) =>
  units.reduce((sum, each) => sum + of(each), 0) / units.length;
console.table(
  limitsReached({
    tableUnits: mean(({ table }) => table),
    mostIndexUnits: Math.max(
      ...Object.keys(units[0]!.indexes).map((index) => mean(({ indexes }) => indexes[index] ?? 0)),
    ),
  }).map(({ perArticle, stopsAt, ...limit }) => ({
    ...limit,
    'an article': perArticle.toFixed(2),
    'stops at articles/s': Math.floor(stopsAt),
  })),
);
