import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { analyse } from '../../shared/language/analyse.ts';
import type { Measure } from './measure.ts';
import { cachedTagger } from './tagged.ts';

const goldSchema = z.object({
  entities: z.array(
    z.object({
      type: z.string(),
      mentions: z.array(z.object({ paragraph: z.int(), start: z.int(), end: z.int(), text: z.string() })),
    }),
  ),
});

/** The name mentions of one annotated article, `article.txt` beside the gold file: how many are found with the right type. */
export const evaluateMentions: Measure = async (goldFile) => {
  const gold = goldSchema.parse(JSON.parse(await readFile(goldFile, 'utf8')));
  const article = await parseArticle(await readFile(join(dirname(goldFile), 'article.txt')));
  const { entities } = await analyse(article, await cachedTagger());
  const tagged = new Map(
    entities.flatMap(({ type, mentions }) =>
      mentions.map(({ paragraph, start, end }): [string, string] => [`${paragraph} ${start} ${end}`, type]),
    ),
  );

  const mentions = gold.entities.flatMap(({ type, mentions }) => mentions.map((mention) => ({ type, ...mention })));
  const missed = mentions.filter(
    ({ type, paragraph, start, end }) => tagged.get(`${paragraph} ${start} ${end}`) !== type,
  );
  const right = mentions.length - missed.length;
  return [
    ...missed.map(({ type, paragraph, start, end, text }) => {
      const found = tagged.get(`${paragraph} ${start} ${end}`) ?? 'no name with these borders';
      return `paragraph ${paragraph}: "${text}" is ${type}, found: ${found}`;
    }),
    `${right} of ${mentions.length} mentions (${((100 * right) / mentions.length).toFixed(1)} %)`,
  ].join('\n');
};
