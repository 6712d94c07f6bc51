import { readFile } from 'node:fs/promises';
import { parseArticle } from '../article/parse-article.ts';
import { loadTagger } from '../language/3-parse/tagger.ts';
import { split } from '../language/analyse.ts';
import { explainArticle } from './explain-article.ts';

/** `npm run explain -- FILE`: why each quotation of an article is as it is. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error(
    'Usage: npm run --silent explain -- FILE\nSays of each quotation of an article (UTF-8 plain text) which rule decided and why.',
  );
  process.exitCode = 2;
} else {
  const { paragraphs } = await parseArticle(await readFile(file), { key: file });
  const tag = await loadTagger();
  console.log(explainArticle({ paragraphs, sentences: await tag(paragraphs.flatMap(split)) }));
}
