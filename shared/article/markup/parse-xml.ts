import { decodeHTMLStrict } from 'entities';
import { SaxesParser } from 'saxes';
import { ArticleRejected } from '../article-rejected.ts';
import { type Element, TreeBuilder } from './tree.ts';

/** "&nbsp;" and the like, which XML of newsrooms takes from HTML. Entities that a document defines itself are refused. */
const HTML_ENTITIES = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, name) => {
      const reference = `&${String(name)};`;
      const decoded = decodeHTMLStrict(reference);
      return decoded === reference ? undefined : decoded;
    },
  },
);

/**
 * The tree of an XML document, or of a piece of one, with mixed content in order.
 * @throws ArticleRejected where it is not well-formed.
 */
export function parseXml(text: string): Element {
  const tree = new TreeBuilder();
  const parser = new SaxesParser({ fragment: !/^\s*(?:<\?xml|<!DOCTYPE)/i.test(text), position: true });
  parser.ENTITIES = HTML_ENTITIES;
  parser.on('opentag', ({ name, attributes }) => {
    const local = Object.entries(attributes).map(([key, value]: [string, string]) => [withoutPrefix(key), value]);
    tree.open(withoutPrefix(name), Object.fromEntries(local) as Record<string, string>);
  });
  parser.on('text', (content) => {
    tree.text(content);
  });
  parser.on('cdata', (content) => {
    tree.text(content);
  });
  parser.on('closetag', () => {
    tree.close();
  });
  parser.on('error', ({ message }) => {
    throw new ArticleRejected(
      'MALFORMED',
      `The XML is not well-formed (line ${parser.line}: ${message.replace(/^\d+:\d+: /, '').slice(0, 200)}): ` +
        'export the item again, or drop its text alone.',
    );
  });
  parser.write(text.replace(/^\s+(?=<\?xml)/, '')).close();
  return tree.root;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
