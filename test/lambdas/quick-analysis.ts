import type { Article } from '../../shared/article/article.ts';
import type { Analysis, Entity, Mention, Quotation } from '../../shared/language/analysis.ts';

/** Capitalised words are people, digits dates, and what stands in straight marks is said by the last person named. */
export const quickAnalysis =
  (extractorVersion: number) =>
  async (article: Article): Promise<Analysis> => {
    await Promise.resolve();
    const entities = entitiesOf(article, extractorVersion);
    return { language: 'eng', entities, quotations: quotationsOf(article, entities) };
  };

function entitiesOf({ paragraphs }: Article, extractorVersion: number): Entity[] {
  const mentions = new Map<string, Mention[]>();
  for (const { ordinal, text } of paragraphs) {
    // A later extractor knows no names of one or two letters, and finds longer numbers only.
    const names = extractorVersion === 1 ? /\p{Lu}\p{L}*|\d+/gu : /\p{Lu}\p{L}{2,}|\d{2,}/gu;
    for (const { 0: name, index: start } of text.matchAll(names)) {
      const mention = { paragraph: ordinal, start, end: start + name.length, text: name, kind: 'name' as const };
      mentions.set(name, [...(mentions.get(name) ?? []), mention]);
    }
  }
  return [...mentions].map(([name, mentions]) => {
    const type = /^\d/.test(name) ? 'DATE' : 'PERSON';
    return {
      id: `${type}#${name.toLowerCase()}`,
      type,
      name,
      aliases: [],
      roles: [],
      salience: 1 / extractorVersion,
      mentions,
    };
  });
}

function quotationsOf({ paragraphs }: Article, entities: readonly Entity[]): Quotation[] {
  const people = entities.filter(({ type }) => type === 'PERSON');
  return paragraphs
    .flatMap(({ ordinal: paragraph, text }) =>
      [...text.matchAll(/"[^"]*"/g)].map(({ 0: words, index: start }) => ({
        paragraph,
        start,
        end: start + words.length,
        text: words,
      })),
    )
    .map((content, ordinal) => ({
      ordinal,
      kind: 'direct',
      contents: [content],
      quoted: [content],
      cue: null,
      cueKind: null,
      source: null,
      speakers: people.slice(-1).map(({ id, name }) => ({ id, name })),
      speaker: people.at(-1)?.id ?? null,
      ...(people.length > 0 && { speakerName: people.at(-1)!.name }),
      rule: 'last named',
      confidence: 1,
    }));
}
