import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decodeHTML } from 'entities';
import type { Article } from '../../shared/article/article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import type { Measure } from './measure.ts';
import { showsAll, visibleLetters } from './visible-text.ts';

/** Shares of words, as bags: order aside. */
interface Overlap {
  /** Of the reference in any paragraph that is kept, headline, bylines and those with a role among them. */
  readonly kept: number;
  /** Of the reference in the story. */
  readonly recall: number;
  /** Of the story in the reference. */
  readonly precision: number;
}

/** Of a text that was taken from a page the words are in the page; else somebody noted something about it. */
const LEAST_IN_PAGE = 0.7;

/** IPTC's examples that are no texts, by their names: pictures, video, events, packages, pieces, schemas. */
const NO_TEXT = /photo|event|package|schema|_metadata_|located_subject|\.xsd$/i;

interface FileResult {
  readonly name: string;
  readonly told: string;
  readonly overlap?: Overlap;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
}

/**
 * Every file of a folder: what was read from it, or the code that it was refused by. Where a text lies beside a page
 * (`page.html`, `page.txt`), the words of page and text are compared; else a text must have headline, paragraphs and its
 * visible text whole, and what is none must be refused.
 * @throws Error where a file is not read so.
 */
export const evaluateFormats: Measure = async (folder) => {
  if (!existsSync(folder)) return `skipped: ${folder} is not there`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isReference(file))
    .sort();
  const results: FileResult[] = [];
  for (const file of files) results.push(await resultOf(file, relative(folder, file)));
  const lines = [
    ...results.map(({ name, told, overlap }) =>
      [name.padEnd(76), overlap ? percents(overlap).join(' ') : ''.padEnd(17), told].join(' '),
    ),
    ...summaryOf(results),
  ];
  const faults = results.flatMap(({ name, fault }) => (fault === undefined ? [] : `${name}: ${fault}`));
  if (faults.length > 0) throw new Error([...lines, 'Not read as they should be:', ...faults].join('\n'));
  return lines.join('\n');
};

function summaryOf(results: readonly FileResult[]): string[] {
  const measured = results.flatMap(({ overlap }) => overlap ?? []);
  if (measured.length === 0) return [];
  const mean = (part: keyof Overlap) => measured.reduce((sum, overlap) => sum + overlap[part], 0) / measured.length;
  const means = { kept: mean('kept'), recall: mean('recall'), precision: mean('precision') };
  const reached = (part: 'kept' | 'recall') =>
    measured.filter((overlap) => overlap[part] >= 0.95 && overlap.precision >= 0.95).length;
  return [
    `${'mean'.padEnd(76)} ${percents(means).join(' ')} of ${measured.length} pages with a reference`,
    `precision and words kept both at least 95: ${reached('kept')}; precision and words in the story: ${reached('recall')}`,
  ];
}

/** A text beside a page is what a reader took from it, not a file to read. */
const isReference = (file: string): boolean => file.endsWith('.txt') && existsSync(file.replace(/\.txt$/, '.html'));

async function resultOf(file: string, name: string): Promise<FileResult> {
  const bytes = readFileSync(file);
  const isPage = file.endsWith('.html');
  try {
    const article = await parseArticle(bytes, { key: file });
    if (!isPage) return { name, told: tell(article), fault: faultOf(article, bytes.toString(), name) };
    const reference = file.replace(/\.html$/, '.txt');
    const text = existsSync(reference) ? readFileSync(reference, 'utf8').trim() : '';
    if (text === '') return { name, told: tell(article) };
    if (!isTakenFrom(bytes.toString(), text)) return { name, told: `${tell(article)}; its reference is no text of it` };
    return { name, told: tell(article), overlap: overlapOf(article, text) };
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    const isRight = isPage ? bytes.length === 0 : NO_TEXT.test(name);
    return { name, told: error.code, fault: isRight ? undefined : `a text, refused as ${error.code}` };
  }
}

/** Of a text that is read. */
function faultOf(article: Article, source: string, name: string): string | undefined {
  if (NO_TEXT.test(name)) return 'read as an article';
  if (article.headline === undefined) return 'without headline';
  if (article.publishedAt === undefined && /<versionCreated|"(?:versioncreated|firstcreated)"/i.test(source)) {
    return 'without its date';
  }
  const visible = visibleLetters(source);
  return visible !== undefined && showsAll(article, visible) ? undefined : 'its paragraphs are not the visible text';
}

function isTakenFrom(page: string, text: string): boolean {
  const words = new Set(wordsIn(decodeHTML(page.replace(/<[^<>]*>/g, ' '))));
  const expected = wordsIn(text);
  // Notes are in capitals: a word is the same as the page writes it.
  return expected.filter((word) => words.has(word)).length >= expected.length * LEAST_IN_PAGE && /\p{Ll}/u.test(text);
}

function tell({ format, encoding, paragraphs, headline, publishedAt, statedLanguage }: Article): string {
  const story = paragraphs.filter(({ role }) => role === undefined).length;
  return [
    `READY ${format ?? ''} ${encoding ?? ''}`,
    publishedAt?.slice(0, 16) ?? 'no date',
    statedLanguage ?? '',
    `${story} of ${paragraphs.length} paragraphs`,
    headline ? `“${headline.text.slice(0, 60)}”` : 'no headline',
  ].join(', ');
}

function overlapOf({ paragraphs, headline, bylines }: Article, reference: string): Overlap {
  const apart = new Set([headline, ...bylines].flatMap((span) => (span ? [span.paragraph] : [])));
  const story = paragraphs.filter(({ ordinal, role }) => role === undefined && !apart.has(ordinal));
  const found = wordsIn(story.map(({ text }) => text).join('\n'));
  const kept = wordsIn(paragraphs.map(({ text }) => text).join('\n'));
  const expected = wordsIn(reference);
  const shared = sharedWords(expected, found);
  return {
    kept: sharedWords(expected, kept) / Math.max(1, expected.length),
    recall: shared / Math.max(1, expected.length),
    precision: shared / Math.max(1, found.length),
  };
}

function sharedWords(expected: readonly string[], found: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of expected) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return shared;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const percents = ({ kept, recall, precision }: Overlap): string[] =>
  [kept, recall, precision].map((share) => (100 * share).toFixed(1).padStart(5));
