import type { Article } from '../../shared/article/article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import type { Events } from '../../shared/events/events.ts';
import { type ExtractionRequest, readExtractionRequest } from '../../shared/extractions/extraction-request.ts';
import type { Outcome, ProcessMessage } from '../../shared/lambda/each-message.ts';
import type { Analysis } from '../../shared/language/analysis.ts';
import type { Table } from '../../shared/table/table.ts';
import { beginExtraction, completeExtraction, type Extraction } from '../../shared/table/write-analysis.ts';
import { rejectArticle } from '../../shared/table/write-article.ts';

interface ExtractContext {
  readonly table: Table;
  readonly events: Events;
  readonly analyse: (article: Article) => Promise<Analysis>;
  /** Version of model and rules: a later one is greater. */
  readonly extractorVersion: number;
}

/** What `extract` does with a message. */
export const extractEach =
  (parts: ExtractContext): ProcessMessage =>
  async (body, signal) => [
    await extractArticle({ ...parts, table: parts.table.withSignal(signal), events: parts.events.withSignal(signal) })(
      readExtractionRequest(body),
    ),
  ];

/** From the paragraphs of a revision to its entities and quotations in the table. */
export const extractArticle =
  ({ analyse, extractorVersion, ...told }: ExtractContext) =>
  async ({ key, revision, since }: ExtractionRequest): Promise<Outcome> => {
    let extraction: Extraction | undefined;
    try {
      extraction = await beginExtraction(told, { key, revision, extractorVersion });
      if (!extraction) return { key, revision, counts: { superseded: 1 } };

      const analysis = await analyse(extraction.article);
      const ready = await completeExtraction(told, extraction, analysis);
      if (!ready) return { key, revision, extractorVersion, counts: { superseded: 1 } };
      const readyAfterMs = since === undefined ? undefined : Date.now() - Date.parse(since);
      return { key, revision, extractorVersion, readyAfterMs, counts: countsOf(analysis) };
    } catch (error) {
      if (!(error instanceof ArticleRejected)) throw error;
      const rejected = await rejectArticle(
        told,
        { key, revision, etag: extraction?.row.etag, versionId: extraction?.row.versionId },
        error,
      );
      return { key, revision, code: error.code, counts: rejected ? { rejected: 1 } : { superseded: 1 } };
    }
  };

const countsOf = ({ entities, quotations }: Analysis) => ({
  ready: 1,
  entities: entities.length,
  quotations: quotations.length,
  unknownSpeakers: quotations.filter(({ speaker }) => speaker === null).length,
});
