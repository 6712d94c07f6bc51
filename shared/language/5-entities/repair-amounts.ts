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
