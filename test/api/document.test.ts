import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { openApiDocument } from '../../shared/api/openapi.ts';

interface Described {
  readonly paths: Record<string, { get: { parameters: { name: string; in: string }[]; responses: object } }>;
}

const { paths } = openApiDocument() as Described;

/** Rows of the first table: path, parameters, answer. */
const told = [...readFileSync('docs/http-api.md', 'utf8').matchAll(/^\| `(\/[^`]*)` +\|([^|]*)\|/gm)].map(
  ([, path = '', parameters = '']) => [path, [...parameters.matchAll(/`(\w+)`/g)].map(([, name]) => name!)] as const,
);

test('docs/http-api.md names each path with the parameters that it takes, as /openapi.json does', () => {
  const described = Object.entries(paths).map(
    ([path, { get }]) => [path, get.parameters.filter((one) => one.in === 'query').map(({ name }) => name)] as const,
  );
  expect(Object.fromEntries(told.map(([path, names]) => [path, [...names].sort()]))).toEqual(
    Object.fromEntries(described.map(([path, names]) => [path, [...names].sort()])),
  );
});

test('each answer of /openapi.json says what a failure looks like', () => {
  for (const { get } of Object.values(paths)) expect(Object.keys(get.responses)).toEqual(['200', '304', '4XX', '5XX']);
});
