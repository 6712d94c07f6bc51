import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Entity } from '../../shared/language/analysis.ts';
import type { EntityType } from '../../shared/language/document.ts';
import type { Measure } from './measure.ts';
import { readArticles, type ReadArticle } from './news-articles.ts';
import { drawn, randomOf } from './random.ts';

const LINKED: readonly EntityType[] = ['PERSON', 'ORGANIZATION', 'LOCATION'];

/** Where the lists lie that the gazetteer was built from, beside the project. */
const LISTS = '../shared/data/knowledge';

/** Characters of text on either side of the first mention. */
const CONTEXT = 160;

interface Link {
  readonly article: ReadArticle;
  readonly entity: Entity;
}

/**
 * Draws links at random with what they are to be judged by, one line each in tab-separated columns: name, type, ids, what
 * the lists call them, article, text around the first mention. Then the share of people, organisations and places linked.
 */
export const evaluateLinks: Measure = async (path, { others = [], sample = 200, seed = 1, most }) => {
  const links: Link[] = [];
  const counts = new Map(LINKED.map((type) => [type, { linked: 0, all: 0 }]));
  for await (const article of readArticles([path, ...others], most)) {
    for (const entity of article.entities) {
      const count = counts.get(entity.type);
      if (!count) continue;
      const isLinked = entity.wikidata !== undefined || entity.geonames !== undefined;
      count.all += 1;
      count.linked += isLinked ? 1 : 0;
      if (isLinked) links.push({ article, entity });
    }
  }
  const shown = drawn(links, sample, randomOf(seed));
  const labels = await labelsOf(
    new Set(shown.flatMap(({ entity }) => idsOf(entity))),
    new Set(shown.map(({ entity }) => entity.name)),
  );
  return [
    ...shown.map(({ article, entity }) =>
      [
        entity.name,
        entity.type,
        idsOf(entity).join(' '),
        [...new Set(idsOf(entity).map((id) => labels.get(id) ?? '?'))].join(' / '),
        article.name,
        contextOf(article, entity),
      ].join('\t'),
    ),
    ...[...counts].map(
      ([type, { linked, all }]) =>
        `${type.padEnd(13)} ${linked} of ${all} linked (${((100 * linked) / Math.max(1, all)).toFixed(1)} %)`,
    ),
  ].join('\n');
};

const idsOf = ({ wikidata, geonames }: Entity): string[] => [
  ...(wikidata === undefined ? [] : [wikidata]),
  ...(geonames === undefined ? [] : [String(geonames)]),
];

function contextOf({ article }: ReadArticle, { mentions: [first] }: Entity): string {
  if (!first) return '';
  const text = article.paragraphs[first.paragraph]?.text ?? '';
  const before = text.slice(Math.max(0, first.start - CONTEXT), first.start);
  return `${before}[${first.text}]${text.slice(first.end, first.end + CONTEXT)}`.replace(/\s+/g, ' ');
}

/** By id: name, country and note of the first list that has it under the name, else of the first that has it. */
async function labelsOf(ids: ReadonlySet<string>, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  const named = new Set<string>();
  const files = await readdir(LISTS).catch(() => []);
  for (const file of files.filter((name) => name.endsWith('.tsv'))) {
    for await (const line of createInterface({ input: createReadStream(join(LISTS, file)) })) {
      const [name = '', , , country = '', , wikidata = '', geonames = '', note = ''] = line.split('\t');
      for (const id of [wikidata, geonames]) {
        if (!ids.has(id) || named.has(id) || (labels.has(id) && !names.has(name))) continue;
        labels.set(id, `${name} (${country}; ${note})`);
        if (names.has(name)) named.add(id);
      }
    }
  }
  return labels;
}
