import type { Article } from '../../shared/article/article.ts';
import { dateOfKey, keyDatePattern } from '../../shared/backfill/key-date.ts';
import { childInput, type ChildOutput, type Fate, FATES, type Source } from '../../shared/backfill/request.ts';
import {
  articleOfSource,
  readSourceFile,
  revisionOfSource,
  type SourceFile,
} from '../../shared/backfill/source-file.ts';
import type { Events } from '../../shared/events/events.ts';
import type { Extractions } from '../../shared/extractions/extractions.ts';
import type { ExtractionRequest } from '../../shared/extractions/extraction-request.ts';
import type { Arrivals } from '../../shared/inbox/arrive-again.ts';
import type { Inbox } from '../../shared/inbox/inbox.ts';
import type { Analysis } from '../../shared/language/analysis.ts';
import type { Outcome } from '../../shared/lambda/each-message.ts';
import { readStatus } from '../../shared/table/read-article.ts';
import type { ExtractorVersion } from '../../shared/table/rows/row.ts';
import type { Table } from '../../shared/table/table.ts';
import { isOutdated } from '../../shared/table/outdated.ts';
import { extractArticle } from './extract-article.ts';
import { splitArticle } from './split-article.ts';

interface BackfillContext {
  readonly inbox: Inbox;
  readonly table: Table;
  readonly events: Events;
  readonly analyse: (article: Article) => Promise<Analysis>;
  readonly extractorVersion: ExtractorVersion;
  /** Hears what became of each article, for the log. */
  readonly tell: (outcome: Outcome) => void;
  /** Whether there is time for one of the longest articles. */
  readonly hasTime: () => boolean;
}

type Ingest = (item: unknown) => Promise<Fate>;

/**
 * What a child of the back-fill does with its files: the same steps as the live lane, one file after the other. What another
 * try has done already is found in the table and not done again.
 * @throws Error that names the files that failed, once all have been tried: the child is tried again as a whole.
 */
export async function backfillFiles(parts: BackfillContext, event: unknown): Promise<ChildOutput> {
  const { Items, BatchInput } = childInput.parse(event);
  const ingest = ingestFrom(parts, BatchInput.source);
  const counts: Partial<Record<Fate, number>> = {};
  const failed: string[] = [];
  for (const item of Items) {
    try {
      if (!parts.hasTime()) throw new Error('no time was left');
      const fate = await ingest(item);
      counts[fate] = (counts[fate] ?? 0) + 1;
    } catch (error) {
      failed.push(`${JSON.stringify(item)}: ${(error as Error).message}`);
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} of ${Items.length} files failed. ${failed.join('; ')}`);
  return { counts: { ...noFates, ...counts } };
}

const noFates = Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>;

function ingestFrom(parts: BackfillContext, source: Source): Ingest {
  return source.kind === 'archive' ? ingestArchive(parts, source) : ingestInbox(parts, source);
}

/** An article of an archive is split and extracted in one go: no queue lies between. */
function ingestArchive(parts: BackfillContext, source: Source & { kind: 'archive' }): Ingest {
  const pattern = source.datePattern === undefined ? undefined : keyDatePattern(source.datePattern);
  return async (item) => {
    const file = readSourceFile(item, source.bucket);
    if (!file) return 'skipped';
    const date = (pattern && dateOfKey(file.key, pattern)) ?? file.lastModified;
    if ((source.from !== undefined && date < source.from) || (source.to !== undefined && date > source.to)) {
      return 'skipped';
    }
    return ingestFile(parts, file, date);
  };
}

async function ingestFile(parts: BackfillContext, file: SourceFile, date: string): Promise<Fate> {
  const requests: ExtractionRequest[] = [];
  const extractions: Extractions = {
    request: (request) => {
      requests.push(request);
      return Promise.resolve();
    },
  };
  // The inbox's reader reads any bucket; the article is known by where its file stands.
  const inbox: Inbox = {
    read: async (arrival) => {
      const read = await parts.inbox.read({ ...arrival, key: file.key });
      return typeof read === 'string' ? read : { ...read, droppedAt: date };
    },
  };
  // No queue waits for the end of an embargo: the next run after it reads the file.
  const arrivals: Arrivals = { again: () => Promise.resolve() };
  const outcome = await splitArticle({ inbox, table: parts.table, events: parts.events, extractions, arrivals })({
    kind: 'created',
    bucket: file.bucket,
    key: articleOfSource(file),
    revision: revisionOfSource(file),
    ...(file.etag !== undefined && { etag: file.etag }),
  });
  parts.tell(outcome);
  if (outcome.counts.rejected) return 'rejected';
  if (outcome.counts.withdrawn) return 'withdrawn';
  if (outcome.counts.embargoed) return 'embargoed';
  const [request] = requests;
  return request ? extract(parts, request) : finish(parts, articleOfSource(file));
}

/** Split by an earlier try, or run: extracted where it still awaits that. */
async function finish(parts: BackfillContext, key: string): Promise<Fate> {
  const row = await readStatus(parts.table, key);
  if (row?.status === 'REJECTED') return 'rejected';
  if (!row || !isOutdated(row, parts)) return 'current';
  return extract(parts, { key, revision: row.revision });
}

function ingestInbox(parts: BackfillContext, source: Source & { kind: 'inbox' }): Ingest {
  return async (item) => {
    const file = readSourceFile(item, source.bucket);
    if (!file) return 'skipped';
    const row = await readStatus(parts.table, file.key);
    const versions = { extractorVersion: parts.extractorVersion, from: source.extractorVersion };
    if (!row || !isOutdated(row, versions)) return 'current';
    return extract(parts, { key: file.key, revision: row.revision });
  };
}

async function extract(parts: BackfillContext, request: ExtractionRequest): Promise<Fate> {
  const outcome = await extractArticle(parts)(request);
  parts.tell(outcome);
  if (outcome.counts.ready) return 'ready';
  return outcome.counts.rejected ? 'rejected' : 'current';
}
