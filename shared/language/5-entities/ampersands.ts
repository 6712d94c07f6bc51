import type { TaggedName, Token } from '../document.ts';

/** Words of a name on one side of the mark, at most. */
const MOST_WORDS = 5;

/** An untagged name of fewer words before the mark may be anything in capitals: "Food & Drink". */
const LEAST_UNTAGGED = 2;

/** What a sentence in capitals would make of any words. */
const MOST_CAPITALS = 0.6;

/**
 * What "&" joins in capitals is one name, a body's or a journal's, whether the tagger found a part of it or none: "Soil
 * Biology & Biochemistry". Two places stay two.
 */
export function withAmpersands(tokens: readonly Token[], names: readonly TaggedName[]): readonly TaggedName[] {
  const marks = [...tokens.keys()].filter((at) => tokens[at]?.text === '&');
  // Hardly a sentence has a mark: the others cost nothing.
  if (marks.length === 0 || isInCapitals(tokens)) return names;
  let joined = [...names];
  for (const at of marks) {
    const inside = joined.find(({ first, end }) => first < at && at < end - 1);
    const whole = inside ? undefined : nameAround(at, tokens, joined);
    if (whole) joined = [...joined.filter(({ first, end }) => end <= whole.first || first >= whole.end), whole];
  }
  return joined.sort((a, b) => a.first - b.first);
}

function nameAround(at: number, tokens: readonly Token[], names: readonly TaggedName[]): TaggedName | undefined {
  const [before, after] = [
    names.find(({ end }) => end === at || end === at + 1),
    names.find(({ first }) => first === at + 1),
  ];
  const parts = [before, after].flatMap((name) => name?.type ?? []);
  if (parts.some((type) => !/^(?:PERSON|ORGANIZATION|LOCATION|WORK|PRODUCT)$/.test(type))) return undefined;
  if (before && after) return undefined;
  const first = before?.first ?? firstOf(at, tokens, names);
  const end = after?.end ?? endOf(at, tokens, names);
  if (first === at || end === at + 1) return undefined;
  if (!before && !after && (at - first < LEAST_UNTAGGED || first === 0)) return undefined;
  return { type: 'ORGANIZATION', first, end };
}

function firstOf(at: number, tokens: readonly Token[], names: readonly TaggedName[]): number {
  const taken = Math.max(0, at - MOST_WORDS, ...names.filter(({ end }) => end <= at).map(({ end }) => end));
  let first = at;
  while (first > taken && isNameWord(tokens[first - 1])) first--;
  return first;
}

function endOf(at: number, tokens: readonly Token[], names: readonly TaggedName[]): number {
  const taken = Math.min(at + 1 + MOST_WORDS, ...names.filter(({ first }) => first > at).map(({ first }) => first));
  let end = at + 1;
  while (end < taken && isNameWord(tokens[end])) end++;
  return end;
}

const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}\p{L}*\p{Ll}/u.test(token.text) && /^(?:PROPN|NOUN|ADJ)$/.test(token.pos);

function isInCapitals(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text));
  return words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length * MOST_CAPITALS;
}
