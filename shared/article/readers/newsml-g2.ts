import { ArticleRejected } from '../article-rejected.ts';
import { blocksOf } from '../markup/blocks.ts';
import { looksLikeHtml } from '../markup/looks-like-html.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { plainBlocks } from '../markup/plain-blocks.ts';
import { childrenOf, descendants, type Element, first, rawTextOf, textOf } from '../markup/tree.ts';
import type { Block, FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';
import { nitfReading } from './nitf.ts';

/** NewsML-G2: https://iptc.org/standards/newsml-g2/. A `newsItem` of text, or a `newsMessage` with one. */
export const readNewsMl: FormatReader = ({ text }): Reading => {
  const document = parseXml(text);
  const items = [...descendants(document, 'newsItem')];
  const textItems = items.filter(isText);
  if (textItems.length > 1) {
    throw new ArticleRejected(
      'SEVERAL_ARTICLES',
      `The file holds ${textItems.length} news items: take it apart with "news-ingest put FILE", which drops each by itself.`,
    );
  }
  return itemReading(textItems[0] ?? items[0] ?? document);
};

/** "ninat:text", or of no class and with a text in it. */
export function isText(item: Element): boolean {
  const itemClass = classOf(item);
  return itemClass === undefined ? contentOf(item) !== undefined : /(?:^|[:/])(?:text|composite)$/.test(itemClass);
}

const classOf = (item: Element): string | undefined => {
  const itemClass = first(item, 'itemClass')?.attributes;
  return itemClass?.['qcode'] ?? itemClass?.['uri'];
};

const contentOf = (item: Element): Element | undefined => first(item, 'inlineXML', 'inlineData');

/** @throws ArticleRejected where the item is a picture, a package, a piece of one. */
function itemReading(item: Element): Reading {
  const content = contentOf(item);
  const itemClass = classOf(item);
  const status = attributeOf(item, 'pubStatus', 'qcode') ?? attributeOf(item, 'pubStatus', 'uri');
  const signal = [...descendants(item, 'signal')].map(
    ({ attributes }) => attributes['qcode'] ?? attributes['uri'] ?? '',
  );
  const isKilled = /cancell?ed/i.test(status ?? '') || signal.some((code) => /(?:^|[:/])kill$/i.test(code));
  // An item that is taken back comes without its text.
  if (!isKilled && (content === undefined || !isText(item))) throw noText(itemClass);
  const inner = content ? innerReading(content) : { blocks: [], stated: {} };
  const contentMeta = first(item, 'contentMeta');
  const note = [...descendants(item, 'edNote')].flatMap((edNote) => textOf(edNote) ?? []).join('\n');
  const isCorrection = signal.some((code) => /correction|(?:^|[:/])update$/i.test(code)) || /correct/i.test(note);
  const bylines = [...(contentMeta ? descendants(contentMeta, 'by') : [])].flatMap((by) => textOf(by) ?? []);
  const creators = creatorsOf(contentMeta);
  return {
    headline: textOf(contentMeta && first(contentMeta, 'headline')) ?? inner.headline,
    bylines: bylines.length > 0 ? bylines : (inner.bylines ?? (creators.length > 0 ? creators : undefined)),
    dateline: textOf(contentMeta && first(contentMeta, 'dateline')) ?? inner.dateline,
    blocks: inner.blocks,
    stated: {
      ...inner.stated,
      ...statedBy({
        publishedAt:
          textOf(first(item, 'firstCreated')) ??
          textOf(first(item, 'versionCreated')) ??
          textOf(first(item, 'contentCreated')),
        modifiedAt: textOf(first(item, 'versionCreated')),
        statedLanguage:
          attributeOf(contentMeta, 'language', 'tag') ??
          first(item, 'newsItem')?.attributes['lang'] ??
          item.attributes['lang'],
        source: nameOf(first(item, 'infoSource')) ?? nameOf(first(item, 'provider')),
        copyright: textOf(first(item, 'copyrightNotice')) ?? nameOf(first(item, 'copyrightHolder')),
        url: [...descendants(item, 'link')].find(({ attributes }) => /canonical|web/i.test(attributes['rel'] ?? ''))
          ?.attributes['href'],
        guid: item.attributes['guid'],
        version: item.attributes['version'],
        publicationStatus: isKilled ? 'canceled' : status,
        embargoedUntil: textOf(first(item, 'embargoed')),
        section: nameOf(first(item, 'service')),
        correction: isCorrection && note !== '' ? note : undefined,
      }),
    },
  };
}

const attributeOf = (element: Element | undefined, name: string, attribute: string): string | undefined =>
  element && first(element, name)?.attributes[attribute];

/** A party's name, else the code or address that stands for it. */
const nameOf = (party: Element | undefined): string | undefined =>
  party &&
  (textOf(first(party, 'name')) ??
    party.attributes['literal'] ??
    party.attributes['qcode']?.replace(/^.*:/, '') ??
    party.attributes['uri']);

const creatorsOf = (contentMeta: Element | undefined): string[] =>
  contentMeta ? childrenOf(contentMeta, 'creator').flatMap((creator) => textOf(first(creator, 'name')) ?? []) : [];

/** NITF, XHTML, or plain text. */
function innerReading(content: Element): Reading {
  if (first(content, 'nitf')) return nitfReading(content);
  const { contenttype = '' } = content.attributes;
  if (content.name === 'inlineData') {
    const raw = rawTextOf(content);
    const isHtml = contenttype.includes('html') || looksLikeHtml(raw);
    return { blocks: isHtml ? blocksOf(parseHtml(raw)) : plainBlocks(raw), stated: {} };
  }
  const body = first(content, 'body') ?? content;
  const blocks: Block[] = blocksOf(body);
  return { blocks, stated: {} };
}

const noText = (itemClass: string | undefined): ArticleRejected =>
  new ArticleRejected(
    'NOT_AN_ARTICLE',
    itemClass && !/(?:^|[:/])text$/.test(itemClass)
      ? `The item is of class "${itemClass.replace(/^.*[:/]/, '')}", not a text: drop items of class text; a package is taken apart by "news-ingest put FILE".`
      : 'The NewsML-G2 document holds no text of an article (no inlineXML or inlineData): drop the complete news item.',
  );
