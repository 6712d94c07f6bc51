import { existsSync } from 'node:fs';
import { readCases, type StoredCase } from '../trees/stored-cases.ts';

/** Articles with their trees, and beside them what the rules find in these: `npm run write:answers` writes both. */
export const ARTICLE_SETS = ['tune', 'articles', 'sentences'] as const;
export type ArticleSet = (typeof ARTICLE_SETS)[number];

export const treesOf = (set: ArticleSet): string => `test/language/answers/${set}.conllu`;
export const answersOf = (set: ArticleSet): string => `test/language/answers/${set}.txt`;

export const readArticles = async (set: ArticleSet): Promise<StoredCase[]> =>
  existsSync(treesOf(set)) ? readCases(treesOf(set)) : [];
