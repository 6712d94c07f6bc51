import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../shared/article/article.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { analyse } from '../../shared/language/analyse.ts';
import type { Entity } from '../../shared/language/analysis.ts';
import { readJsonLines } from './json-lines.ts';
import { cachedTagger } from './tagged.ts';

/** An article of a corpus, and what the product finds in it. */
export interface ReadArticle {
  readonly name: string;
  readonly article: Article;
  readonly entities: readonly Entity[];
}

/**
 * The articles of text files, of directories of text files, and of `.jsonl` files of tokenised sentences in the order of
 * their texts (GMB's Voice of America); of each path the first `most`.
 */
export async function* readArticles(paths: readonly string[], most = Infinity): AsyncGenerator<ReadArticle> {
  const tagger = await cachedTagger();
  for (const path of paths) {
    for (const { name, text } of (await textsOf(path)).slice(0, most)) {
      const article = await parseArticle(Buffer.from(text));
      yield { name, article, entities: (await analyse(article, tagger)).entities };
    }
  }
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

async function textsOf(path: string): Promise<NamedText[]> {
  if (path.endsWith('.jsonl')) return articlesOf(await readJsonLines(path, sentence));
  const files = (await stat(path)).isDirectory()
    ? (await readdir(path)).filter((file) => file.endsWith('.txt')).map((file) => join(path, file))
    : [path];
  return Promise.all(files.sort().map(async (file) => ({ name: basename(file), text: await readFile(file, 'utf8') })));
}

const sentence = z.object({ id: z.string(), tokens: z.array(z.string()) });
type TokenisedSentence = z.output<typeof sentence>;

/** Names are compared by so many letters: "China" and "Chinese" are of one article. */
const STEM = 4;
const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August)$|^\w+ber$/;

/**
 * The corpus does not say where an article begins: taken to be where a sentence of two names or more shares none with the
 * article before it, and does not begin with a pronoun or an article.
 */
function articlesOf(sentences: readonly TokenisedSentence[]): NamedText[] {
  const articles: { name: string; paragraphs: string[]; stems: Set<string> }[] = [];
  for (const { id, tokens } of sentences) {
    const names = tokens.filter((token) => /^\p{Lu}[\p{L}.]*\p{L}/u.test(token) && !CALENDAR.test(token));
    const stems = names.map((name) => name.slice(0, STEM));
    const current = articles.at(-1);
    const begins = !/^(?:The|He|She|It|They|But|In|On|His|Her|This|That|A|Mr\.)$/.test(tokens[0] ?? '');
    if (current && (!begins || new Set(stems).size < 2 || stems.some((stem) => current.stems.has(stem)))) {
      current.paragraphs.push(written(tokens));
      for (const stem of stems) current.stems.add(stem);
    } else articles.push({ name: id, paragraphs: [written(tokens)], stems: new Set(stems) });
  }
  return articles.map(({ name, paragraphs }) => ({ name, text: paragraphs.join('\n\n') }));
}

/** Tokens as one would write them. */
function written(tokens: readonly string[]): string {
  let isOpen = false;
  const marked = tokens.map((token) => {
    if (token !== '"') return token;
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
  return marked
    .join(' ')
    .replaceAll('~', ' ')
    .replace(/ (?=[,.;:?!%)”]|['’]s?\b|n't\b)/g, '')
    .replace(/(?<=[“($]) /g, '');
}
