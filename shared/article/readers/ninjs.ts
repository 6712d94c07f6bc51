import type { Stated } from '../article.ts';
import { ArticleRejected } from '../article-rejected.ts';
import { blocksOf } from '../markup/blocks.ts';
import { looksLikeHtml } from '../markup/looks-like-html.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { plainBlocks } from '../markup/plain-blocks.ts';
import { type JsonObject, objectsIn, parseJson, stringIn } from '../parse-json.ts';
import type { Block, FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';

/**
 * ninjs 1.x, 2.x and 3.x (https://iptc.org/standards/ninjs/), and exports that name headline and body as these do; names are
 * told apart by their letters alone, as 3.x writes "pubStatus" and 1.x "pubstatus". schema.org's NewsArticle, too.
 */
export const readNinjs: FormatReader = ({ text }): Reading => {
  const json = parseJson(text);
  if (Array.isArray(json)) throw refusalOfList(json);
  const item = json as JsonObject;
  const body = bodyOf(item);
  const status = stringIn(item, 'pubstatus');
  if (body === undefined && !/cancell?ed|withheld/i.test(status ?? '')) throw refusalOf(item);
  const type = stringIn(item, 'type');
  if (type !== undefined && OTHER_TYPES.test(type)) throw refusalOf(item);
  return {
    headline: headlineOf(item),
    bylines: bylinesOf(item),
    blocks: body ?? [],
    stated: statedOf(item),
  };
};

const OTHER_TYPES = /^(?:audio|video|picture|graphic|photo|image|component|event|planning)$/i;

const HTML_TYPES = /html/i;

/** Fields of an export that hold the text, with markup before those without. */
const BODY_FIELDS = [
  'body_xhtml',
  'body_html',
  'content_html',
  'body_html5',
  'body',
  'content',
  'articlebody',
  'body_text',
  'text',
  'content_text',
];

/** Undefined where there is none. Of several versions of the body the one with markup: the plain one glues paragraphs. */
export function bodyOf(item: JsonObject): Block[] | undefined {
  const bodies = objectsIn(item, 'bodies').flatMap((body) => {
    const value = stringIn(body, 'value');
    const type = `${stringIn(body, 'contenttype') ?? ''} ${stringIn(body, 'role') ?? ''}`;
    return value === undefined ? [] : [{ value, isHtml: HTML_TYPES.test(type) || looksLikeHtml(value) }];
  });
  const fields = BODY_FIELDS.flatMap((name) => {
    const value = stringIn(item, name);
    return value === undefined ? [] : [{ value, isHtml: name.includes('html') || looksLikeHtml(value) }];
  });
  const all = [...bodies, ...fields].map(({ value, isHtml }) =>
    isHtml ? blocksOf(parseHtml(value)) : plainBlocks(value),
  );
  const html = [...bodies, ...fields].findIndex(({ isHtml }, index) => isHtml && all[index]!.length > 0);
  return html >= 0 ? all[html] : all.find((blocks) => blocks.length > 0);
}

function headlineOf(item: JsonObject): string | undefined {
  const headlines = objectsIn(item, 'headlines');
  const main =
    headlines.find((headline) => /^(?:main|headline|title)?$/i.test(stringIn(headline, 'role') ?? '')) ?? headlines[0];
  const text =
    (main && stringIn(main, 'value')) ??
    stringIn(item, 'headline') ??
    stringIn(item, 'title') ??
    stringIn(item, 'name');
  return text && withoutTags(text);
}

const withoutTags = (text: string): string =>
  looksLikeHtml(text) || text.includes('&')
    ? blocksOf(parseHtml(text))
        .map((block) => block.text)
        .join(' ')
    : text;

function bylinesOf(item: JsonObject): string[] | undefined {
  const by = stringIn(item, 'by') ?? stringIn(item, 'byline') ?? stringIn(item, 'author');
  if (by !== undefined) return [withoutTags(by)];
  const authors = [...objectsIn(item, 'author'), ...objectsIn(item, 'authors')].flatMap(
    (author) => stringIn(author, 'name') ?? [],
  );
  return authors.length > 0 ? authors : undefined;
}

function statedOf(item: JsonObject): Stated {
  const sources = objectsIn(item, 'infosources').flatMap((source) => stringIn(source, 'name') ?? []);
  const note = stringIn(item, 'ednote');
  const signal = stringIn(item, 'signal') ?? '';
  return statedBy({
    publishedAt:
      stringIn(item, 'firstcreated') ??
      stringIn(item, 'datepublished') ??
      stringIn(item, 'versioncreated') ??
      stringIn(item, 'date_published') ??
      stringIn(item, 'published') ??
      stringIn(item, 'date'),
    modifiedAt: stringIn(item, 'versioncreated') ?? stringIn(item, 'datemodified') ?? stringIn(item, 'date_modified'),
    statedLanguage: stringIn(item, 'language') ?? stringIn(item, 'inlanguage'),
    source:
      stringIn(item, 'infosource') ??
      sources[0] ??
      stringIn(item, 'copyrightholder') ??
      stringIn(item, 'source') ??
      publisherOf(item),
    copyright: stringIn(item, 'copyrightnotice') ?? stringIn(item, 'copyright'),
    url: stringIn(item, 'url') ?? stringIn(item, 'link'),
    guid: stringIn(item, 'uri') ?? stringIn(item, 'guid') ?? stringIn(item, 'id'),
    version: stringIn(item, 'version'),
    publicationStatus: /kill/i.test(signal) ? 'canceled' : stringIn(item, 'pubstatus'),
    embargoedUntil: stringIn(item, 'embargoeduntil') ?? stringIn(item, 'embargoed'),
    section: stringIn(item, 'section') ?? stringIn(item, 'articlesection'),
    correction: stringIn(item, 'correction') ?? (note && /correct|clarif|refil/i.test(note) ? note : undefined),
  });
}

const publisherOf = (item: JsonObject): string | undefined =>
  objectsIn(item, 'publisher').flatMap((publisher) => stringIn(publisher, 'name') ?? [])[0];

/** Whether a package or feed holds texts of its own. */
const memberTexts = (item: JsonObject): number =>
  [...objectsIn(item, 'associations'), ...objectsIn(item, 'items')].filter((member) => bodyOf(member) !== undefined)
    .length;

function refusalOf(item: JsonObject): ArticleRejected {
  const members = memberTexts(item);
  if (members > 0) return severalArticles(members);
  const type = stringIn(item, 'type');
  if (type !== undefined && OTHER_TYPES.test(type)) {
    return new ArticleRejected(
      'NOT_AN_ARTICLE',
      `The item is of type "${type.toLowerCase()}", not a text: drop items of type text or composite.`,
    );
  }
  return new ArticleRejected(
    'NOT_AN_ARTICLE',
    `The file is JSON without the body of an article (it has ${namesIn(item)}): drop ninjs, or JSON with "headline" and "body_html" or "body_text".`,
  );
}

function refusalOfList(list: readonly unknown[]): ArticleRejected {
  const articles = list.filter((item) => typeof item === 'object' && item !== null && bodyOf(item as JsonObject));
  if (articles.length > 0) return severalArticles(articles.length);
  return new ArticleRejected(
    'NOT_AN_ARTICLE',
    'The file is a JSON list without articles: drop ninjs, one article a file.',
  );
}

const severalArticles = (count: number): ArticleRejected =>
  new ArticleRejected(
    'SEVERAL_ARTICLES',
    `The file holds ${count} ${count === 1 ? 'article' : 'articles'} in a list or package: take it apart with "news-ingest put FILE", which drops each by itself.`,
  );

const namesIn = (item: JsonObject): string => {
  const names = Object.keys(item)
    .slice(0, 5)
    .map((name) => `"${name.slice(0, 30)}"`);
  return names.length === 0 ? 'nothing' : names.join(', ');
};
