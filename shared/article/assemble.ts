import type { Article, Paragraph, Provenance, Stated, TextSpan } from './article.ts';
import { ArticleRejected } from './article-rejected.ts';
import { checkTextSize } from './check-size.ts';
import { MAX_FIELD_CHARACTERS, MAX_PARAGRAPH_BYTES, MAX_PARAGRAPHS } from './limits.ts';
import { mendMojibake } from './mend-mojibake.ts';
import { oneLine } from './one-line.ts';
import type { Block, Reading } from './reading.ts';
import { findCredits } from './text/bylines.ts';
import { findFront } from './text/front.ts';
import { assignRoles, correctionIn, isKill } from './text/roles.ts';

/**
 * The article that a reader has read: headline and bylines that the format states stand above the story, those that it does
 * not are looked for; each paragraph has its role.
 * @throws ArticleRejected where there is no text, or too much.
 */
export function assemble(read: Reading, { format, encoding }: Provenance): Article {
  const reading = mend(read);
  const { bylines: authors = [], blocks } = reading;
  const top = [reading.headline, ...authors, reading.dateline].map((text) => oneLine(text ?? ''));
  const paragraphs = withTop(top, authors.length, blocks);
  const texts = paragraphs.map(({ text }) => text);
  checkParagraphs(texts);
  const roles = assignRoles(
    texts,
    paragraphs.map(({ role }) => role),
  );
  const front = findFront(texts, (index) => roles[index] === undefined);
  for (const label of front.labels) roles[label] = 'label';

  const headline = indexOf(paragraphs, 'headline') ?? headingIn(paragraphs) ?? front.headline;
  const stated = paragraphs.flatMap(({ is }, index) => (is === 'byline' ? index : []));
  const bylines = stated.length > 0 ? stated : front.bylines;
  for (const index of [headline, ...bylines]) if (index !== undefined) roles[index] = undefined;
  const all = texts.map((text, ordinal): Paragraph => {
    const role = roles[ordinal];
    return { ordinal, text, ...(role && { role }) };
  });
  const own = all.filter(({ ordinal }) => !bylines.includes(ordinal) && ordinal !== headline);
  const statedDateline = indexOf(paragraphs, 'dateline');
  const dateline =
    statedDateline !== undefined
      ? whole(all[statedDateline]!)
      : front.dateline && beginning(all[front.dateline.index]!, front.dateline.end);
  return {
    ...fieldsOf(reading.stated, all, texts),
    ...(format && { format }),
    ...(encoding && { encoding: reading === read ? encoding : `${encoding}, mojibake mended` }),
    paragraphs: all,
    ...(headline !== undefined && { headline: whole(all[headline]!) }),
    bylines: [...bylines.map((index) => whole(all[index]!)), ...findCredits(own)],
    ...(dateline && { dateline }),
  };
}

/** The same where nothing was to be mended. */
function mend(reading: Reading): Reading {
  const better = (text: string | undefined) => (text === undefined ? undefined : (mendMojibake(text) ?? text));
  const mended: Reading = {
    ...reading,
    headline: better(reading.headline),
    bylines: reading.bylines?.map((byline) => better(byline)!),
    blocks: reading.blocks.map((block) => ({ ...block, text: better(block.text)! })),
  };
  const isSame =
    mended.headline === reading.headline &&
    (mended.bylines ?? []).every((byline, index) => byline === reading.bylines?.[index]) &&
    mended.blocks.every(({ text }, index) => text === reading.blocks[index]?.text);
  return isSame ? reading : mended;
}

interface Placed extends Block {
  readonly is?: 'headline' | 'byline' | 'dateline';
}

/** What the format states stands first, unless the text says the same among its first lines. */
function withTop([headline = '', ...rest]: readonly string[], bylineCount: number, blocks: readonly Block[]): Placed[] {
  const placed: Placed[] = blocks.map((block) => ({ ...block }));
  const above: Placed[] = [];
  const place = (text: string, is: NonNullable<Placed['is']>, sameAs: (other: string) => boolean) => {
    if (text === '') return;
    const at = placed.slice(0, TOP_BLOCKS).findIndex((block) => block.is === undefined && sameAs(block.text));
    if (at >= 0) placed[at] = { ...placed[at]!, is };
    else above.push({ text, is });
  };
  place(headline, 'headline', (other) => folded(other) === folded(headline));
  for (const byline of rest.slice(0, bylineCount)) {
    place(byline, 'byline', (other) => folded(other).replace(/^by /, '') === folded(byline).replace(/^by /, ''));
  }
  const dateline = rest[bylineCount] ?? '';
  const isThere = placed.slice(0, TOP_BLOCKS).some(({ text }) => folded(text).startsWith(folded(dateline)));
  if (dateline !== '' && !isThere) place(dateline, 'dateline', () => false);
  return [...above, ...placed];
}

const TOP_BLOCKS = 6;

/** As a reader would call two lines the same: case, quotes and spaces aside. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[“”"„«»‘’'`]/g, '')
    .replace(/[–—-]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const indexOf = (paragraphs: readonly Placed[], what: Placed['is']): number | undefined => {
  const index = paragraphs.findIndex(({ is }) => is === what);
  return index < 0 ? undefined : index;
};

/** A heading of the first rank among the first lines. */
function headingIn(paragraphs: readonly Placed[]): number | undefined {
  const index = paragraphs.slice(0, TOP_BLOCKS).findIndex(({ heading }) => heading === 1);
  return index < 0 ? undefined : index;
}

const whole = ({ ordinal, text }: Paragraph): TextSpan => ({ paragraph: ordinal, start: 0, end: text.length, text });

const beginning = ({ ordinal, text }: Paragraph, end: number): TextSpan => ({
  paragraph: ordinal,
  start: 0,
  end,
  text: text.slice(0, end),
});

function fieldsOf(stated: Stated, paragraphs: readonly Paragraph[], texts: readonly string[]): Stated {
  const correction = stated.correction ?? correctionIn(paragraphs);
  const fields = {
    ...stated,
    ...(correction !== undefined && { correction }),
    ...(isKill(texts) && { publicationStatus: 'canceled' as const }),
  };
  const cut = Object.entries(fields).flatMap(([name, value]: [string, string | undefined]) => {
    const text = value?.trim().slice(0, MAX_FIELD_CHARACTERS);
    return text ? [[name, text]] : [];
  });
  return Object.fromEntries(cut) as Stated;
}

function checkParagraphs(texts: readonly string[]): void {
  if (texts.length === 0) {
    throw new ArticleRejected('EMPTY', 'The file holds no text: drop it again once it is written in full.');
  }
  if (texts.length > MAX_PARAGRAPHS) {
    throw new ArticleRejected(
      'TOO_MANY_PARAGRAPHS',
      `The file has ${texts.length} paragraphs, an article at most ${MAX_PARAGRAPHS}: drop one article a file.`,
    );
  }
  for (const [index, text] of texts.entries()) {
    const size = Buffer.byteLength(text);
    if (size > MAX_PARAGRAPH_BYTES) {
      throw new ArticleRejected(
        'PARAGRAPH_TOO_LARGE',
        `Paragraph ${index + 1} has ${size} bytes, a paragraph at most ${MAX_PARAGRAPH_BYTES}: break it up with blank lines.`,
      );
    }
  }
  checkTextSize(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
}
