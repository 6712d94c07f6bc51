import type { TaggedName, Token } from '../document.ts';

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
  const isMoney = SIGN.test(tokens[first]!.text) || isCurrency(tokens, end - 1);
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
    const isYear = name.end - name.first === 1 && /^(?:1[0-9]|20|21)\d{2}$/.test(tokens[name.first]!.text);
    const between = before && tokens.slice(before.end - 1, name.first).map(({ text }) => text);
    const isDay = before?.type === 'DATE' && name.type === 'DATE' && /(?:^|,)\d{1,2}(?:,,)?$|^,$/.test(between!.join());
    const isPart = before?.type === 'DATE' && name.first === before.end && PART_OF_DAY.test(tokens[name.first]!.text);
    if ((isYear && isDay && name.first - before.end <= 1) || (isPart && name.type === 'DATE'))
      joined.splice(-1, 1, { ...before, end: name.end });
    else joined.push(name);
  }
  return joined;
}

/** A sign and a number are money, tagged or not: "$750", "C$5 million". */
export function withPrices(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const found: TaggedName[] = [];
  const isValue = ({ type }: TaggedName): boolean => /^(?:DATE|QUANTITY|MONEY)$/.test(type);
  for (let first = 0; first < tokens.length - 1; first++) {
    if (!SIGN.test(tokens[first]!.text) || !/^\d/.test(tokens[first + 1]!.text)) continue;
    const end = SCALE.test(tokens[first + 2]?.text ?? '') ? first + 3 : first + 2;
    const touched = names.filter((name) => name.first < end && first < name.end);
    if (touched.some((name) => !isValue(name) || name.first < first)) continue;
    // The tagger may part the sign from its number.
    found.push({ type: 'MONEY', first, end: Math.max(end, ...touched.map((name) => name.end)) });
  }
  const kept = names.filter((name) => !found.some(({ first, end }) => name.first < end && first < name.end));
  return [...kept, ...found].sort((a, b) => a.first - b.first);
}
