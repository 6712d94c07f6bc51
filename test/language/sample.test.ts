import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import type { Analysis, Entity } from '../../shared/language/analysis.ts';

const ARTICLE = '../shared/seed/article.txt';
const GOLD = '../shared/seed/gold.json';

interface Gold {
  readonly entities: readonly Pick<Entity, 'id' | 'type' | 'mentions'>[];
}

/** The article and its annotation lie beside the project, not in it. */
const there = existsSync(ARTICLE) && existsSync(GOLD);
if (!there) console.log(`skipped: ${ARTICLE} is not there`);
const withSample = there ? test : test.skip;

let analysis: Promise<Analysis> | undefined;
const analyseSample = () =>
  (analysis ??= loadTagger().then(async (tagger) => analyse(await parseArticle(readFileSync(ARTICLE)), tagger)));
const gold = () => JSON.parse(readFileSync(GOLD, 'utf8')) as Gold;
const key = ({ paragraph, start, end }: { paragraph: number; start: number; end: number }) =>
  `${paragraph}:${start}:${end}`;

withSample('people, organisations, places and groups are exactly the annotated ones', async () => {
  const { entities } = await analyseSample();
  const found = entities
    .filter(({ type }) => /^(?:PERSON|ORGANIZATION|LOCATION|GROUP)$/.test(type))
    .map(({ type, mentions }) => ({ type, names: mentions.filter(({ kind }) => kind === 'name').map(key) }));
  const expected = gold().entities.map(({ type, mentions }) => ({ type, names: mentions.map(key) }));
  const byFirst = (a: { names: string[] }, b: { names: string[] }) => (a.names[0]! < b.names[0]! ? -1 : 1);
  expect(found.sort(byFirst)).toEqual(expected.sort(byFirst));
});

withSample.each([
  ['his', 3, 'PERSON#donald-trump'],
  ['He', 5, 'PERSON#~biden'],
  ['He', 16, 'PERSON#jake-sullivan'],
])('"%s" of paragraph %i is %s', async (pronoun, paragraph, id) => {
  const { entities } = await analyseSample();
  const owners = entities.filter(({ mentions }) =>
    mentions.some((m) => m.paragraph === paragraph && m.text === pronoun),
  );
  expect(owners.map((entity) => entity.id)).toEqual([id]);
});

withSample.each([
  ['PERSON#~biden', /President/],
  ['PERSON#yoon-suk-yeol', /South Korean President/],
  ['PERSON#shigeru-ishiba', /Japanese Prime Minister/],
  ['PERSON#kim-jong-un', /North Korean leader/],
  ['PERSON#donald-trump', /President-elect/],
  ['PERSON#jake-sullivan', /White House national security advisor/],
  ['PERSON#dina-boluarte', /Peru President/],
  ['PERSON#xi-jinping', /Chinese leader/],
])('%s has the role %s', async (id, role) => {
  const entity = (await analyseSample()).entities.find((candidate) => candidate.id === id);
  expect(entity?.roles.map(({ text }) => text).join('; ')).toMatch(role);
});
