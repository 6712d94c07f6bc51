import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { analyse } from '../../shared/language/analyse.ts';
import type { Tagger } from '../../shared/language/document.ts';
import { paragraphItem } from '../../shared/table/rows/paragraph.ts';
import { directoryItems } from '../../shared/table/rows/name.ts';
import { entityItems } from '../../shared/table/rows/entity.ts';
import { checkSizes } from '../../shared/table/item-size.ts';
import { furtherSpeakerItems, quotationItems } from '../../shared/table/rows/quotation.ts';

const AT = { key: 'hostile', revision: '0'.repeat(32), extractorVersion: 1, publishedAt: '2026-11-24T06:00:00.000Z' };

/** All that both functions do with a file but talk to AWS. @returns READY, or the code of its rejection, and its rows. */
export async function processFile(bytes: Uint8Array, tagger: Tagger): Promise<{ outcome: string; rows: number }> {
  try {
    const article = await parseArticle(bytes);
    const { entities, quotations } = await analyse(article, tagger);
    const items = [
      ...article.paragraphs.map((paragraph) => paragraphItem(AT.key, AT.revision, paragraph)),
      ...entityItems(AT, entities),
      ...directoryItems(AT, entities),
      ...quotationItems(AT, quotations),
      ...furtherSpeakerItems(AT, quotations),
    ];
    checkSizes(items);
    return { outcome: 'READY', rows: items.length + 1 };
  } catch (error) {
    if (error instanceof ArticleRejected) return { outcome: error.code, rows: 1 };
    throw error;
  }
}
