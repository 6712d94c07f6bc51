import { blocksOf } from '../markup/blocks.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { childrenOf, type Element, first, textOf } from '../markup/tree.ts';
import type { FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';

/** NITF 3.x: https://iptc.org/standards/nitf/ */
export const readNitf: FormatReader = ({ text }): Reading => nitfReading(parseXml(text));

/** Of an element that is, or holds, `nitf`. */
export function nitfReading(document: Element): Reading {
  const nitf = first(document, 'nitf') ?? document;
  const body = first(nitf, 'body') ?? nitf;
  const head = first(body, 'body.head');
  const content = first(body, 'body.content');
  const docdata = first(nitf, 'docdata');
  const attribute = (name: string, ...elements: readonly string[]) =>
    elements.map((element) => docdata && first(docdata, element)?.attributes[name]).find(Boolean);
  const bylines = head ? childrenOf(head, 'byline').flatMap((byline) => textOf(byline) ?? []) : [];
  const holder = docdata && first(docdata, 'doc.copyright');
  return {
    headline: textOf(first(nitf, 'hl1')) ?? textOf(first(nitf, 'hedline')) ?? textOf(first(nitf, 'title')),
    bylines: bylines.length > 0 ? bylines : undefined,
    dateline: textOf(head && first(head, 'dateline')),
    blocks: [...abstractOf(head), ...blocksOf(content ?? withoutHead(body)), ...endOf(body)],
    stated: statedBy({
      publishedAt: attribute('norm', 'date.issue', 'date.release') ?? publication(nitf)['date.publication'],
      modifiedAt: first(nitf, 'revision-history')?.attributes['norm'],
      statedLanguage: first(document, 'nitf')?.attributes['lang'] ?? body.attributes['lang'],
      source: textOf(head && first(head, 'distributor')) ?? publication(nitf)['name'],
      copyright: textOf(head && first(head, 'rights')) ?? copyrightOf(holder),
      url: publication(nitf)['ex-ref'],
      guid: attribute('id-string', 'doc-id'),
      version: first(nitf, 'nitf')?.attributes['revision'] ?? attribute('ed-msg', 'du-key'),
      publicationStatus: docdata?.attributes['management-status'],
      embargoedUntil: attribute('norm', 'date.embargo') ?? embargoOf(docdata),
      section: publication(nitf)['position.section'],
      correction: first(nitf, 'correction')?.attributes['info'] ?? editorsNote(docdata),
    }),
  };
}

const publication = (nitf: Element): Readonly<Record<string, string>> => first(nitf, 'pubdata')?.attributes ?? {};

const copyrightOf = (holder: Element | undefined): string | undefined => {
  if (!holder) return undefined;
  const { holder: name = '', year = '' } = holder.attributes;
  return `Copyright ${year} ${name}`;
};

/** `management-status="embargoed"` says so; until when stands in the date of release. */
const embargoOf = (docdata: Element | undefined): string | undefined =>
  docdata?.attributes['management-status'] === 'embargoed'
    ? first(docdata, 'date.release')?.attributes['norm']
    : undefined;

/** "Correction", "Kill", "Update" … with the words for editors. */
function editorsNote(docdata: Element | undefined): string | undefined {
  const message = docdata && first(docdata, 'ed-msg');
  const text = message?.attributes['info'] ?? textOf(message);
  return text !== undefined && /correct|clarif|refil/i.test(text) ? text : undefined;
}

const withoutHead = (body: Element): Element => ({
  ...body,
  children: body.children.filter(
    (child) => typeof child === 'string' || !['body.head', 'body.end'].includes(child.name),
  ),
});

const abstractOf = (head: Element | undefined) => {
  const abstract = head && first(head, 'abstract');
  return abstract ? blocksOf(abstract).map(({ text }) => ({ text, role: 'summary' as const })) : [];
};

const endOf = (body: Element) => {
  const end = first(body, 'body.end');
  return end ? blocksOf(end).map((block) => ({ ...block, role: block.role ?? ('credit' as const) })) : [];
};
