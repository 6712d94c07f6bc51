import type { Stated } from '../article.ts';
import { ArticleRejected } from '../article-rejected.ts';
import { blocksOf } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { descendants, type Element, first, textOf } from '../markup/tree.ts';
import { oneLine } from '../one-line.ts';
import { type JsonObject, stringIn } from '../parse-json.ts';
import type { Block, FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';
import { isByline, isNameLine } from '../text/bylines.ts';
import { namesIn, newsArticleIn } from './json-ld.ts';
import { publishedOn } from './page-dates.ts';
import { storyOf, withoutTags } from './page-story.ts';

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
    stated: statedOf(page, article, meta, blocks),
  };
};

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
  const bare = names.map((name) => oneLine(name.replace(ADDRESS, ''))).filter(Boolean);
  const line = oneLine((shown ?? '').replace(ADDRESS, ''))
    .replace(BESIDE_NAME, '')
    .replace(/^[\s,|·•–—-]{1,9}|(?<![\s,|·•–—-])[\s,|·•–—-]{1,9}$/g, '');
  const isLine = bare.length === 0 ? isByline(line) || isNameLine(line) : bare.every((name) => line.includes(name));
  const visible = isLine && line.length <= LONGEST_BYLINE ? line : visibleByline(page, bare);
  if (visible) return [visible];
  return bare.length > 0 ? [bare.join(' and ')] : undefined;
}

const LONGEST_BYLINE = 120;

/** "Rick Bowden | rbowden@wexmoor.example": how to write to him is no part of who he is. */
const ADDRESS = /(?<![\s,|(<])[\s,|(<]{0,9}\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?>?/g;

/** The date that stands in the same line, and what follows it. */
const BESIDE_NAME =
  /(?<![\s,|·•–—-])[\s,|·•–—-]{0,9}(?:(?:on|at|updated|published|posted):? )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[:/.]\d{2}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*$/i;

/** An element whose whole text is "By" and the names. */
function visibleByline(page: Element, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  for (const element of descendants(page, 'p', 'span', 'div', 'address', 'li', 'a')) {
    if (element.children.length > 12) continue;
    const text = textOf(element);
    if (text && text.length <= LONGEST_BYLINE && /^by\s/i.test(text) && names.every((name) => text.includes(name)))
      return text.replace(BESIDE_NAME, '');
  }
  return undefined;
}

function statedOf(page: Element, article: JsonObject, meta: Meta, blocks: readonly Block[]): Stated {
  const links = [...descendants(page, 'link')];
  const address =
    links.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'] ??
    firstOf(meta, 'og:url') ??
    stringIn(article, 'url');
  const copyright = [...namesIn(article, 'copyrightHolder')].map((holder) =>
    ['Copyright', stringIn(article, 'copyrightyear'), holder].filter(Boolean).join(' '),
  );
  return statedBy({
    publishedAt:
      stringIn(article, 'datepublished') ??
      stringIn(article, 'datecreated') ??
      publishedOn(page, meta, address, blocks),
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
    url: address,
    guid: stringIn(article, '@id') ?? stringIn(article, 'identifier'),
    version: stringIn(article, 'version'),
    section: namesIn(article, 'articleSection')[0] ?? firstOf(meta, 'article:section', 'section'),
    correction: stringIn(article, 'correction'),
  });
}
