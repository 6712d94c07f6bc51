import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Stated } from '../article.ts';
import { ArticleRejected } from '../article-rejected.ts';
import { MAX_MARKUP_ELEMENTS } from '../limits.ts';
import { blocksOf } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { descendants, type Element, first, textOf } from '../markup/tree.ts';
import { oneLine } from '../one-line.ts';
import { type JsonObject, stringIn } from '../parse-json.ts';
import type { Block, FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';
import { namesIn, newsArticleIn } from './json-ld.ts';
import { plainBlocks } from './plain-text.ts';

/** Of a page's own text; what JSON-LD says about it goes first for headline, author and dates. */
export const readHtml: FormatReader = ({ text }): Reading => {
  const page = parseHtml(text);
  const article = newsArticleIn(page) ?? {};
  const meta = metaOf(page);
  if (first(page, 'html', 'head', 'body') === undefined) return { blocks: blocksOf(page), stated: {} };
  const { blocks, byline } = storyOf(text, page, stringIn(article, 'articlebody'));
  if (blocks.length === 0) {
    throw new ArticleRejected(
      'EMPTY',
      'The page holds no text of an article: drop the article’s own page, or its text alone.',
    );
  }
  return {
    headline: headlineOf(page, article, meta),
    bylines: bylinesOf(page, article, meta, byline),
    blocks,
    stated: statedOf(page, article, meta),
  };
};

/** Classes by which embedded posts are known; others go. */
const CLASSES_KEPT = ['twitter-tweet', 'twitter-video', 'instagram-media', 'tiktok-embed', 'fb-post'];

interface Story {
  readonly blocks: readonly Block[];
  readonly byline?: string | undefined;
}

/** The page's own text; the text in JSON-LD where a script would bring it. */
function storyOf(html: string, page: Element, articleBody: string | undefined): Story {
  // The project is compiled without the types of a browser, which both packages speak of.
  const { document } = parseHTML(html) as { readonly document: never };
  const found = new Readability(document, {
    maxElemsToParse: MAX_MARKUP_ELEMENTS,
    classesToPreserve: CLASSES_KEPT,
    disableJSONLD: true,
  }).parse();
  const blocks = found?.content ? blocksOf(parseHtml(found.content)) : blocksOf(page);
  const described = articleBody === undefined ? [] : plainBlocks(withoutTags(articleBody));
  const isComplete = lengthOf(blocks) * 2 >= lengthOf(described);
  return { blocks: isComplete ? blocks : described, byline: found?.byline ?? undefined };
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

const withoutTags = (text: string): string =>
  /<\w/.test(text)
    ? blocksOf(parseHtml(text))
        .map((block) => block.text)
        .join('\n\n')
    : text;

type Meta = ReadonlyMap<string, string>;

/** <meta property="og:title" content="…">, by name in small letters; the first of a name counts. */
function metaOf(page: Element): Meta {
  const meta = new Map<string, string>();
  for (const { attributes } of descendants(page, 'meta')) {
    const name = (
      attributes['property'] ??
      attributes['name'] ??
      attributes['itemprop'] ??
      attributes['http-equiv']
    )?.toLowerCase();
    const content = attributes['content'];
    if (name && content && !meta.has(name)) meta.set(name, content);
  }
  return meta;
}

const firstOf = (meta: Meta, ...names: readonly string[]): string | undefined =>
  names.map((name) => meta.get(name)).find((content) => content !== undefined);

function headlineOf(page: Element, article: JsonObject, meta: Meta): string | undefined {
  const headings = [...descendants(page, 'h1')].flatMap((heading) => textOf(heading) ?? []);
  const told =
    stringIn(article, 'headline') ?? firstOf(meta, 'og:title', 'twitter:title', 'dc.title', 'sailthru.title');
  const title = textOf(first(page, 'title'));
  const name = told === undefined ? undefined : withoutTags(told);
  // "Mayor opens library | Wexmoor News": the heading is the part that the page shows as one.
  const [shown] = headings.filter((heading) => (name ?? title ?? '').includes(heading) && heading.includes(' '));
  return shown ?? name ?? (headings.length === 1 ? headings[0] : title?.replace(/ [|–—-] [^|–—-]{1,40}$/, ''));
}

/** As the page shows it ("By Rick Bowden"), where it does; else the names that it states. */
function bylinesOf(page: Element, article: JsonObject, meta: Meta, shown: string | undefined): string[] | undefined {
  const names = namesIn(article, 'author');
  const stated = firstOf(meta, 'author', 'article:author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author');
  if (names.length === 0 && stated !== undefined && !/^https?:/.test(stated)) names.push(stated);
  const line = oneLine(shown ?? '');
  const isLine = line !== '' && line.length <= LONGEST_BYLINE && names.every((name) => line.includes(name));
  const visible = isLine ? line : visibleByline(page, names);
  if (visible) return [visible];
  return names.length > 0 ? [names.join(' and ')] : undefined;
}

const LONGEST_BYLINE = 120;

/** An element whose whole text is "By" and the names. */
function visibleByline(page: Element, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  for (const element of descendants(page, 'p', 'span', 'div', 'address', 'li', 'a')) {
    if (element.children.length > 12) continue;
    const text = textOf(element);
    if (text && text.length <= LONGEST_BYLINE && /^by\s/i.test(text) && names.every((name) => text.includes(name)))
      return text;
  }
  return undefined;
}

function statedOf(page: Element, article: JsonObject, meta: Meta): Stated {
  const links = [...descendants(page, 'link')];
  const time = [...descendants(page, 'time')].find(
    ({ attributes }) => 'datetime' in attributes || 'pubdate' in attributes,
  );
  const copyright = [...namesIn(article, 'copyrightHolder')].map((holder) =>
    ['Copyright', stringIn(article, 'copyrightyear'), holder].filter(Boolean).join(' '),
  );
  return statedBy({
    publishedAt:
      stringIn(article, 'datepublished') ??
      stringIn(article, 'datecreated') ??
      firstOf(
        meta,
        'article:published_time',
        'og:article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'pubdate',
        'publishdate',
        'publish-date',
        'sailthru.date',
        'parsely-pub-date',
        'cxenseparse:recs:publishtime',
        'og:pubdate',
        'article.published',
        'originalpublicationdate',
        'revision_date',
      ) ??
      time?.attributes['datetime'],
    modifiedAt:
      stringIn(article, 'datemodified') ??
      firstOf(
        meta,
        'article:modified_time',
        'og:updated_time',
        'lastmod',
        'last-modified',
        'dcterms.modified',
        'datemodified',
      ),
    statedLanguage:
      stringIn(article, 'inlanguage') ??
      first(page, 'html')?.attributes['lang'] ??
      firstOf(meta, 'content-language', 'language'),
    source: namesIn(article, 'publisher')[0] ?? firstOf(meta, 'og:site_name', 'application-name', 'source'),
    copyright:
      stringIn(article, 'copyrightnotice') ?? copyright[0] ?? firstOf(meta, 'copyright', 'dc.rights', 'rights'),
    url:
      links.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'] ??
      firstOf(meta, 'og:url') ??
      stringIn(article, 'url'),
    guid: stringIn(article, '@id') ?? stringIn(article, 'identifier'),
    version: stringIn(article, 'version'),
    section: namesIn(article, 'articleSection')[0] ?? firstOf(meta, 'article:section', 'section'),
    correction: stringIn(article, 'correction'),
  });
}
