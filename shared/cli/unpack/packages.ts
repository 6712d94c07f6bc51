import { bodyOf } from '../../article/readers/ninjs.ts';
import { type JsonObject, objectsIn, parseJson, stringIn } from '../../article/parse-json.ts';
import { type BadMember, type Member, memberName } from './member.ts';

/** The items of a list, or those that a package carries, each as it stands there; undefined where it holds none. */
export function unpackJson(text: string): readonly (Member | BadMember)[] | undefined {
  const json = parseJson(text);
  const items = Array.isArray(json)
    ? (json as readonly unknown[])
    : [...objectsIn(json as JsonObject, 'associations'), ...objectsIn(json as JsonObject, 'items')];
  const isOne = !Array.isArray(json) && bodyOf(json as JsonObject) !== undefined;
  if (isOne || items.length === 0) return undefined;
  return items.map((item, index): Member | BadMember => {
    const isObject = typeof item === 'object' && item !== null;
    const object: JsonObject = isObject ? (item as JsonObject) : {};
    const identifier = stringIn(object, 'uri') ?? stringIn(object, 'id');
    const body = Buffer.from(JSON.stringify(item));
    const name = memberName(identifier ?? `item ${index + 1} ${body.toString()}`, '.json');
    if (bodyOf(object) === undefined) return { name, problem: 'the item has no text' };
    return { name, body, contentType: 'application/json' };
  });
}

const NEWS_ITEM = /<((?:[\w.-]+:)?newsItem)\b[^>]*>[\s\S]*?<\/\1\s*>/g;

/** The news items of a NewsML-G2 message; undefined where it holds one or none. */
export function unpackNewsMl(text: string): readonly Member[] | undefined {
  const items = [...text.matchAll(NEWS_ITEM)].map(([item]) => item);
  if (items.length < 2) return undefined;
  return items.map((item) => ({
    name: memberName(/\bguid\s*=\s*["']([^"']+)/.exec(item)?.[1] ?? item, '.xml'),
    body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${item}`),
    contentType: 'application/vnd.iptc.g2.newsitem+xml',
  }));
}
