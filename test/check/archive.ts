import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../../shared/article/parse-article.ts';
import type { Paragraph, TextSpan } from '../../shared/article/article.ts';
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

/** Where the source stands, of which goldens say the text alone: behind the words if it does, else before, else elsewhere. */
function sourceOf(text: string, paragraphs: readonly Paragraph[], { paragraph, end }: TextSpan): TextSpan {
  const here = paragraphs[paragraph]!.text;
  const elsewhere = paragraphs.find((other) => other.text.includes(text))!;
  const place = [here.indexOf(text, end), here.lastIndexOf(text)].find((found) => found >= 0);
  const start = place ?? elsewhere.text.indexOf(text);
  return { paragraph: place === undefined ? elsewhere.ordinal : paragraph, start, end: start + text.length, text };
}

/** The project's own articles, with the statements that their goldens give them. */
export const archive = (): Promise<StoredArticle[]> =>
  Promise.all(
    readdirSync(ARTICLES)
      .filter((file) => file.endsWith('.expected.json'))
      .map(async (file) => {
        const { entities, quotations } = JSON.parse(readFileSync(join(ARTICLES, file), 'utf8')) as Golden;
        const key = file.replace('.expected.json', '.txt');
        const found = entities.map(entityOf);
        const { paragraphs, ...fields } = await parseArticle(readFileSync(join(ARTICLES, key)), { key });
        return {
          article: {
            ...fields,
            key,
            revision: '1',
            status: 'READY',
            extractorVersion: 1,
            language: 'eng',
            publishedAt: '2026-11-24T06:00:00.000Z',
            paragraphCount: paragraphs.length,
            entityCount: entities.length,
            quotationCount: quotations.length,
          },
          paragraphs,
          entities: found,
          quotations: quotations.map(({ kind, speaker, source, contents }, ordinal) => {
            const spans = contents.map(spanOf);
            const name = found.find(({ id }) => id === speaker)?.name;
            return {
              ordinal,
              kind,
              contents: spans,
              quoted: kind === 'direct' ? spans : spans.flatMap(inMarks),
              cue: null,
              cueKind: null,
              source: source === null ? null : sourceOf(source, paragraphs, spans[0]!),
              speakers: speaker === null ? [] : [{ id: speaker, name: name ?? speaker }],
              speaker,
              ...(name !== undefined && { speakerName: name }),
              rule: 'golden',
              confidence: 1,
            };
          }),
        } satisfies StoredArticle;
      }),
  );
