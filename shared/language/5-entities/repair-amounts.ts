import type { TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';

/** "$", "US$", "€" */
const SIGN = /^[A-Z]{0,3}[$€£¥₹₩₦]$/;

/** Not "pounds", which weigh, nor "won", which is a verb. */
const CURRENCY =
  /^(?:cents?|pence|dollars?|euros?|yen|yuan|renminbi|rupees?|rupiah|ringgit|baht|dong|pesos?|reais|francs?|kron(?:er|or)|zlotys?|forints?|roubles?|rubles?|hryvnias?|liras?|shekels?|dirhams?|dinars?|riyals?|rials?|naira|cedis?|shillings?)$/;

/** Coins that are also something else, "three crowns". */
const COINS = /^(?:crowns|pounds|won|rand)$/;
const SCALE = /^(?:thousand|million|billion|trillion|[mb]n)$/;

/** "$22.6 million" and "240 million crowns" are money as a whole, whichever part of them the tagger took for an amount. */
export function withCurrency(tokens: readonly Token[], name: TaggedName): TaggedName {
  if (name.type !== 'MONEY' && name.type !== 'QUANTITY') return name;
  const first = SIGN.test(tokens[name.first - 1]?.text ?? '') ? name.first - 1 : name.first;
  const end = isCurrency(tokens, name.end) ? name.end + 1 : name.end;
  const isMoney = SIGN.test(tokens[first]?.text ?? '') || isCurrency(tokens, end - 1);
  return { type: isMoney ? 'MONEY' : name.type, first, end };
}

function isCurrency(tokens: readonly Token[], index: number): boolean {
  const [before, unit] = [tokens[index - 1]?.text ?? '', tokens[index]?.text ?? ''];
  return CURRENCY.test(unit) || (COINS.test(unit) && SCALE.test(before));
}

/** Parts of a day, which a date before them holds. */
const PART_OF_DAY = /^(?:morning|afternoon|evening|night|noon|midnight)$/;

/** "Sept. 30, 2025" and "Thursday morning", tagged as two dates. */
export function withYears(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const joined: TaggedName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before?.type === 'DATE' && goesOn(tokens, before, name)) joined.splice(-1, 1, { ...before, end: name.end });
    else joined.push(name);
  }
  return joined;
}

function goesOn(tokens: readonly Token[], date: TaggedName, { type, ...range }: TaggedName): boolean {
  const name = new SentenceSpan(tokens, range);
  const gap = name.start - date.end;
  if (type !== 'DATE') return false;
  if (gap === 0 && PART_OF_DAY.test(name.first.text)) return true;
  if (gap > 1 || name.length > 1 || !YEAR.test(name.first.text)) return false;
  const before = tokens.slice(date.end - 1, name.start).map(({ text }) => text);
  return /(?:^|,)\d{1,2}(?:,,)?$|^,$/.test(before.join());
}

const YEAR = /^(?:1[0-9]|20|21)\d{2}$/;

/** A sign and a number are money, tagged or not: "$750", "C$5 million". */
export function withPrices(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const signs = tokens.flatMap(({ text }, index) => (SIGN.test(text) ? [index] : []));
  if (signs.length === 0) return [...names];
  const found: TaggedName[] = [];
  const isValue = ({ type }: TaggedName): boolean => /^(?:DATE|QUANTITY|MONEY)$/.test(type);
  for (const first of signs) {
    if (!/^\d/.test(tokens[first + 1]?.text ?? '')) continue;
    const end = SCALE.test(tokens[first + 2]?.text ?? '') ? first + 3 : first + 2;
    const touched = names.filter((name) => name.first < end && first < name.end);
    if (touched.some((name) => !isValue(name) || name.first < first)) continue;
    // The tagger may part the sign from its number.
    found.push({ type: 'MONEY', first, end: Math.max(end, ...touched.map((name) => name.end)) });
  }
  const kept = names.filter((name) => !found.some(({ first, end }) => name.first < end && first < name.end));
  return [...kept, ...found].sort((a, b) => a.first - b.first);
}
