import { type JsonObject, objectsIn, stringIn } from '../parse-json.ts';
import { descendants, type Element, rawTextOf } from '../markup/tree.ts';

/** https://schema.org/Article and what news sites write for it. */
const ARTICLE_TYPE =
  /(?:^|\/)(?:NewsArticle|Article|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|ReviewNewsArticle|BlogPosting|LiveBlogPosting|Report|AdvertiserContentArticle)$/;

/** More than a page's own graph has. */
const MOST_OBJECTS = 500;

/** What a page says about its article as JSON-LD; undefined where it says nothing, or no JSON. */
export function newsArticleIn(page: Element): JsonObject | undefined {
  for (const script of descendants(page, 'script')) {
    if (!/ld\+json/i.test(script.attributes['type'] ?? '')) continue;
    const article = articleIn(parse(rawTextOf(script)));
    if (article) return article;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\/ ?<!\[CDATA\[)|(?:-->|\/\/ ?\]\]>)\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function articleIn(root: unknown): JsonObject | undefined {
  const waiting: unknown[] = [root];
  for (let seen = 0; waiting.length > 0 && seen < MOST_OBJECTS; seen++) {
    const value = waiting.shift();
    if (Array.isArray(value)) waiting.push(...(value as unknown[]).slice(0, MOST_OBJECTS));
    else if (typeof value === 'object' && value !== null) {
      const object = value as JsonObject;
      if (typesOf(object).some((type) => ARTICLE_TYPE.test(type))) return object;
      waiting.push(...objectsIn(object, '@graph'), object['mainEntity'], object['mainEntityOfPage']);
    }
  }
  return undefined;
}

const typesOf = (object: JsonObject): string[] =>
  [object['@type']].flat().filter((type): type is string => typeof type === 'string');

/** "Jane Doe", {"name": "Jane Doe"}, or a list of these. */
export function namesIn(object: JsonObject, name: string): string[] {
  return [object[name]].flat().flatMap((part: unknown) => {
    if (typeof part === 'string') return part === '' ? [] : part;
    return typeof part === 'object' && part !== null ? nameOf(part as JsonObject) : [];
  });
}

const nameOf = (object: JsonObject): string[] | string => stringIn(object, 'name') ?? [];
