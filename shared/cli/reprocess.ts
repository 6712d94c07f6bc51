import type { Extractions } from '../extractions/extractions.ts';
import { isOutdated } from '../table/outdated.ts';
import type { ExtractorVersion } from '../table/rows/row.ts';
import { readStatus } from '../table/read-article.ts';
import type { Table } from '../table/table.ts';

interface ReprocessContext {
  /** S3 keys of articles, in the order in which the bucket lists them. */
  readonly keys: AsyncIterable<string> | Iterable<string>;
  readonly table: Table;
  readonly extractions: Extractions;
  /** Version of model and rules that is deployed. */
  readonly extractorVersion: ExtractorVersion;
  /** Only what this version had found; else whatever an older one had. */
  readonly from?: ExtractorVersion | undefined;
}

/** What became of a key: asked for again, found by this extractor already, without an analysis, or not in the table at all. */
export interface Reprocessed {
  readonly key: string;
  readonly fate: 'requested' | 'current' | 'no article' | 'unknown';
}

/** Reads of the table at once: an article is a partition, none is asked twice. */
const AT_ONCE = 32;

/**
 * Asks for the extraction of articles again, so that a later model or rules reach them. Articles that are unfinished are
 * asked for too; those that are up to date are not, so that an interrupted run may begin again anywhere. Fates come in the
 * order of the keys: to go on, begin after the last.
 */
export async function* reprocess({ keys, ...parts }: ReprocessContext): AsyncGenerator<Reprocessed> {
  let batch: string[] = [];
  for await (const key of keys) {
    batch.push(key);
    if (batch.length < AT_ONCE) continue;
    yield* await Promise.all(batch.map(reprocessOne(parts)));
    batch = [];
  }
  yield* await Promise.all(batch.map(reprocessOne(parts)));
}

const reprocessOne =
  ({ table, extractions, ...versions }: Omit<ReprocessContext, 'keys'>) =>
  async (key: string): Promise<Reprocessed> => {
    const row = await readStatus(table, key);
    if (!row) return { key, fate: 'unknown' };
    if (row.status === 'REJECTED' || row.status === 'WITHDRAWN' || row.status === 'EMBARGOED')
      return { key, fate: 'no article' };
    if (!isOutdated(row, versions)) return { key, fate: 'current' };
    await extractions.request({ key, revision: row.revision });
    return { key, fate: 'requested' };
  };
