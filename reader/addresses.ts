import { fromPathText, pathText } from '../shared/api/path-text.ts';

/** Where the page is: each has an address of its own. */
export type PageAddress =
  | { readonly page: 'latest' | 'search' | 'check'; readonly query: URLSearchParams }
  | { readonly page: 'article'; readonly key: string; readonly query: URLSearchParams }
  | { readonly page: 'entity'; readonly id: string; readonly query: URLSearchParams }
  | { readonly page: 'nowhere'; readonly query: URLSearchParams };

/** Segments that a browser takes for a way, or leaves out. */
const WAYS: ReadonlyMap<string, string> = new Map([
  ['.', '~2E'],
  ['..', '~2E~2E'],
]);

/** An S3 key keeps its slashes where no browser would change them. */
const keyText = (key: string): string => {
  const segments = key.split('/');
  const readable = segments.every((segment) => segment !== '');
  return segments.map((segment) => WAYS.get(segment) ?? pathText(segment)).join(readable ? '/' : '~2F');
};

/** Where a statement stands: what its mark and its note in the margin are named. */
export const statementAnchor = (ordinal: number): string => `statement-${ordinal}`;

export const articleAddress = (key: string, statement?: number): string =>
  `/article/${keyText(key)}${statement === undefined ? '' : `#${statementAnchor(statement)}`}`;

export const entityAddress = (id: string): string => {
  const [type = '', name = ''] = id.split('#');
  return `/entity/${type}/${keyText(name)}`;
};

/** @param query what to keep; empty values are left out. */
export const addressOf = (page: 'latest' | 'search' | 'check', query: Readonly<Record<string, string>>): string => {
  const said = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return `${page === 'latest' ? '/' : `/${page}`}${said === '' ? '' : `?${said}`}`;
};

export function placeOf({ pathname, search }: { readonly pathname: string; readonly search: string }): PageAddress {
  const query = new URLSearchParams(search);
  if (pathname === '/') return { page: 'latest', query };
  if (pathname === '/search' || pathname === '/check') return { page: pathname.slice(1) as 'search' | 'check', query };
  const [, page, rest] = /^\/(article|entity)\/(.+)$/s.exec(pathname) ?? [];
  const text = rest === undefined ? undefined : fromPathText(decoded(rest));
  if (text === undefined) return { page: 'nowhere', query };
  return page === 'article' ? { page, key: text, query } : { page: 'entity', id: text.replace('/', '#'), query };
}

/** Browsers encode what they are given, and users paste what they like. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
