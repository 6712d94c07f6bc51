import { isNumberWord, numberIn } from './numbers.ts';

/** An amount as a number: "$4.4 billion" is 4,400,000,000 USD. */
export interface Amount {
  readonly value: number;
  /** ISO 4217 for money; "%", "km" or the noun that is counted, in small letters. */
  readonly unit?: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₦': 'NGN',
};
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:us )?dollars?$/, 'USD'],
  [/^euros?$/, 'EUR'],
  [/^(?:pounds?|sterling)$/, 'GBP'],
  [/^yen$/, 'JPY'],
  [/^(?:yuan|renminbi)$/, 'CNY'],
  [/^rupees?$/, 'INR'],
  [/^won$/, 'KRW'],
  [/^(?:roubles?|rubles?)$/, 'RUB'],
  [/^(?:swiss )?francs?$/, 'CHF'],
  [/^hryvnias?$/, 'UAH'],
  [/^naira$/, 'NGN'],
  [/^rand$/, 'ZAR'],
  [/^shekels?$/, 'ILS'],
  [/^liras?$/, 'TRY'],
  [/^zlotys?$/, 'PLN'],
  [/^baht$/, 'THB'],
  [/^ringgit$/, 'MYR'],
  [/^rupiah$/, 'IDR'],
  [/^dirhams?$/, 'AED'],
];
/** Cents and pence are hundredths of the coin that they belong to. */
const HUNDREDTHS: readonly (readonly [RegExp, string])[] = [
  [/^cents?$/, 'USD'],
  [/^(?:pence|pennies)$/, 'GBP'],
];
/** Whose dollars or crowns they are. */
const NATIONS: Readonly<Record<string, string>> = {
  australian: 'AUD',
  canadian: 'CAD',
  'hong kong': 'HKD',
  singapore: 'SGD',
  'new zealand': 'NZD',
  taiwan: 'TWD',
  mexican: 'MXN',
  chilean: 'CLP',
  argentine: 'ARS',
  swedish: 'SEK',
  norwegian: 'NOK',
  danish: 'DKK',
  czech: 'CZK',
  egyptian: 'EGP',
  turkish: 'TRY',
  kuwaiti: 'KWD',
};

const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|percent|per cent|pct)$/, '%'],
  [/^percentage points?$/, 'percentage point'],
  [/^(?:kilomet(?:er|re)s?|km|kms)$/, 'km'],
  [/^(?:met(?:er|re)s?)$/, 'm'],
  [/^(?:centimet(?:er|re)s?|cm)$/, 'cm'],
  [/^(?:miles?)$/, 'mi'],
  [/^(?:feet|foot|ft)$/, 'ft'],
  [/^(?:inch(?:es)?)$/, 'in'],
  [/^(?:kilograms?|kilos?|kg)$/, 'kg'],
  [/^(?:tons?|tonnes?)$/, 't'],
  [/^(?:hectares?|ha)$/, 'ha'],
  [/^(?:acres?)$/, 'acre'],
  [/^(?:degrees?)$/, 'degree'],
  [/^(?:megawatts?|mw)$/, 'MW'],
  [/^(?:gigawatts?|gw)$/, 'GW'],
  [/^(?:lit(?:er|re)s?)$/, 'l'],
  [/^square kilomet(?:er|re)s?$/, 'km²'],
  [/^square met(?:er|re)s?$/, 'm²'],
  [/^square (?:miles?)$/, 'mi²'],
];

const VAGUE =
  /^(?:about|around|some|nearly|almost|roughly|approximately|over|under|more|less|fewer|than|at|least|most|up|to|only|just|an?|estimated|the|as|many|much|another|additional|a|total|of)$/i;

/** Whether the words hold an amount at all: a number in digits or letters, "one" alone is a pronoun. */
export const isAmount = (words: readonly string[]): boolean =>
  words.some(
    (word) => /\d/.test(word) || (isNumberWord(word) && !(word.toLowerCase() === 'one' && words.length === 1)),
  );

/** Amount of money, undefined where number or currency cannot be told. */
export function moneyIn(text: string): Amount | undefined {
  const words = wordsOf(text);
  const sign = words.findIndex((word) => word in SIGNS);
  const first = sign >= 0 ? sign + 1 : firstNumber(words);
  if (first < 0) return undefined;
  const number = numberIn(words.slice(first));
  if (!number) return undefined;
  const rest = words
    .slice(first + number.length)
    .join(' ')
    .toLowerCase();
  const nation = Object.keys(NATIONS).find((one) => rest.startsWith(`${one} `));
  const hundredth = unitOf(rest, HUNDREDTHS);
  if (sign < 0 && hundredth !== undefined) return { value: number.value / 100, unit: hundredth };
  const unit = sign >= 0 ? SIGNS[words[sign]!] : nation !== undefined ? NATIONS[nation] : unitOf(rest, CURRENCIES);
  return unit === undefined ? { value: number.value } : { value: number.value, unit };
}

/** Amount of anything else; `next`: the noun behind it, which is counted where the words themselves tell no unit. */
export function quantityIn(text: string, next?: string): Amount | undefined {
  const words = wordsOf(text);
  const first = firstNumber(words);
  const number = first < 0 ? undefined : numberIn(words.slice(first));
  if (!number) return undefined;
  const rest =
    words
      .slice(first + number.length)
      .join(' ')
      .toLowerCase() || (next ?? '').toLowerCase();
  const unit = unitOf(rest, MEASURES) ?? rest.replace(/^(?:of|more|other)\s+/, '');
  return unit === '' ? { value: number.value } : { value: number.value, unit };
}

const firstNumber = (words: readonly string[]): number => {
  const at = words.findIndex((word) => /^\d/.test(word) || isNumberWord(word));
  return at < 0 || words.slice(0, at).every((word) => VAGUE.test(word)) ? at : -1;
};

const unitOf = (rest: string, units: readonly (readonly [RegExp, string])[]): string | undefined => {
  const words = rest.split(' ');
  const spellings = [words.slice(0, 2).join(' '), words[0] ?? ''];
  return units.find(([pattern]) => spellings.some((spelling) => pattern.test(spelling)))?.[1];
};

/** Signs by themselves: "US$", "5", "%". */
const wordsOf = (text: string): string[] =>
  (text.match(/[A-Z]{0,2}[$€£¥₹₩₦]|%|[\p{L}\p{N}.,’'-]+/gu) ?? []).map((word) => word.replace(/[.,]$/, ''));
