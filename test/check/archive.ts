import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../../shared/article/parse-article.ts';
import type { TextSpan } from '../../shared/article/article.ts';
import type { Entity, Quotation } from '../../shared/language/analysis.ts';
import type { StoredArticle } from '../../shared/table/rows/article.ts';

const ARTICLES = 'test/articles';

interface Golden {
  readonly entities: readonly {
    readonly id: string;
    readonly roles?: readonly string[];
    readonly mentions: readonly string[];
  }[];
  readonly quotations: readonly {
    readonly kind: Quotation['kind'];
    readonly speaker: string | null;
    readonly source: string | null;
    readonly contents: readonly string[];
  }[];
}

/** "3:0 words" is what goldens say of a span. */
function spanOf(told: string): TextSpan {
  const [, paragraph, start, text] = /^(\d+):(\d+) (.*)$/s.exec(told) as unknown as [string, string, string, string];
  return { paragraph: Number(paragraph), start: Number(start), end: Number(start) + text.length, text };
}

function entityOf({ id, roles = [], mentions }: Golden['entities'][number]): Entity {
  const spans = mentions.map(spanOf);
  const name = spans.reduce((longest, { text }) => (text.length > longest.length ? text : longest), '');
  return {
    id,
    type: id.split('#')[0] as Entity['type'],
    name,
    aliases: [],
    roles: roles.map((text) => ({ ...spans[0]!, text })),
    salience: 0.5,
    mentions: spans.map((span) => ({ ...span, kind: 'name' })),
  };
}

/** The parts of a span in quotation marks, marks included. */
const inMarks = ({ paragraph, start, text }: TextSpan): TextSpan[] =>
  [...text.matchAll(/“[^”]*”?|"[^"]*"/g)].map(({ 0: part, index }) => ({
    paragraph,
    start: start + index,
    end: start + index + part.length,
    text: part,
  }));

/** The project's own articles, with the statements that their goldens give them. */
export const archive = (): Promise<StoredArticle[]> =>
  Promise.all(
    readdirSync(ARTICLES)
      .filter((file) => file.endsWith('.expected.json'))
      .map(async (file) => {
        const { entities, quotations } = JSON.parse(readFileSync(join(ARTICLES, file), 'utf8')) as Golden;
        const key = file.replace('.expected.json', '.txt');
        const { paragraphs, ...fields } = await parseArticle(readFileSync(join(ARTICLES, key)), { key });
        return {
          article: {
            ...fields,
            key,
            revision: '1',
            status: 'READY',
            extractor: 1,
            language: 'eng',
            publishedAt: '2026-11-24T06:00:00.000Z',
            paragraphCount: paragraphs.length,
            entityCount: entities.length,
            quotationCount: quotations.length,
          },
          paragraphs,
          entities: entities.map(entityOf),
          quotations: quotations.map(({ kind, speaker, source, contents }, ordinal) => {
            const spans = contents.map(spanOf);
            return {
              ordinal,
              kind,
              contents: spans,
              quoted: kind === 'direct' ? spans : spans.flatMap(inMarks),
              cue: null,
              cueKind: null,
              source: source === null ? null : { paragraph: 0, start: 0, end: 0, text: source },
              speakers: speaker === null ? [] : [{ id: speaker, name: speaker }],
              speaker,
              rule: 'golden',
              confidence: 1,
            };
          }),
        } satisfies StoredArticle;
      }),
  );
