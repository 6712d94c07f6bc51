import type { Article } from '../../shared/article/article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import type { Analysis } from '../../shared/language/analysis.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { ARTICLES } from './articles.ts';
import { ruleTagger } from './rule-tagger.ts';

/** Has read the articles of these histories before they are lived: what takes no time leaves no step to chance. */
export async function readAhead(): Promise<void> {
  for (const bytes of Object.values(ARTICLES)) {
    const article = await parseArticle(bytes, { key: 'a' }).catch(() => undefined);
    if (article) await Promise.allSettled([1, 2].map((extractorVersion) => analyseAs(extractorVersion)(article)));
  }
}

const known = new Map<string, Promise<Analysis>>();

/** The real analysis with the tagger of this test; what it says of a text is remembered, as it is a pure function. */
export const analyseAs =
  (extractorVersion: number) =>
  (article: Article): Promise<Analysis> => {
    const id = `${extractorVersion} ${JSON.stringify(article)}`;
    const analysis = known.get(id) ?? analyseAnew(article, extractorVersion);
    known.set(id, analysis);
    return analysis;
  };

async function analyseAnew(article: Article, extractorVersion: number): Promise<Analysis> {
  if (article.paragraphs.some(({ text }) => text.includes('unstorable'))) {
    throw new ArticleRejected('RESULT_TOO_LARGE', 'A row would be too large: drop the article in parts.');
  }
  return analyse(article, ruleTagger(extractorVersion));
}
