import type { EmbargoedArticle, RejectedArticle, WithdrawnArticle } from '../../shared/table/rows/article.ts';
import { dayOf, timeOf } from '../words.ts';

/** A file that was refused, an article that is gone, one that is not to be shown yet: why, and what to do about it. */
export function NoText({ article }: { readonly article: RejectedArticle | WithdrawnArticle | EmbargoedArticle }) {
  return (
    <section class="narrow">
      <p class="key">{article.key}</p>
      <Why article={article} />
    </section>
  );
}

function Why({ article }: { readonly article: RejectedArticle | WithdrawnArticle | EmbargoedArticle }) {
  switch (article.status) {
    case 'REJECTED':
      return (
        <>
          <h1>This file was refused</h1>
          <div class="told">
            <p dir="auto">{article.message}</p>
            <p class="key">{article.code}</p>
          </div>
        </>
      );
    case 'WITHDRAWN':
      return (
        <>
          <h1>This article was taken back</h1>
          {article.reason !== undefined && (
            <p class="told" dir="auto">
              {article.reason}
            </p>
          )}
          <p>Nothing is left of it here. Drop it again to have it back.</p>
        </>
      );
    case 'EMBARGOED':
      return (
        <>
          <h1>Under embargo</h1>
          <p class="told">
            Until{' '}
            <time dateTime={article.embargoedUntil}>
              {dayOf(article.embargoedUntil)}, {timeOf(article.embargoedUntil)}
            </time>{' '}
            nothing of it is shown; then it is read.
          </p>
        </>
      );
  }
}
