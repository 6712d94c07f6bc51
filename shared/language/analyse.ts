import type { Article, Paragraph, TextSpan } from '../article/article.ts';
import { tokenise } from './1-tokens/tokenise.ts';
import { splitSentences } from './2-sentences/split-sentences.ts';
import { claimFirstPerson } from './5-entities/first-person.ts';
import { findEntities } from './5-entities/find-entities.ts';
import { findQuotations } from './7-assemble/find-quotations.ts';
import type { Analysis } from './analysis.ts';
import { detectLanguage, reasonToSkip } from './detect-language.ts';
import type { Document, SplitSentence, Tagger } from './document.ts';

/** Entities and quotations of an article; none, with the reason, where the text is not English. */
export async function analyse(article: Article, tagger: Tagger): Promise<Analysis> {
  const { paragraphs } = article;
  const language = detectLanguage(paragraphs);
  const skipped = reasonToSkip(language);
  if (skipped) return { language, skipped, entities: [], quotations: [] };
  const parsed = { paragraphs, sentences: await tagger(paragraphs.flatMap(split)) };
  return { language, ...analyseParsed(parsed, article.headline) };
}

/** What the stages after the parser find. Synchronous; linear in the text. */
export function analyseParsed(parsed: Document, headline?: TextSpan): Pick<Analysis, 'entities' | 'quotations'> {
  const index = findEntities(parsed, headline);
  const quotations = findQuotations(parsed, index);
  return { entities: claimFirstPerson(index.entities, quotations, parsed), quotations };
}

/** The sentences of a paragraph, ready to be tagged. */
export const split = ({ ordinal, text }: Paragraph): SplitSentence[] =>
  splitSentences(tokenise(text), text).map((words) => ({ paragraph: ordinal, words }));
