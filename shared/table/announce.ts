import { createHash } from 'node:crypto';
import { digestOf, type Digest } from '../events/changes.ts';
import type { Events } from '../events/events.ts';
import { listedSpeakers, type ResultEvent, shortened } from '../events/result-event.ts';
import { ENTITY_PREFIX, articleKey, articlePartition, QUOTATION_PREFIX } from './keys.ts';
import { articleRow, type ArticleRow, headOf } from './rows/article.ts';
import { entitiesOf, isListed } from './rows/entity.ts';
import { quotationsOf } from './rows/quotation.ts';
import { deleteStaleChildren } from './delete-stale-rows.ts';
import type { Item, Table } from './table.ts';

/** A table whose changes are told to subscribers. */
export interface ToldTable {
  readonly table: Table;
  readonly events: Events;
}

/** Digits of the number of a change in the version of its event: as text, versions are in the order of the changes. */
const CHANGE_DIGITS = 6;

/**
 * Publishes the event of an article's row if it is due. The function that wrote the row calls this before it acknowledges
 * its message, and so does any function that finds a row due: no event is lost if a function dies between the two. Only
 * then the row says that the event was sent, and only then another change may follow.
 * @param items the article's row, then the others of its partition.
 */
export async function announce({ table, events }: ToldTable, items: readonly Item[]): Promise<void> {
  const [article, ...children] = items as [Item, ...Item[]];
  const { eventDue, changeNumber, revision } = headOf(article);
  if (!eventDue) return;
  await events.publish(eventOf(article, children));
  await table.update(
    articleKey(articleRow(article).key),
    { expression: 'REMOVE eventDue' },
    {
      expression: 'revision = :revision AND changeNumber = :changeNumber',
      values: { ':revision': revision, ':changeNumber': changeNumber },
    },
  );
}

/** Deletes what an article's row makes obsolete and sends its event if one is due: for a function that is stale, or done. */
export async function settle(told: ToldTable, key: string) {
  const [article, ...children] = await told.table.partition(articlePartition(key));
  if (!article) return undefined;
  const row = headOf(article);
  await deleteStaleChildren(told.table, row, children);
  await announce(told, [article, ...children]);
  return row;
}

/** What an article that is READY says, as far as a later version is compared with it. */
export function digestOfRows(article: Item, children: readonly Item[]): Digest {
  const { entities, quotations } = found(article, children);
  return digestOf(entities.filter(isListed), quotations);
}

export function eventOf(article: Item, children: readonly Item[]): ResultEvent {
  const row = articleRow(article);
  const { changeNumber = 0 } = headOf(article);
  const { key, revision, replaces } = row;
  const place = [key, revision, changeNumber];
  return {
    id: createHash('sha256').update(JSON.stringify(place)).digest('hex'),
    version: `${revision}-${String(changeNumber).padStart(CHANGE_DIGITS, '0')}`,
    ...statusOf(row),
    key,
    revision,
    ...(replaces && { replaces }),
    ...(row.status === 'READY' && ofReady(row, found(article, children))),
    ...(row.status === 'REJECTED' && { code: row.code, reason: shortened(row.message) }),
    ...(row.status === 'WITHDRAWN' && row.reason !== undefined && { reason: shortened(row.reason) }),
  };
}

type Corrected = Pick<ResultEvent, 'status' | 'correctedBy'>;

/** An article that is under embargo now is withdrawn for subscribers who were told of it. */
function statusOf({ status, revision, replaces }: ArticleRow): Corrected {
  if (status === 'REJECTED') return { status };
  if (status !== 'READY') return { status: 'WITHDRAWN' };
  if (replaces?.status !== 'READY') return { status };
  return { status: 'CORRECTED', correctedBy: replaces.revision === revision ? 'extractor' : 'source' };
}

function ofReady(
  { extractorVersion, publishedAt, source, language, changes }: ArticleRow & { status: 'READY' },
  { entities, quotations }: ReturnType<typeof found>,
): Partial<ResultEvent> {
  const types = [...new Set(entities.map(({ type }) => type))].sort();
  const ids = quotations.flatMap(({ speaker, speakers }) => [
    ...(speaker === null ? [] : [speaker]),
    ...speakers.map(({ id }) => id),
  ]);
  const speakers = listedSpeakers([...new Set(ids)].sort());
  return {
    extractorVersion,
    publishedAt,
    language,
    ...(source !== undefined && { source: shortened(source) }),
    ...(types.length > 0 && { entityTypes: types }),
    ...(speakers.length > 0 && { speakers }),
    ...(changes && { changes }),
  };
}

/** The rows of the article's own revision and extractor. */
function found(article: Item, children: readonly Item[]) {
  const { revision, extractorVersion } = headOf(article);
  const own = children.filter(
    (child) => child['revision'] === revision && child['extractorVersion'] === extractorVersion,
  );
  const beginningWith = (prefix: string) => own.filter(({ sk }) => sk.startsWith(prefix));
  return {
    entities: entitiesOf(beginningWith(ENTITY_PREFIX)),
    quotations: quotationsOf(beginningWith(QUOTATION_PREFIX)),
  };
}
