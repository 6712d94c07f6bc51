import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ArticleRejected } from '../article/article-rejected.ts';
import { parseArticle } from '../article/parse-article.ts';
import { loadTagger } from '../language/3-parse/tagger.ts';
import { analyse } from '../language/analyse.ts';

const USAGE = `Usage: npm run --silent analyse -- FILE
Prints as JSON what is read from a file (text, Markdown, HTML, ninjs, NewsML-G2, NITF, mail) and found in it: its fields,
paragraphs, entities and quotations.`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
const [file] = positionals;
if (values.help) console.log(USAGE);
else if (file === undefined || positionals.length > 1) fail(USAGE, 2);
else {
  try {
    const article = await parseArticle(await readFile(file), { key: file });
    const { paragraphs, ...fields } = article;
    const analysis = await analyse(article, await loadTagger());
    console.log(JSON.stringify({ article: fields, paragraphs, ...analysis }, null, 2));
  } catch (error) {
    if (error instanceof ArticleRejected) fail(`${file} is no article (${error.code}). ${error.message}`, 1);
    else if (isNodeError(error))
      fail(`${file} cannot be read (${error.code ?? error.message}): name an existing file.`, 2);
    else throw error;
  }
}

function fail(message: string, code: number): void {
  console.error(message);
  process.exitCode = code;
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
