import { descendants, type Element, textOf } from '../markup/tree.ts';
import { oneLine } from '../one-line.ts';
import type { Block } from '../reading.ts';
import { instantOf } from '../stated.ts';

/** Names of meta elements that give the day of publication, the best first. */
const PUBLISHED = [
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
  'article_date_original',
  'originalpublicationdate',
  'revision_date',
];

/** Any other that is named after a date, and not that of a change or an end. */
const DATE_NAME = /date|publi|issued|created/i;
const OTHER_DATE = /modif|updat|revis|expir|valid|end|event|access|crawl|birth/i;

/** Of an element: schema.org's property, hNews's class, what sites call the date of an article. */
const DATE_CLASS =
  /(?:^|[\s_-])(?:date-?published|published(?:-?date)?|pub-?date|post-?date|article-?date|entry-?date|timestamp|date(?:-?line)?|updated)(?:$|[\s_-])/i;

/** "/2026/03/03/mayor-opens-library" */
const DAY_IN_ADDRESS = /\/(20\d\d|19\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)/;

/** "Wexmoor News | March 3, 2026 09:00am ET": a line by its date, no sentence of the story. */
const LONGEST_DATE_LINE = 160;
const DATE_LINES_WITHIN = 10;
const DATE_IN_LINE =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4}(?:,? (?:at )?\d{1,2}:\d{2} ?(?:[ap]m)?)?|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}/i;

/** When a page says it was published, beside its JSON-LD: by meta elements, marked elements, its address, a date line. */
export function publishedOn(
  page: Element,
  meta: ReadonlyMap<string, string>,
  address: string | undefined,
  blocks: readonly Block[],
): string | undefined {
  const others = [...meta.keys()].filter((name) => DATE_NAME.test(name) && !OTHER_DATE.test(name));
  return firstInstant([
    ...[...PUBLISHED, ...others].map((name) => meta.get(name)),
    ...markedDates(page),
    DAY_IN_ADDRESS.exec(address ?? '')
      ?.slice(1)
      .map((part) => part.padStart(2, '0'))
      .join('-'),
    ...blocks
      .slice(0, DATE_LINES_WITHIN)
      .filter(({ text }) => text.length <= LONGEST_DATE_LINE && !/[.!?]$/.test(text))
      .map(({ text }) => DATE_IN_LINE.exec(text)?.[0]),
  ]);
}

/** The first that is a date; where it is a day alone, the time that another gives for the same day. */
function firstInstant(candidates: Iterable<string | undefined>): string | undefined {
  let day: string | undefined;
  for (const candidate of candidates) {
    const instant = instantOf(candidate && oneLine(candidate));
    if (instant === undefined || (day !== undefined && instant.slice(0, 10) !== day.slice(0, 10))) continue;
    if (!instant.endsWith(MIDNIGHT)) return instant;
    day ??= instant;
  }
  return day;
}

const MIDNIGHT = 'T00:00:00.000Z';

/** `<time datetime>`, `itemprop="datePublished"`, `<abbr class="published" title>`: by attribute, else by their text. */
function* markedDates(page: Element): Generator<string | undefined> {
  const marked = [...descendants(page, 'time', 'abbr', 'span', 'div', 'p', 'li', 'em', 'small', 'meta')].filter(isDate);
  for (const { attributes } of marked) {
    yield attributes['datetime'] ?? attributes['content'] ?? attributes['title'] ?? attributes['pubdate'];
  }
  for (const element of marked) {
    const text = textOf(element) ?? '';
    if (text.length <= LONGEST_DATE_LINE) yield DATE_IN_LINE.exec(text)?.[0];
  }
}

function isDate({ name, attributes }: Element): boolean {
  if (/(?:^|\s)datePublished(?:$|\s)/i.test(attributes['itemprop'] ?? '')) return true;
  if (name === 'meta') return false;
  return name === 'time' || DATE_CLASS.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}
