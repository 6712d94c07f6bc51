import type { PendingArticle, ReadyArticle } from '../../shared/table/rows/article.ts';
import { languageName } from '../words.ts';

/** What a reader has to know before the text: that it was corrected, and what was not looked at. */
export function ToldAbove({ article }: { readonly article: ReadyArticle | PendingArticle }) {
  const { status, correction } = article;
  return (
    <div class="told-above">
      {status === 'PENDING' && (
        <p class="told" role="status">
          The article is being read; this page shows it in a moment.
        </p>
      )}
      {correction !== undefined && (
        <aside class="told" aria-label="Correction">
          <p class="label">Correction</p>
          <p dir="auto">{correction}</p>
        </aside>
      )}
      {status === 'READY' && article.skipped !== undefined && <p class="told">{article.skipped}</p>}
      {status === 'READY' && <OtherLanguages others={article.otherLanguages ?? []} />}
    </div>
  );
}

function OtherLanguages({ others }: { readonly others: NonNullable<ReadyArticle['otherLanguages']> }) {
  if (others.length === 0) return null;
  const languages = [...new Set(others.map(({ language }) => languageName(language)))].join(', ');
  return (
    <p class="told">
      {others.length === 1 ? 'One paragraph is' : `${others.length} paragraphs are`} in another language ({languages})
      and not searched for names and statements.
    </p>
  );
}
