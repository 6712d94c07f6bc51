import { parseArticle } from '../../../shared/article/parse-article.ts';
import { analyse } from '../../../shared/language/analyse.ts';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';

/** Names of a text as they are written, with their types, dates and amounts aside: "PERSON Olga Firth". */
export async function namesIn(text: string): Promise<string[]> {
  const { entities } = await analyse(await parseArticle(Buffer.from(text)), await loadTagger());
  return entities
    .filter(({ type }) => !/^(?:DATE|MONEY|QUANTITY)$/.test(type))
    .flatMap(({ type, mentions }) => mentions.flatMap(({ kind, text }) => (kind === 'name' ? [`${type} ${text}`] : [])))
    .toSorted();
}
