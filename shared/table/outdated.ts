import type { ArticleRow } from './rows/article.ts';
import type { ExtractorVersion } from './rows/row.ts';

interface Versions {
  /** The extractor that runs. */
  readonly extractorVersion: ExtractorVersion;
  /** Only what this one has read; else whatever an older one has. */
  readonly from?: ExtractorVersion | undefined;
}

/** Whether an article awaits the extractor: unfinished, or read by an older one. */
export function isOutdated(row: ArticleRow, { extractorVersion, from }: Versions): boolean {
  if (row.status === 'REJECTED' || row.status === 'WITHDRAWN' || row.status === 'EMBARGOED') return false;
  if (from !== undefined && row.extractorVersion !== from) return false;
  return row.status === 'PENDING' || row.extractorVersion < extractorVersion;
}
