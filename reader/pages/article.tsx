import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleRow, PendingArticle, ReadyArticle, StoredArticle } from '../../shared/table/rows/article.ts';
import { apiAddress, articlePath, useAnswer } from '../api.ts';
import { BySpeaker } from '../article/by-speaker.tsx';
import { Facts } from '../article/facts.tsx';
import { useLighting } from '../article/lighting.ts';
import { MarkedParagraph } from '../article/marked-paragraph.tsx';
import { marksOf } from '../article/marks.ts';
import { Names } from '../article/names.tsx';
import { NoText } from '../article/no-text.tsx';
import { Note } from '../article/note.tsx';
import { type ParagraphStyle, styleOf } from '../article/paragraph-style.ts';
import { ToldAbove } from '../article/told-above.tsx';
import { WhatChanged } from '../article/what-changed.tsx';
import { useNavigation } from '../navigation.tsx';
import { Answered, useTitle } from '../parts.tsx';
import { grouped } from '../grouped.ts';

/** An article that is being read is asked for again after so long. */
const AGAIN_MS = 1_500;

export function ArticlePage({ articleKey, query }: { readonly articleKey: string; readonly query: URLSearchParams }) {
  const [times, setTimes] = useState(0);
  const answer = useAnswer<StoredArticle>(apiAddress(articlePath(articleKey)), times);
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
  const headline = answer.state === 'there' ? headlineOf(answer.value.article) : undefined;
  useTitle(headline ?? articleKey);
  return (
    <Answered answer={answer}>{(stored) => <Article stored={stored} view={query.get('view') ?? 'read'} />}</Answered>
  );
}

const headlineOf = (article: ArticleRow): string | undefined =>
  'headline' in article ? article.headline?.text : undefined;

function Article({ stored, view }: { readonly stored: StoredArticle; readonly view: string }) {
  const { article, ...parts } = stored;
  if (article.status !== 'READY' && article.status !== 'PENDING') return <NoText article={article} />;
  const shown = view === 'text' || view === 'json' ? view : 'read';
  return (
    <>
      <Facts article={article} view={shown} />
      <ToldAbove article={article} />
      {article.status === 'READY' && <WhatChanged article={article} {...parts} />}
      {shown === 'text' && <RawText stored={stored} />}
      {shown === 'json' && <pre class="raw">{JSON.stringify(stored, undefined, 2)}</pre>}
      {shown === 'read' && <Read article={article} {...parts} />}
    </>
  );
}

function RawText({ stored }: { readonly stored: StoredArticle }) {
  return <pre class="raw text">{stored.paragraphs.map(({ text }) => text).join('\n\n')}</pre>;
}

function Read({
  article,
  paragraphs,
  entities,
  quotations,
}: StoredArticle & { readonly article: ReadyArticle | PendingArticle }) {
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
        {article.headline === undefined && <h1 class="key">{article.key}</h1>}
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
