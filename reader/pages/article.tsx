import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Paragraph } from '../../shared/article/article.ts';
import type { Entity } from '../../shared/language/analysis.ts';
import { articleAddress } from '../addresses.ts';
import { apiAddress, articlePath, useAnswer } from '../api.ts';
import { BySpeaker } from '../article/by-speaker.tsx';
import { type ArticleFacts, type ParagraphStyle, styleOf, webAddress } from '../article/fields.ts';
import { useLighting } from '../article/lighting.ts';
import { MarkedParagraph } from '../article/marked-paragraph.tsx';
import { marksOf } from '../article/marks.ts';
import { Names } from '../article/names.tsx';
import { Note } from '../article/note.tsx';
import type { Statement } from '../article/statement.ts';
import { useNavigation } from '../navigation.tsx';
import { Answered, useTitle } from '../parts.tsx';
import { count, dayOf, languageName, timeOf } from '../words.ts';
import { grouped } from '../grouped.ts';

interface Stored {
  readonly article: ArticleFacts;
  readonly paragraphs: readonly Paragraph[];
  readonly entities: readonly Entity[];
  readonly quotations: readonly (Statement & { readonly quoted: Statement['contents'] })[];
}

/** An article that is being read is asked for again after so long. */
const AGAIN_MS = 1_500;

export function ArticlePage({ articleKey, query }: { readonly articleKey: string; readonly query: URLSearchParams }) {
  const [times, setTimes] = useState(0);
  const answer = useAnswer<Stored>(apiAddress(articlePath(articleKey)), times);
  const pending = answer.state === 'there' && answer.value.article.status === 'PENDING';
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => {
      setTimes(times + 1);
    }, AGAIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [pending, times]);
  const headline = answer.state === 'there' ? answer.value.article.headline?.text : undefined;
  useTitle(headline ?? articleKey);
  return (
    <Answered answer={answer}>{(stored) => <Article stored={stored} view={query.get('view') ?? 'read'} />}</Answered>
  );
}

function Article({ stored, view }: { readonly stored: Stored; readonly view: string }) {
  const { article } = stored;
  if (article.status === 'REJECTED' || article.status === 'WITHDRAWN') return <NoArticle article={article} />;
  return (
    <>
      <Facts stored={stored} view={view} />
      {view === 'text' && <RawText stored={stored} />}
      {view === 'json' && <pre class="raw">{JSON.stringify(stored, undefined, 2)}</pre>}
      {view !== 'text' && view !== 'json' && <Read stored={stored} />}
    </>
  );
}

function NoArticle({ article: { key, status, code, message } }: { readonly article: ArticleFacts }) {
  return (
    <section class="narrow">
      <p class="key">{key}</p>
      <h1>{status === 'REJECTED' ? 'This file was refused' : 'This article was removed'}</h1>
      {status === 'REJECTED' ? (
        <div class="told">
          <p>{message}</p>
          <p class="key">{code}</p>
        </div>
      ) : (
        <p>It was taken out of the inbox, and nothing is left of it here. Drop it again to have it back.</p>
      )}
    </section>
  );
}

const VIEWS = [
  ['read', 'Read'],
  ['text', 'Text'],
  ['json', 'JSON'],
] as const;

function Facts({
  stored: { article, entities, quotations },
  view,
}: {
  readonly stored: Stored;
  readonly view: string;
}) {
  const { key, publishedAt, language, source, url, format, extractor, status, skipped } = article;
  const address = articleAddress(key);
  const web = webAddress(url);
  const shown = VIEWS.some(([name]) => name === view) ? view : 'read';
  return (
    <div class="facts">
      <p>
        {publishedAt !== undefined && (
          <time dateTime={publishedAt}>
            {dayOf(publishedAt)}, {timeOf(publishedAt)}
          </time>
        )}
        {source !== undefined && <span>{source}</span>}
        {language !== undefined && <span>{languageName(language)}</span>}
        {format !== undefined && <span>{format}</span>}
        <span>{count(quotations.length, 'statement')}</span>
        <span>{count(entities.length, 'name')}</span>
        {extractor !== undefined && <span>read by version {extractor}</span>}
      </p>
      <p>
        <span class="key">{key}</span>
        {web !== undefined && (
          <a href={web} target="_blank" rel="noopener noreferrer">
            where it was published
          </a>
        )}
      </p>
      <nav class="views" aria-label="Ways to see the article">
        {VIEWS.map(([name, title]) => (
          <a
            href={name === 'read' ? address : `${address}?view=${name}`}
            aria-current={shown === name ? 'true' : undefined}
          >
            {title}
          </a>
        ))}
        <a href={apiAddress(articlePath(key))} target="_blank">
          API
        </a>
      </nav>
      {status === 'PENDING' && (
        <p class="told" role="status">
          The article is being read; this page shows it in a moment.
        </p>
      )}
      {skipped !== undefined && <p class="told">{skipped}</p>}
    </div>
  );
}

function RawText({ stored }: { readonly stored: Stored }) {
  return <pre class="raw text">{stored.paragraphs.map(({ text }) => text).join('\n\n')}</pre>;
}

function Read({ stored: { article, paragraphs, entities, quotations } }: { readonly stored: Stored }) {
  const root = useRef<HTMLElement>(null);
  const { anchor } = useNavigation();
  useLighting(root);
  const marks = useMemo(() => marksOf(entities, quotations), [entities, quotations]);
  const statements = useMemo(() => new Map(quotations.map((said) => [said.ordinal, said])), [quotations]);
  const notes = useMemo(() => grouped(quotations, ({ contents }) => contents[0]?.paragraph ?? 0), [quotations]);
  useEffect(() => {
    // What the address names was not there when the browser looked for it.
    if (anchor === '') return;
    const target = document.getElementById(anchor);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }, [anchor]);
  return (
    <article class="article" ref={root}>
      <div class="story">
        {paragraphs.map((paragraph) => {
          const style = styleOf(paragraph, article);
          const content = (
            <MarkedParagraph paragraph={paragraph} marks={marks} entities={entities} statements={statements} />
          );
          return (
            <div class={`row ${style}`}>
              {styled(style, content)}
              <div class="notes">
                {(notes.get(paragraph.ordinal) ?? []).map((statement) => (
                  <Note statement={statement} />
                ))}
              </div>
            </div>
          );
        })}
        <BySpeaker statements={quotations} />
      </div>
      <Names entities={entities} />
    </article>
  );
}

function styled(style: ParagraphStyle, content: preact.JSX.Element) {
  if (style === 'headline') return <h1 dir="auto">{content}</h1>;
  return <p dir="auto">{content}</p>;
}
