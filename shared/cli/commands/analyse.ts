import { Command } from '@commander-js/extra-typings';
import { ArticleRejected } from '../../article/article-rejected.ts';
import { parseArticle } from '../../article/parse-article.ts';
import { analyse } from '../../language/analyse.ts';
import { loadTagger } from '../../language/3-parse/tagger.ts';
import { findFiles } from '../find-files.ts';
import { readInput, STANDARD_INPUT } from '../standard-input.ts';

export const analyseCommand = new Command('analyse')
  .description('Print what is found in articles as JSON, one a line: no stack is needed, and nothing is stored.')
  .argument('<file|folder...>', 'as "put" takes them; "-" is standard input')
  .option('--pretty', 'over many lines, for people', false)
  .action(async (names, { pretty }) => {
    const drops = names.includes(STANDARD_INPUT)
      ? [{ path: STANDARD_INPUT, key: STANDARD_INPUT }]
      : findFiles(names, process.cwd());
    const tagger = await loadTagger();
    for (const { path, key } of drops) {
      try {
        const article = await parseArticle(await readInput(path), { key });
        const { paragraphs, ...fields } = article;
        const found = { key, article: fields, paragraphs, ...(await analyse(article, tagger)) };
        console.log(JSON.stringify(found, undefined, pretty ? 2 : undefined));
      } catch (error) {
        if (!(error instanceof ArticleRejected)) throw error;
        console.error(`${key} is no article (${error.code}). ${error.message}`);
        process.exitCode = 1;
      }
    }
  });
