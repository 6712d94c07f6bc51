import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';

/** Prints what is found in each article of the command line, as JSON; bundled by main.ts, and run by both Nodes. */
const tagger = await loadTagger();
const found = [];
for (const file of process.argv.slice(2)) {
  const analysis = await analyse(await parseArticle(readFileSync(file)), tagger);
  found.push({ article: basename(file), analysis });
}
process.stdout.write(JSON.stringify({ processor: process.arch, found }));
