import type { Article, Paragraph, TextSpan } from '../article/article.ts';
import { tokenise } from './1-tokens/tokenise.ts';
import { splitSentences } from './2-sentences/split-sentences.ts';
import { findEntities } from './5-entities/find-entities.ts';
import { assemble } from './7-assemble/assemble.ts';
import { annotate } from './annotate.ts';
import type { Analysis } from './analysis.ts';
import { detectLanguages, englishParagraphs, reasonToSkip } from './detect-language.ts';
import type { Document, SplitSentence, Tagger } from './document.ts';
import { SearchedParagraphs, storyOf } from './searched-paragraphs.ts';

/**
 * Entities and quotations of an article: of its story, in its English paragraphs; none, with the reason, where the text is
 * in another language.
 */
export async function analyse(article: Article, tagger: Tagger): Promise<Analysis> {
  const story = storyOf(article);
  const languages = detectLanguages(story, article.statedLanguage);
  const { language, others } = languages;
  const english = englishParagraphs(story, languages);
  const skipped = reasonToSkip(language, english.length > 0);
  const about = {
    language,
    ...(others.length > 0 && { otherLanguages: others }),
    ...(skipped !== undefined && { skipped }),
  };
  if (english.length === 0) return { ...about, entities: [], quotations: [] };

  const searched = new SearchedParagraphs(english);
  const { paragraphs } = searched;
  const dateline = searched.within(article.dateline);
  const sentences = await tagger(paragraphs.flatMap((paragraph) => splitWithout(dateline, paragraph)));
  const found = analyseParsed(
    { paragraphs, sentences, ...(article.publishedAt !== undefined && { publishedAt: article.publishedAt }) },
    searched.within(article.headline),
  );
  return { ...about, ...searched.inArticle(found) };
}

/** What the stages after the parser find. Synchronous; linear in the text. */
export function analyseParsed(parsed: Document, headline?: TextSpan): Pick<Analysis, 'entities' | 'quotations'> {
  const document = annotate(parsed);
  return assemble(document, findEntities(document), headline);
}

/** The sentences of a paragraph, ready to be tagged. */
export const split = (paragraph: Paragraph): SplitSentence[] => splitWithout(undefined, paragraph);

/** The same, a dateline by itself. */
function splitWithout(dateline: TextSpan | undefined, { ordinal, text }: Paragraph): SplitSentence[] {
  const words = tokenise(text);
  const inDateline = dateline?.paragraph === ordinal ? words.filter(({ end }) => end <= dateline.end) : [];
  const story = words.slice(inDateline.length);
  return [...(inDateline.length > 0 ? [inDateline] : []), ...splitSentences(story, text)].map((sentence) => ({
    paragraph: ordinal,
    words: sentence,
  }));
}
