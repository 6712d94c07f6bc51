import type { Article } from '../../../shared/article/article.ts';
import type { Analysis } from '../../../shared/language/analysis.ts';
import { sizeOfItem } from '../../../shared/table/item-size.ts';
import { articleItem } from '../../../shared/table/rows/article.ts';
import { entityItems } from '../../../shared/table/rows/entity.ts';
import { directoryItems } from '../../../shared/table/rows/name.ts';
import { paragraphItem } from '../../../shared/table/rows/paragraph.ts';
import { furtherSpeakerItems, quotationItems } from '../../../shared/table/rows/quotation.ts';
import type { Item } from '../../../shared/table/table.ts';
import { indexRowsOf, writeUnits } from '../costs/index-rows.ts';

/** An article and what was found in it. */
export interface Sample {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** Keys of the indexes that articles share: the month, who speaks, the beginning of a name. */
export type KindOfKey = 'ARTICLES' | 'SPEAKER' | 'NAMES';

export interface HotKey {
  readonly kind: KindOfKey;
  /** The hottest of its kind where the samples come in turns. */
  readonly inTurns: { readonly key: string; readonly unitsAnArticle: number };
  /** Where every article is the one sample that is hardest on one key: all the world writes of one person. */
  readonly oneStory: { readonly key: string; readonly unitsAnArticle: number };
}

/** Write units of one article, of the table and of each index. */
export interface Units {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
}

const VERSION = { key: 'desk/2026/11/24/story.txt', revision: '1'.padStart(32, '0'), extractorVersion: 1 };
const PUBLISHED = '2026-11-24T06:00:00.000Z';

/** How often the row of an article is written: begun, taken on, READY, told. */
const WRITES_OF_ARTICLE = 4;

/** All rows of an article, made by what writes them. */
export function rowsOf({ article, analysis }: Sample): Item[] {
  const { paragraphs, ...front } = article;
  const { entities, quotations, ...found } = analysis;
  const row = { ...front, ...found, ...VERSION, status: 'READY' as const, publishedAt: PUBLISHED };
  const counts = {
    paragraphCount: paragraphs.length,
    entityCount: entities.length,
    quotationCount: quotations.length,
  };
  const ready = { ...row, ...counts };
  return [
    articleItem({ ...ready, changeNumber: 1, eventDue: true }),
    ...paragraphs.map((paragraph) => paragraphItem(VERSION.key, VERSION.revision, paragraph)),
    ...entityItems(ready, entities),
    ...directoryItems(ready, entities),
    ...quotationItems(ready, quotations),
    ...furtherSpeakerItems(ready, quotations),
  ];
}

export function unitsOf(sample: Sample): Units {
  const rows = rowsOf(sample);
  const [article, ...children] = rows.map((row) => writeUnits(sizeOfItem(row)));
  const indexes: Record<string, number> = {};
  for (const { index, bytes } of rows.flatMap(indexRowsOf)) indexes[index] = (indexes[index] ?? 0) + writeUnits(bytes);
  return { table: article! * WRITES_OF_ARTICLE + children.reduce((sum, units) => sum + units, 0), indexes };
}

/** Units that an article writes under each key that it shares with others. */
function unitsByKey(sample: Sample): Map<string, number> {
  const units = new Map<string, number>();
  for (const { partition, bytes } of rowsOf(sample).flatMap(indexRowsOf))
    units.set(partition, (units.get(partition) ?? 0) + writeUnits(bytes));
  return units;
}

const KINDS: readonly KindOfKey[] = ['ARTICLES', 'SPEAKER', 'NAMES'];

export function hotKeys(samples: readonly Sample[]): HotKey[] {
  const each = samples.map(unitsByKey);
  const sums = new Map<string, number>();
  for (const [key, units] of each.flatMap((ofOne) => [...ofOne])) sums.set(key, (sums.get(key) ?? 0) + units);
  return KINDS.map((kind) => {
    const inTurns = hottest(kind, sums);
    return {
      kind,
      inTurns: { ...inTurns, unitsAnArticle: inTurns.unitsAnArticle / samples.length },
      oneStory: hottest(kind, new Map([...each.flatMap((ofOne) => [...ofOne])].sort(([, a], [, b]) => a - b))),
    };
  });
}

function hottest(kind: KindOfKey, units: ReadonlyMap<string, number>): { key: string; unitsAnArticle: number } {
  const ofKind = [...units].filter(([key]) => key.startsWith(`${kind}#`));
  const [key, unitsAnArticle] = ofKind.reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
  return { key, unitsAnArticle };
}
