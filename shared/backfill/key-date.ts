/** A date in the names of an archive's files: `{yyyy}/{mm}/{dd}`, anywhere in the key. */
export interface KeyDatePattern {
  /** As it was given. */
  readonly text: string;
  readonly expression: RegExp;
}

/** What a place of the pattern takes; a year begins with 1 or 2, so that other numbers are no years. */
const PLACES: Readonly<Record<string, string>> = {
  '{yyyy}': '(?<year>[12]\\d{3})',
  '{mm}': '(?<month>0[1-9]|1[0-2])',
  '{dd}': '(?<day>0[1-9]|[12]\\d|3[01])',
};

/** Characters that stand for anything within one folder of the key. */
const WILDCARD = '[^/]*';

/**
 * @param text `{yyyy}`, `{mm}` and `{dd}`, each at most once, with what stands between them; `*` is anything within a folder.
 * @throws Error that tells what a pattern takes.
 */
export function keyDatePattern(text: string): KeyDatePattern {
  const parts = text.split(/(\{[a-z]+\}|\*)/);
  const unknown = parts.find((part) => part.startsWith('{') && !(part in PLACES));
  const places = parts.filter((part) => part in PLACES);
  if (unknown !== undefined || !places.includes('{yyyy}') || new Set(places).size !== places.length) {
    throw new Error(
      `"${text}" is no pattern of a date: it takes {yyyy}, and {mm} and {dd} where the keys have them, each once, as in ` +
        '"{yyyy}/{mm}/{dd}/" or "wire-*-{yyyy}{mm}{dd}".',
    );
  }
  const source = parts.map((part) => PLACES[part] ?? (part === '*' ? WILDCARD : escapeExpression(part))).join('');
  return { text, expression: new RegExp(source) };
}

/**
 * The first moment, in UTC, of the day, month or year that the key names.
 * @returns undefined where the key has no such date, or the day does not exist.
 */
export function dateOfKey(key: string, { expression }: KeyDatePattern): string | undefined {
  const found = expression.exec(key)?.groups;
  if (!found) return undefined;
  const day = `${found['year']!}-${found['month'] ?? '01'}-${found['day'] ?? '01'}`;
  const date = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date.toISOString() : undefined;
}

const escapeExpression = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
