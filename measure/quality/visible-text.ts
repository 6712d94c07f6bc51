import { decodeHTML } from 'entities';
import type { Article } from '../../shared/article/article.ts';

/**
 * The text that a file of ninjs or NewsML-G2 shows, as its letters and digits: taken by patterns, without the readers that it
 * is to judge. Undefined where there is none, or several.
 */
export function visibleLetters(source: string): string | undefined {
  const bodies = source.trimStart().startsWith('<') ? inlineXml(source) : jsonBodies(source);
  const marked = bodies.filter((body) => /<p\b/.test(body));
  const [body] = marked.length > 0 ? marked : bodies;
  return body === undefined ? undefined : lettersOf(decodeHTML(body.replace(/<[^<>]*>/g, ' ')));
}

const inlineXml = (source: string): string[] =>
  [...source.matchAll(/<inlineXML\b[^>]*>([\s\S]*?)<\/inlineXML>/g)].map(([, body]) =>
    body!.replace(/<head>[\s\S]*?<\/head>/g, ''),
  );

function jsonBodies(source: string): string[] {
  const item = JSON.parse(source) as Record<string, unknown>;
  const listed = Array.isArray(item['bodies']) ? (item['bodies'] as { value?: string }[]) : [];
  const named = ['body_xhtml', 'body_html', 'body_text'].map((name) => item[name]);
  return [...listed.map(({ value }) => value), ...named].filter((body): body is string => typeof body === 'string');
}

/**
 * Whether an article's paragraphs are the visible text, none lost and none doubled; only headline and bylines, which the
 * file states apart, may stand above it.
 */
export function showsAll({ paragraphs, headline, bylines }: Article, visible: string): boolean {
  const apart = new Set([headline, ...bylines].flatMap((span) => (span ? [span.paragraph] : [])));
  const letters = paragraphs.map(({ text }) => lettersOf(text));
  return [letters, letters.filter((_, ordinal) => !apart.has(ordinal))].some((all) => all.join('') === visible);
}

const lettersOf = (text: string): string => text.match(/[\p{L}\p{N}]+/gu)?.join('') ?? '';
