import { expect, test } from '@jest/globals';
import { namesIn } from './names-in.ts';

/** A name that begins a longer one is no name by itself. */
test.each([
  ['Boeing 747 jets were grounded on Monday.', ['PRODUCT Boeing 747']],
  ['He sold his Lexus IS 300 in the spring.', ['PRODUCT Lexus IS 300']],
  ['The carrier ordered ten Boeing 787 Dreamliners.', ['PRODUCT Boeing 787 Dreamliners']],
  ['She drives an old Ford Escort to work.', ['PRODUCT Ford Escort']],
  ['Ford Credit raised its rates on Monday.', ['ORGANIZATION Ford Credit']],
  ['Boeing said it would hire 747 people.', ['ORGANIZATION Boeing']],
  ['Canon 2025 results were weak.', ['ORGANIZATION Canon']],
  ['They signed the Kyoto Protocol and the Paris Agreement.', ['WORK Kyoto Protocol', 'WORK Paris Agreement']],
  ['The North American Free Trade Agreement lapsed.', ['WORK North American Free Trade Agreement']],
  ['The European Convention on Human Rights forbids it.', ['WORK European Convention on Human Rights']],
  [
    'The lawyers of the Obama Justice Department had objected to it. Obama had not.',
    ['ORGANIZATION Justice Department', 'PERSON Obama', 'PERSON Obama'],
  ],
  ['The president signed the Peace in Sudan Act on Monday.', ['LOCATION Sudan']],
  ['Farmers blame NAFTA for the losses.', ['WORK NAFTA']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

/** Things on sale are no bodies; who makes them is. */
test.each([
  ['The Xbox outsold the PlayStation again.', ['PRODUCT PlayStation', 'PRODUCT Xbox']],
  ['Gmail was down for an hour, Google said.', ['ORGANIZATION Google', 'PRODUCT Gmail']],
  ['The Dunmore, a lander built by Orvane Systems, failed.', ['ORGANIZATION Orvane Systems', 'PRODUCT Dunmore']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

/** Firms that are called after an owner keep the whole of their names. */
test.each([
  ['McDonald’s opened a restaurant in Oslo.', ['LOCATION Oslo', 'ORGANIZATION McDonald’s']],
  ['Analysts at Moody’s disagreed.', ['ORGANIZATION Moody’s']],
  ['Macy’s and Kohl’s will close stores.', ['ORGANIZATION Kohl’s', 'ORGANIZATION Macy’s']],
  ['Protesters met at Apple’s store.', ['ORGANIZATION Apple']],
  ['Audra McDonald’s song was played.', ['PERSON Audra McDonald']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

test('an office is no part of the state that it is of', async () => {
  const names = await namesIn('He got an inquiry from the office of the New York State Attorney General on Monday.');
  expect(names).toEqual(['LOCATION New York State']);
});

/** Offices and things that everybody has. */
test.each(['The COO and the SVP of sales resigned.', 'ISPs said no on Monday.', 'Write to Press@dunmore.org today.'])(
  'no name: %s',
  async (text) => {
    expect(await namesIn(text)).toEqual([]);
  },
);
