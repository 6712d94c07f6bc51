import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnnotatedArticle } from '../measure/quality/statement-corpus.ts';
import { readAnnotation } from './read-annotation.ts';

/**
 * `npx tsx corpus/resolve.ts`: writes tune.jsonl, held-out.jsonl and second-reading.jsonl from texts/ and readings/.
 * `npx tsx corpus/resolve.ts FILE ...` only checks readings, such as those of a second reader. Fails on the first
 * words that a text does not hold.
 */
const here = fileURLToPath(new URL('.', import.meta.url));

export async function readArticle(id: string): Promise<string[]> {
  return (await readFile(join(here, 'texts', `${id}.txt`), 'utf8')).split('\n').filter((line) => line !== '');
}

/** The articles of a reading, in the order of articles.jsonl. */
export async function readReading(reading: string): Promise<AnnotatedArticle[]> {
  const folder = join(here, 'readings', reading);
  const files = new Set(await readdir(folder));
  const rows = (await readFile(join(here, 'articles.jsonl'), 'utf8')).trim().split('\n');
  const drawn = rows.map((row) => JSON.parse(row) as AnnotatedArticle);
  const strange = [...files].find((file) => !drawn.some(({ id }) => `${id}.txt` === file));
  if (strange !== undefined) throw new Error(`${join(folder, strange)} is a reading of no article of articles.jsonl.`);
  return Promise.all(
    drawn
      .filter(({ id }) => files.has(`${id}.txt`))
      .map((article) => resolve(article, join(folder, `${article.id}.txt`))),
  );
}

async function resolve(article: AnnotatedArticle, file: string): Promise<AnnotatedArticle> {
  const paragraphs = await readArticle(article.id);
  try {
    return { ...article, paragraphs, ...readAnnotation(await readFile(file, 'utf8'), paragraphs) };
  } catch (error) {
    throw new Error(`${file}, ${(error as Error).message}`, { cause: error });
  }
}

async function main(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const id = file.replace(/^.*\//, '').replace(/\.txt$/, '');
    const { statements, lookalikes, entities } = await resolve({ id } as AnnotatedArticle, file);
    console.log(`${id}: ${statements.length} statements, ${lookalikes.length} look-alikes, ${entities.length} names`);
  }
  if (files.length > 0) return;
  const articles = await readReading('first');
  for (const split of ['tune', 'held-out'] as const)
    await write(
      split,
      articles.filter((article) => article.split === split),
    );
  await write('second-reading', await readReading('second'));
}

async function write(name: string, articles: readonly AnnotatedArticle[]): Promise<void> {
  await writeFile(join(here, `${name}.jsonl`), articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  console.log(`${name}.jsonl: ${articles.length} articles`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
