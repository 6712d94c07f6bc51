import { basename, extname } from 'node:path';
import type { Format } from './article.ts';
import { ArticleRejected } from './article-rejected.ts';
import { looksLikeHtml } from './markup/looks-like-html.ts';
import type { Hints } from './reading.ts';
import { refuseTables } from './refuse-tables.ts';

/** A prolog, comments and a document type before the first element. */
const PROLOG =
  /^(?:\s+|<\?[^>]{0,500}\?>|<!--[\s\S]{0,20000}?-->|<!DOCTYPE[^>[]{0,500}(?:\[[\s\S]{0,20000}?\])?\s*>)+/i;

const DOCTYPE_HTML = /<!DOCTYPE\s+html/i;

/** Elements that begin a page, or a piece of one. */
const HTML_ROOTS =
  /^(?:html|head|body|meta|title|link|script|style|p|div|article|main|section|header|h[1-6]|blockquote|ul|ol|table|span|a|b|i|em|strong|br|hr|img|figure|center|font)$/i;
const NEWSML_ROOTS =
  /^(?:newsItem|newsMessage|packageItem|contentSet|contentMeta|itemMeta|inlineXML|knowledgeItem|conceptItem|planningItem|catalogItem)$/;
const FEED_ROOTS = /^(?:rss|feed|RDF)$/;

/** Beginnings of header lines that mails have. */
const MAIL_HEADER =
  /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-type|return-path|received|delivered-to|reply-to|sender|dkim-signature|x-[\w-]+|content-transfer-encoding|in-reply-to|references|list-[\w-]+|authentication-results|arc-[\w-]+|importance|organization|user-agent|thread-[\w-]+):/i;
const LEAST_MAIL_HEADERS = 2;

const FRONT_MATTER = /^\s*---[ \t]*\r?\n(?:(?:[\w-]+[ \t]*:|[ \t]|- ).*\r?\n)+(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const MARKDOWN = /^\s*#{1,3} \S/;

/**
 * By the content; what the object's type and the key's ending say counts where the content could be either.
 * @throws ArticleRejected where it is of a kind that is no article.
 */
export function detectFormat(text: string, { contentType = '', key = '' }: Hints): Format {
  const ending = extname(basename(key)).toLowerCase();
  const beginning = text.replace(/^\s+/, '');
  if (beginning.startsWith('{') || beginning.startsWith('[')) {
    if (isJson(beginning) || ending === '.json' || contentType.includes('json')) return 'ninjs';
  }
  if (beginning.startsWith('<')) {
    const format = markupFormat(beginning);
    if (format) return format;
  }
  if (/^WARC\/\d/.test(beginning)) throw several('a web archive (WARC)');
  if (isMail(beginning)) return 'mail';
  if (
    FRONT_MATTER.test(text) ||
    MARKDOWN.test(text) ||
    ending === '.md' ||
    ending === '.markdown' ||
    contentType.includes('markdown')
  ) {
    return 'markdown';
  }
  if (looksLikeHtml(text)) return 'html';
  refuseTables(text);
  return 'text';
}

/** Ends as it began, with a name or a value behind the bracket. */
const isJson = (text: string): boolean =>
  /^\{\s*(?:"|\})/.test(text) || (/^\[\s*[[{"\d\]]/.test(text) && /\]\s*$/.test(text));

function markupFormat(text: string): Format | undefined {
  const prolog = PROLOG.exec(text)?.[0] ?? '';
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(prolog.length))?.[1];
  if (root === 'nitf') return 'nitf';
  if (root !== undefined && NEWSML_ROOTS.test(root)) return 'newsml-g2';
  if (root !== undefined && FEED_ROOTS.test(root)) throw several(root === 'feed' ? 'an Atom feed' : 'an RSS feed');
  if (DOCTYPE_HTML.test(prolog) || (root !== undefined && HTML_ROOTS.test(root))) return 'html';
  if (/^<\?xml/i.test(text) || (root !== undefined && new RegExp(`</(?:[\\w.-]+:)?${root}\\s*>\\s*$`).test(text))) {
    throw new ArticleRejected(
      'NOT_AN_ARTICLE',
      `The file is XML of another kind (its root is "${root ?? 'none'}"): drop NITF, NewsML-G2, HTML or the text alone.`,
    );
  }
  return undefined;
}

/** Header lines up to an empty one, some of them a mail's own. */
function isMail(text: string): boolean {
  const lines = text.replace(/^From .*\r?\n/, '').split(/\r?\n/, 200);
  let known = 0;
  for (const line of lines) {
    if (line === '') break;
    if (MAIL_HEADER.test(line)) known += 1;
    else if (!/^[ \t]|^[\w-]+:/.test(line)) return false;
  }
  return (
    known >= LEAST_MAIL_HEADERS &&
    /^(?:from|subject|received|return-path|message-id|mime-version|date):/im.test(lines.slice(0, 60).join('\n'))
  );
}

const several = (what: string): ArticleRejected =>
  new ArticleRejected(
    'SEVERAL_ARTICLES',
    `The file is ${what}: take it apart with "news-ingest put FILE", which drops each article by itself.`,
  );
