import type { PendingArticle, ReadyArticle } from '../../shared/table/rows/article.ts';
import { articleAddress } from '../addresses.ts';
import { apiAddress, articlePath } from '../api.ts';
import { Elsewhere } from '../parts.tsx';
import { count, dayOf, languageName, timeOf } from '../words.ts';
import { webAddress } from './web-address.ts';

const VIEWS = [
  ['read', 'Read'],
  ['text', 'Text'],
  ['json', 'JSON'],
] as const;

/** What the file states about its article and how it was read, above the text. */
export function Facts({ article, view }: { readonly article: ReadyArticle | PendingArticle; readonly view: string }) {
  const { key, publishedAt, modifiedAt, source, section, url, version, copyright } = article;
  const web = webAddress(url);
  return (
    <div class="facts">
      <p>
        <time dateTime={publishedAt}>
          {dayOf(publishedAt)}, {timeOf(publishedAt)}
        </time>
        {modifiedAt !== undefined && (
          <span>
            changed{' '}
            <time dateTime={modifiedAt}>
              {dayOf(modifiedAt)}, {timeOf(modifiedAt)}
            </time>
          </span>
        )}
        {source !== undefined && <span dir="auto">{source}</span>}
        {section !== undefined && <span dir="auto">{section}</span>}
        <Language article={article} />
        {version !== undefined && <span dir="auto">version {version} of its source</span>}
      </p>
      <p>
        <span class="key">{key}</span>
        {web !== undefined && <Elsewhere name="where it was published" address={web} />}
        {copyright !== undefined && <span dir="auto">{copyright}</span>}
      </p>
      <Reading article={article} />
      <nav class="views" aria-label="Ways to see the article">
        {VIEWS.map(([name, title]) => (
          <a
            href={name === 'read' ? articleAddress(key) : `${articleAddress(key)}?view=${name}`}
            aria-current={name === view ? 'true' : undefined}
          >
            {title}
          </a>
        ))}
        <a href={apiAddress(articlePath(key))} target="_blank">
          API
        </a>
      </nav>
    </div>
  );
}

function Language({ article }: { readonly article: ReadyArticle | PendingArticle }) {
  const language = article.status === 'READY' ? article.language : article.statedLanguage;
  return language === undefined ? null : <span>{languageName(language)}</span>;
}

/** How the file was read, and how much was found. */
function Reading({ article }: { readonly article: ReadyArticle | PendingArticle }) {
  const { format, encoding, extractorVersion } = article;
  return (
    <p>
      {format !== undefined && <span>{[format, encoding].filter((part) => part !== undefined).join(', ')}</span>}
      {article.status === 'READY' && <span>{count(article.quotationCount, 'statement')}</span>}
      {article.status === 'READY' && <span>{count(article.entityCount, 'name')}</span>}
      {extractorVersion !== undefined && <span>read by version {extractorVersion}</span>}
    </p>
  );
}
