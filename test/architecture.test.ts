import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from '@jest/globals';

/** A row of the drawing in shared/README.md: a folder, what it is, and what it may import beside itself. */
const ROW = /^\| `([^`]+)` *\|[^|\n]+\|([^|\n]*)\|$/gm;

/** Who may import whom, as shared/README.md draws it, from the top down. Packages are checked below. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...readFileSync('shared/README.md', 'utf8').matchAll(ROW)].map(([, folder, imports]) => [
    folder!,
    [...imports!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  ]),
);

/** The only places that talk to AWS. */
const AWS_SDK_ALLOWED = [
  'shared/events',
  'shared/backfill',
  'shared/table',
  'shared/inbox',
  'shared/extractions',
  'shared/lambda',
  'shared/cli',
  'shared/browse',
  'infra/local',
  'infra/preflight',
  'infra/rehearsal',
  'lambdas',
  'measure/bench',
  'measure/load',
];

const sources = ['infra', 'lambdas', 'measure', 'reader', 'shared'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/')),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm)].map((match) => match[1]!);

const folderOf = (path: string): string =>
  path.startsWith('shared/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!;

test.each(sources)('%s imports only what its folder may', (file) => {
  const folder = folderOf(file);
  const allowed = ALLOWED[folder];
  const forbidden = importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => folderOf(normalize(join(dirname(file), specifier))))
    .filter((target) => target !== folder && !allowed?.includes(target));
  expect(forbidden).toEqual([]);
});

test.each(sources)('%s imports an AWS SDK only at the edge', (file) => {
  const sdk = importsOf(file).filter((specifier) => specifier.startsWith('@aws-sdk/'));
  expect(sdk.length === 0 || AWS_SDK_ALLOWED.some((folder) => file.startsWith(`${folder}/`))).toBe(true);
});

test('the drawing has every folder, and each imports only what stands below it', () => {
  const drawn = Object.keys(ALLOWED);
  expect([...drawn].sort()).toEqual([...new Set(sources.map(folderOf))].sort());
  const upwards = drawn.flatMap((folder, row) =>
    ALLOWED[folder]!.filter((target) => drawn.includes(target) && drawn.indexOf(target) <= row).map(
      (target) => `${folder} -> ${target}`,
    ),
  );
  expect(upwards).toEqual([]);
});

test('the drawing has no import that nobody makes', () => {
  const made = new Set(
    sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => `${folderOf(file)} -> ${folderOf(normalize(join(dirname(file), specifier)))}`),
    ),
  );
  const drawn = Object.entries(ALLOWED).flatMap(([folder, targets]) =>
    targets.map((target) => `${folder} -> ${target}`),
  );
  expect(drawn.filter((edge) => !made.has(edge))).toEqual([]);
});

/** The number of a stage of the language; undefined for what all stages share. */
const stageOf = (path: string): number | undefined => {
  const stage = /^shared\/language\/(\d)-/.exec(path)?.[1];
  return stage === undefined ? undefined : Number(stage);
};

const stages = sources.filter((file) => stageOf(file) !== undefined);

test.each(stages)('%s imports no later stage', (file) => {
  const own = stageOf(file) ?? 0;
  const later = importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(file), specifier)))
    .filter((target) => (stageOf(target) ?? 0) > own);
  expect(later).toEqual([]);
});

const onlyTypes = (names: string): boolean =>
  names.split(',').every((name) => /^(?:type .*)?$/.test(name.replace(/[{}]/g, '').trim()));

test('no file imports itself by way of others', () => {
  // Types may speak of one another: of them nothing is loaded.
  const relative = (file: string): string[] =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b(?! type\b)([^;]*?)\bfrom '(\.[^']+)'/gm)]
      .filter(([, names]) => !onlyTypes(names!))
      .map(([, , specifier]) => normalize(join(dirname(file), specifier!)));
  const graph = new Map(sources.map((file) => [file, relative(file)]));
  const done = new Set<string>();
  const circleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = circleFrom(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  expect(sources.flatMap((file) => circleFrom(file, []) ?? [])).toEqual([]);
});
