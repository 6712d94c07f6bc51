import { expect, test } from '@jest/globals';
import { repairNames } from '../../../shared/language/5-entities/repair-names.ts';
import { shownNames, written } from './written-sentences.ts';

const repaired = (text: string): string[] => shownNames(repairNames(written(text).sentences));

test.each([
  ['a sign before', 'for $ [MONEY ~5 million] more', ['MONEY $ ~5 million']],
  ['a sign before a point', 'for $ [MONEY ~.5 million] more', ['MONEY $ ~.5 million']],
  ['a sign with letters', 'for US$ [QUANTITY ~5 million] more', ['MONEY US$ ~5 million']],
  ['a currency behind', 'for [QUANTITY 5] euros more', ['MONEY 5 euros']],
  ['a currency inside', 'for [QUANTITY 5 euros] more', ['MONEY 5 euros']],
  ['a number of something', 'for [QUANTITY 5] horses more', ['QUANTITY 5']],
  ['a date before a currency', 'in [DATE 1990] euros came', ['DATE 1990']],
  ['coins behind a scale', 'for [QUANTITY 240 million] crowns more', ['MONEY 240 million crowns']],
  ['coins without a scale', 'for [QUANTITY 240] crowns more', ['QUANTITY 240']],
  ...['crowns', 'pounds', 'won', 'rand'].map((coin): [string, string, string[]] => [
    coin,
    `for [QUANTITY 2 bn] ${coin} more`,
    [`MONEY 2 bn ${coin}`],
  ]),
  ...['thousand', 'million', 'billion', 'trillion', 'mn', 'bn'].map((scale): [string, string, string[]] => [
    scale,
    `for $ ~2 ${scale} more`,
    [`MONEY $ ~2 ${scale}`],
  ]),
  ...`cent cents pence dollar dollars euro euros yen yuan renminbi rupee rupees rupiah ringgit baht dong peso pesos reais
    franc francs kroner kronor zloty zlotys forint forints rouble roubles ruble rubles hryvnia hryvnias lira liras shekel
    shekels dirham dirhams dinar dinars riyal riyals rial rials naira cedi cedis shilling shillings`
    .split(/\s+/)
    .map((unit): [string, string, string[]] => [unit, `for [QUANTITY 5] ${unit} more`, [`MONEY 5 ${unit}`]]),
  ...['$', '€', '£', '¥', '₹', '₩', '₦'].map((sign): [string, string, string[]] => [
    sign,
    `for ${sign} ~7 more`,
    [`MONEY ${sign} ~7`],
  ]),
  ['a sign without a number', 'for $ more', []],
  ['a price beside a name', '[PERSON Ada] paid $ ~7 more', ['PERSON Ada', 'MONEY $ ~7']],
  ['a price in a name', 'the [WORK $ ~7 Man] ran', ['WORK $ ~7 Man']],
  ['a price whose number is a name', 'for $ [PRODUCT ~7] more', ['PRODUCT 7']],
  ['a price in an amount', 'for [MONEY about $ ~7] more', ['MONEY about $ ~7']],
  ['a price that goes on', 'for $ [DATE ~7 million more] gold', ['MONEY $ ~7 million more']],
  ['a price tagged as a number', 'for $ [QUANTITY ~7] each', ['MONEY $ ~7']],
  ['a price before a name', 'for $ ~7 [PERSON Ada] left', ['MONEY $ ~7', 'PERSON Ada']],
  ['a price behind a name', 'for [PERSON Ada] $ ~7 left', ['PERSON Ada', 'MONEY $ ~7']],
  ['two prices', 'from $ ~7 to $ ~9 today', ['MONEY $ ~7', 'MONEY $ ~9']],
  ['a day and its year', 'on [DATE Sept. 30] , [DATE 2025] in', ['DATE Sept. 30 , 2025']],
  ['a day and its year without a comma', 'on [DATE Sept. 30] [DATE 2025] in', ['DATE Sept. 30 2025']],
  ['a day and its year, tagged with the comma', 'on [DATE Sept. 30 ,] [DATE 2025] in', ['DATE Sept. 30 , 2025']],
  ['a month and a year', 'in [DATE September] , [DATE 2025] in', ['DATE September', 'DATE 2025']],
  ['a day and a number', 'on [DATE Sept. 30] , [DATE 25] in', ['DATE Sept. 30', 'DATE 25']],
  ['a day and a year that is no date', 'on [DATE Sept. 30] , [QUANTITY 2025] in', ['DATE Sept. 30', 'QUANTITY 2025']],
  ['an amount and a year', 'on [QUANTITY Sept. 30] , [DATE 2025] in', ['QUANTITY Sept. 30', 'DATE 2025']],
  ['a day and a further year', 'on [DATE Sept. 30] in early [DATE 2025] in', ['DATE Sept. 30', 'DATE 2025']],
  ['a day and a word between', 'on [DATE Sept. 30] of [DATE 2025] in', ['DATE Sept. 30', 'DATE 2025']],
  ['a day and a year with more', 'on [DATE Sept. 30] , [DATE 2025 too] in', ['DATE Sept. 30', 'DATE 2025 too']],
  ['three dates', 'on [DATE Monday] [DATE morning] and [DATE Friday] in', ['DATE Monday morning', 'DATE Friday']],
  ['a part of a day apart', 'on [DATE Monday] , [DATE morning] in', ['DATE Monday', 'DATE morning']],
  ...['morning', 'afternoon', 'evening', 'night', 'noon', 'midnight'].map((part): [string, string, string[]] => [
    part,
    `on [DATE Monday] [DATE ${part}] he`,
    [`DATE Monday ${part}`],
  ]),
])('%s: %s', (_, text, names) => {
  expect(repaired(text)).toEqual(names);
});
