import type { EntityType, Token } from '../document.ts';
import { isAmount, moneyIn, quantityIn, type Amount } from './amounts.ts';
import { dateIn, isDate, type DateValue } from './dates.ts';

/** What a date or an amount means, as far as it can be told. */
export interface Read {
  readonly date?: DateValue;
  readonly amount?: Amount;
}

export const VALUE_TYPES: ReadonlySet<EntityType> = new Set(['DATE', 'MONEY', 'QUANTITY']);

const AGE = /\byears?[- ]old|\baged?\b/i;
const STREET = /^(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Blvd\.?|Square|Downing)$/;
const AHEAD = /^(?:will|['’]ll|shall|scheduled|due|expected|set|plans?|planned)$/;

/** Words between a date and its verb that are looked at. */
const NEAR = 15;

/** The value of the words [first, end); undefined where they are no date and no amount: articles, ages, house numbers. */
export function readValue(
  type: EntityType,
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  published: string | undefined,
): Read | undefined {
  if (AGE.test(text)) return undefined;
  const words = tokens.slice(first, end).map((token) => token.text);
  if (type === 'DATE') {
    if (!isDate(text)) return undefined;
    const ahead = tokens.slice(Math.max(0, first - NEAR), first).some((token) => AHEAD.test(token.text));
    const date = dateIn(text, published, ahead);
    return date ? { date } : {};
  }
  if (
    !isAmount(words) ||
    /^(?:only |just )?one(?: of.*)?$/i.test(text) ||
    isAge(tokens, first, end) ||
    isHouse(tokens, first, end)
  )
    return undefined;
  const next = tokens[end];
  const amount = type === 'MONEY' ? moneyIn(text) : quantityIn(text, next?.pos === 'NOUN' ? next.text : undefined);
  return amount ? { amount } : {};
}

/** "Anna Roe, 34, a nurse" */
const isAge = (tokens: readonly Token[], first: number, end: number): boolean =>
  end - first === 1 &&
  /^\d{1,3}$/.test(tokens[first]!.text) &&
  tokens[first - 1]?.text === ',' &&
  tokens[first - 2]?.pos === 'PROPN' &&
  /^[,.]$/.test(tokens[end]?.text ?? '');

/** "10 Downing Street" */
const isHouse = (tokens: readonly Token[], first: number, end: number): boolean =>
  end - first === 1 &&
  tokens.slice(end, end + 3).some(({ text }) => STREET.test(text)) &&
  /^\p{Lu}/u.test(tokens[end]!.text);
