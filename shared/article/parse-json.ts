import { ArticleRejected } from './article-rejected.ts';
import { MAX_JSON_DEPTH } from './limits.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws ArticleRejected where it is no JSON, or nested deeper than news is. */
export function parseJson(text: string): JsonObject | readonly unknown[] {
  if (depthOf(text) > MAX_JSON_DEPTH) {
    throw new ArticleRejected(
      'TOO_COMPLEX',
      `The JSON has objects within ${MAX_JSON_DEPTH} others, which no news has: drop ninjs, or the text of the article alone.`,
    );
  }
  const value = parsed(text);
  if (typeof value === 'object' && value !== null) return value as JsonObject | readonly unknown[];
  throw new ArticleRejected(
    'MALFORMED',
    'The JSON is a value alone, neither an object nor a list: drop ninjs, or the text of the article alone.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ArticleRejected(
      'MALFORMED',
      `The file begins as JSON and cannot be parsed (${(error as Error).message.slice(0, 200)}): export it again, or drop its text alone.`,
    );
  }
}

/** Brackets within brackets; those in strings count for nothing. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
    else if (token === '}' || token === ']') depth -= 1;
  }
  return deepest;
}

/** A value by its name in small letters: newsrooms write "bodyText" and "bodytext". Numbers count as text. */
export function stringIn(object: JsonObject, name: string): string | undefined {
  const value = valueIn(object, name);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The objects of a list, or of an object whose values they are; one object is a list of one. */
export function objectsIn(object: JsonObject, name: string): JsonObject[] {
  const value = valueIn(object, name);
  if (typeof value !== 'object' || value === null) return [];
  const isObject = (element: unknown): element is JsonObject => typeof element === 'object' && element !== null;
  if (Array.isArray(value)) return value.filter(isObject);
  const values = Object.values(value);
  return values.length > 0 && values.every(isObject) ? values : [value as JsonObject];
}

function valueIn(object: JsonObject, name: string): unknown {
  if (name in object) return object[name];
  const key = Object.keys(object).find((key) => key.toLowerCase() === name);
  return key === undefined ? undefined : object[key];
}
