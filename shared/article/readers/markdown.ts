import { marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import type { Stated } from '../article.ts';
import { ArticleRejected } from '../article-rejected.ts';
import { blocksOf } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import type { FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';

const FRONT_MATTER = /^\s*---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Markdown with or without front matter: what a page made of it would show. */
export const readMarkdown: FormatReader = ({ text }): Reading => {
  const front = FRONT_MATTER.exec(text);
  const fields = front ? frontMatter(front[1]!) : {};
  const body = front ? text.slice(front[0].length) : text;
  if (front && body.trim() === '') {
    throw new ArticleRejected(
      'NOT_AN_ARTICLE',
      'The file is front matter alone, without a text below it: drop it with the text.',
    );
  }
  const html = marked.parse(body, { async: false, gfm: true });
  const title = field(fields, 'title', 'headline');
  const authors = field(fields, 'author', 'authors', 'by', 'byline');
  return {
    headline: title,
    // A byline of the text's own says more than the name in the front matter.
    bylines: authors === undefined ? undefined : [authors],
    blocks: blocksOf(parseHtml(html)),
    stated: statedOf(fields),
  };
};

function statedOf(fields: Readonly<Record<string, unknown>>): Stated {
  return statedBy({
    publishedAt: field(fields, 'date', 'published', 'pubdate', 'publishdate'),
    modifiedAt: field(fields, 'lastmod', 'modified', 'updated'),
    statedLanguage: field(fields, 'lang', 'language', 'locale'),
    source: field(fields, 'source', 'publisher', 'agency'),
    copyright: field(fields, 'copyright', 'rights'),
    url: field(fields, 'canonical', 'url', 'link'),
    guid: field(fields, 'guid', 'id'),
    version: field(fields, 'version'),
    publicationStatus: field(fields, 'pubstatus', 'status'),
    embargoedUntil: field(fields, 'embargo', 'embargoed', 'embargoeduntil'),
    section: field(fields, 'section', 'category'),
    correction: field(fields, 'correction'),
  });
}

/** No aliases: ten lines of them can stand for gigabytes. What is no YAML states nothing. */
function frontMatter(yaml: string): Record<string, unknown> {
  try {
    const fields: unknown = parseYaml(yaml, { maxAliasCount: 0, schema: 'failsafe' });
    if (typeof fields !== 'object' || fields === null) return {};
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  } catch {
    return {};
  }
}

function field(fields: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join(' and ');
  }
  return undefined;
}
