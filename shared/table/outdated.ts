import type { ArticleRow } from './rows/article.ts';
import type { Extractor } from './rows/row.ts';

interface Versions {
  /** The extractor that runs. */
  readonly extractor: Extractor;
  /** Only what this one has read; else whatever an older one has. */
  readonly from?: Extractor | undefined;
}

/** Whether an article awaits the extractor: unfinished, or read by an older one. */
export function isOutdated(row: ArticleRow, { extractor, from }: Versions): boolean {
  if (row.status === 'REJECTED' || row.status === 'WITHDRAWN' || row.status === 'EMBARGOED') return false;
  if (from !== undefined && row.extractor !== from) return false;
  return row.status === 'PENDING' || row.extractor < extractor;
}
