import type { Article } from '../../shared/article/article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import type { Analysis } from '../../shared/language/analysis.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { ruleTagger } from './rule-tagger.ts';

const known = new Map<string, Promise<Analysis>>();

/** The real analysis with the tagger of this test; what it says of a text is remembered, as it is a pure function. */
export const analyseAs =
  (extractor: number) =>
  (article: Article): Promise<Analysis> => {
    const id = `${extractor} ${JSON.stringify(article)}`;
    const analysis = known.get(id) ?? analyseAnew(article, extractor);
    known.set(id, analysis);
    return analysis;
  };

async function analyseAnew(article: Article, extractor: number): Promise<Analysis> {
  if (article.paragraphs.some(({ text }) => text.includes('unstorable'))) {
    throw new ArticleRejected('RESULT_TOO_LARGE', 'A row would be too large: drop the article in parts.');
  }
  return analyse(article, ruleTagger(extractor));
}
