import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { isEmbargoed, reasonToWithdraw } from '../../shared/article/publication.ts';
import type { Events } from '../../shared/events/events.ts';
import type { Extractions } from '../../shared/extractions/extractions.ts';
import { type Arrival, readArrivals } from '../../shared/inbox/arrivals.ts';
import type { Arrivals } from '../../shared/inbox/arrive-again.ts';
import type { Inbox, ObjectVersion } from '../../shared/inbox/inbox.ts';
import type { Outcome, ProcessMessage } from '../../shared/lambda/each-message.ts';
import { settle } from '../../shared/table/announce.ts';
import type { Table } from '../../shared/table/table.ts';
import { holdArticle, rejectArticle, withdrawArticle, writeArticle } from '../../shared/table/write-article.ts';

interface SplitContext {
  readonly inbox: Inbox;
  readonly table: Table;
  readonly events: Events;
  readonly extractions: Extractions;
  readonly arrivals: Arrivals;
}

/** What `split` does with a message: S3 puts one event into it, and may put several. */
export const splitEach =
  (parts: SplitContext): ProcessMessage =>
  async (body, signal) => {
    const split = splitArticle(
      { ...parts, table: parts.table.withSignal(signal), events: parts.events.withSignal(signal) },
      signal,
    );
    const ended = await Promise.allSettled(readArrivals(body).map(split));
    // Only when all have ended: what still ran when the message came back would write behind the back of its next try.
    return ended.map((end) => {
      if (end.status === 'rejected') throw end.reason;
      return end.value;
    });
  };

/** From an event of the inbox to the paragraphs in the table, and the request to extract from them. */
export const splitArticle =
  ({ inbox, extractions, arrivals, ...told }: SplitContext, signal?: AbortSignal) =>
  async (arrival: Arrival): Promise<Outcome> => {
    const { key, revision, etag } = arrival;
    let version: ObjectVersion = { etag };
    let dropped: string | undefined;
    try {
      const file = await inbox.read(arrival, signal);
      if (file === 'superseded') {
        await settle(told, key);
        return { key, revision, counts: { superseded: 1 } };
      }
      if (file === 'absent') {
        const withdrawn = await withdrawArticle(told, { key, revision });
        return { key, revision, counts: withdrawn ? { withdrawn: 1 } : { superseded: 1 } };
      }
      const { bytes, published, droppedAt, contentType } = file;
      version = file.version;
      dropped = published ?? droppedAt;
      const article = await parseArticle(bytes, { key, contentType });
      const taken = reasonToWithdraw(article);
      if (taken !== undefined) {
        const withdrawn = await withdrawArticle(told, { key, revision, ...version }, taken);
        return { key, revision, counts: withdrawn ? { withdrawn: 1 } : { superseded: 1 } };
      }
      if (isEmbargoed(article)) {
        const { embargoedUntil } = article;
        const held = await holdArticle(told, { key, revision, ...version }, embargoedUntil);
        if (held) await arrivals.again(arrival, embargoedUntil, signal);
        return { key, revision, counts: held ? { embargoed: 1 } : { superseded: 1 } };
      }
      const publishedAt = published ?? article.publishedAt ?? droppedAt;
      if (!(await writeArticle(told, { key, revision, ...version, publishedAt, article }))) {
        return { key, revision, counts: { superseded: 1 } };
      }
      await extractions.request({ key, revision, since: arrival.happenedAt }, signal);
      return { key, revision, paragraphs: article.paragraphs.length, counts: { split: 1 } };
    } catch (error) {
      if (!(error instanceof ArticleRejected)) throw error;
      const rejected = await rejectArticle(told, { key, revision, ...version }, error, dropped);
      return { key, revision, code: error.code, counts: rejected ? { rejected: 1 } : { superseded: 1 } };
    }
  };
