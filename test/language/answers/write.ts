import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArticle } from '../../../shared/article/parse-article.ts';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { split } from '../../../shared/language/analyse.ts';
import { storyOf } from '../../../shared/language/searched-paragraphs.ts';
import { readJsonLines } from '../../../measure/quality/json-lines.ts';
import { annotatedArticleSchema, judgedRowSchema } from '../../../measure/quality/statement-corpus.ts';
import { writeCases, type StoredCase } from '../trees/stored-cases.ts';
import { answerTo } from './answer-to.ts';
import { answersOf, ARTICLE_SETS, readArticles, treesOf, type ArticleSet } from './stored-articles.ts';

/**
 * `npm run write:answers`: what the rules find now in the stored articles, to be reviewed as a diff. Draws with the tagger the trees
 * of articles that have none, or another text; the other trees stay, so that a retrained model moves no answer.
 */
interface Text {
  readonly name: string;
  readonly texts: readonly string[];
}

const ARTICLES = 'test/articles';

/** Single sentences of corpus/rows.jsonl that stand together as the paragraphs of one text. */
const TOGETHER = 10;

const readTexts: Readonly<Record<ArticleSet, () => Promise<Text[]>>> = {
  tune: async () =>
    (await readJsonLines('corpus/tune.jsonl', annotatedArticleSchema)).map(({ id, paragraphs }) => ({
      name: id,
      texts: paragraphs,
    })),
  articles: () =>
    Promise.all(
      readdirSync(ARTICLES)
        .filter((file) => file.endsWith('.txt'))
        .map(async (file) => {
          const article = await parseArticle(readFileSync(join(ARTICLES, file)), { key: file });
          return { name: basename(file, '.txt'), texts: storyOf(article).map(({ text }) => text) };
        }),
    ),
  sentences: async () => {
    const rows = await readJsonLines('corpus/rows.jsonl', judgedRowSchema);
    const texts = [...new Set(rows.map(({ text }) => text))];
    return Array.from({ length: Math.ceil(texts.length / TOGETHER) }, (_, group) => ({
      name: `sentences ${group + 1}`,
      texts: texts.slice(TOGETHER * group, TOGETHER * (group + 1)),
    }));
  },
};

async function withTree({ name, texts }: Text, stored: readonly StoredCase[]): Promise<StoredCase> {
  const known = stored.find((article) => article.name === name && article.marked.join('\n') === texts.join('\n'));
  if (known) return known;
  const paragraphs = texts.map((text, ordinal) => ({ ordinal, text }));
  const tag = await loadTagger();
  console.log(`${name}: a tree is drawn`);
  return { name, marked: texts, fields: [], document: { paragraphs, sentences: await tag(paragraphs.flatMap(split)) } };
}

for (const set of ARTICLE_SETS) {
  const stored = await readArticles(set);
  const articles: StoredCase[] = [];
  for (const text of await readTexts[set]()) articles.push(await withTree(text, stored));
  writeFileSync(treesOf(set), writeCases(articles));
  writeFileSync(answersOf(set), (await readArticles(set)).map(answerTo).join(''));
}
