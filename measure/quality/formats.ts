import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import type { Measure } from './measure.ts';

/** Words of the story against those of a reference text, as bags: order aside. */
interface Overlap {
  readonly recall: number;
  readonly precision: number;
}

interface FileResult {
  readonly name: string;
  readonly told: string;
  readonly overlap?: Overlap;
}

/**
 * Every file of a folder: what was read from it, or the code that it was refused by. Where a text lies beside a page
 * (`page.html`, `page.txt`), the words of the story are compared with it.
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
  const measured = results.flatMap(({ overlap }) => overlap ?? []);
  const mean = (part: keyof Overlap) =>
    percent(measured.reduce((sum, overlap) => sum + overlap[part], 0) / measured.length);
  const good = measured.filter(({ recall, precision }) => recall >= 0.95 && precision >= 0.95).length;
  return [
    ...results.map(({ name, told, overlap }) =>
      [name.padEnd(72), overlap ? `${percent(overlap.recall)} ${percent(overlap.precision)} ` : '', told].join(' '),
    ),
    ...(measured.length > 0
      ? [
          `${measured.length} pages: mean recall ${mean('recall')}, precision ${mean('precision')}; both at least 95: ${good}`,
        ]
      : []),
  ].join('\n');
};

/** A text beside a page is what a reader took from it, not a file to read. */
const isReference = (file: string): boolean => file.endsWith('.txt') && existsSync(file.replace(/\.txt$/, '.html'));

async function resultOf(file: string, name: string): Promise<FileResult> {
  try {
    const article = await parseArticle(readFileSync(file), { key: file });
    const reference = file.replace(/\.html$/, '.txt');
    const text = file.endsWith('.html') && existsSync(reference) ? readFileSync(reference, 'utf8').trim() : '';
    return { name, told: tell(article), ...(text !== '' && { overlap: overlapOf(article, text) }) };
  } catch (error) {
    if (error instanceof ArticleRejected) return { name, told: error.code };
    throw error;
  }
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
  const expected = wordsIn(reference);
  const counts = new Map<string, number>();
  for (const word of expected) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return { recall: shared / Math.max(1, expected.length), precision: shared / Math.max(1, found.length) };
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
