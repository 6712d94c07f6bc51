import type { EntityType } from '../../shared/language/document.ts';

/** Tokens [first, end); the gold's may be of a type that has no counterpart here. */
interface Span<T = EntityType> {
  readonly first: number;
  readonly end: number;
  readonly type: T;
}

/** A record's words with what was found and what the gold has. */
export interface Compared {
  readonly tokens: readonly string[];
  readonly found: readonly Span[];
  readonly gold: readonly Span<EntityType | undefined>[];
}

/** What is right or wrong with a span that was found, and what was missed. */
export const ERROR_KINDS = [
  'right',
  'type differs, borders agree',
  'borders differ, type agrees',
  'borders and type differ',
  'gold has a name of a type that is not counted',
  'gold has no name, but the same words elsewhere',
  'gold has no name, and the words nowhere',
  'missed: nothing found there',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

const wordsOf = ({ tokens }: Compared, { first, end }: Span<unknown>): string => tokens.slice(first, end).join(' ');

/** For each type how often each kind occurs: of the spans that were found, and of the gold's that nothing found touches. */
export function countErrorKinds(records: readonly Compared[]): Map<EntityType, Map<ErrorKind, number>> {
  const named = new Set(records.flatMap((record) => record.gold.map((span) => wordsOf(record, span))));
  const counts = new Map<EntityType, Map<ErrorKind, number>>();
  const count = (type: EntityType, kind: ErrorKind): void => {
    const kinds = counts.get(type) ?? new Map<ErrorKind, number>();
    counts.set(type, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  };
  for (const record of records) {
    for (const span of record.found) count(span.type, kindOf(span, record, named));
    for (const span of record.gold) {
      const isFound = record.found.some((other) => overlap(span, other));
      if (span.type !== undefined && !isFound) count(span.type, 'missed: nothing found there');
    }
  }
  return counts;
}

function kindOf(span: Span, record: Compared, named: ReadonlySet<string>): ErrorKind {
  const touched = record.gold.filter((other) => overlap(span, other));
  if (touched.length === 0)
    return named.has(wordsOf(record, span))
      ? 'gold has no name, but the same words elsewhere'
      : 'gold has no name, and the words nowhere';
  const counted = touched.filter(({ type }) => type !== undefined);
  if (counted.length === 0) return 'gold has a name of a type that is not counted';
  const same = counted.find(({ first, end }) => first === span.first && end === span.end);
  if (same) return same.type === span.type ? 'right' : 'type differs, borders agree';
  return counted.some(({ type }) => type === span.type) ? 'borders differ, type agrees' : 'borders and type differ';
}

const overlap = (one: Span<unknown>, other: Span<unknown>): boolean => one.first < other.end && other.first < one.end;

/** One row a kind, one column a type. */
export function errorTable(records: readonly Compared[], types: readonly EntityType[]): string {
  const counts = countErrorKinds(records);
  const row = (title: string, cells: readonly (string | number)[]): string =>
    [title.padEnd(48), ...cells.map((cell) => String(cell).padStart(13))].join('');
  return [
    row('', types),
    ...ERROR_KINDS.map((kind) =>
      row(
        kind,
        types.map((type) => counts.get(type)?.get(kind) ?? 0),
      ),
    ),
  ].join('\n');
}
