import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../../shared/language/analyse.ts';
import type { Tagger } from '../../../shared/language/document.ts';

// One person or one body is in the text; whatever it is called after that, the speaker is it.

interface Named {
  readonly name: string;
  /** How a text brings it in, as the subject, with what it is, and as less than the subject. */
  readonly introductions: readonly string[];
  /** What it is called in the next sentence. */
  readonly called: readonly string[];
}

const PEOPLE: readonly Named[] = [
  {
    name: 'Maria Keller',
    what: 'chief executive of Nordhaven Shipping',
    noun: 'chief executive',
    he: 'she',
    title: 'Ms.',
    age: 52,
  },
  { name: 'Daniel Osei', what: 'mayor of Harwick', noun: 'mayor', he: 'he', title: 'Mr.', age: 61 },
  { name: 'Tom Becker', what: 'lawyer of the Fishermen’s Union', noun: 'lawyer', he: 'he', title: 'Mr.', age: 39 },
  { name: 'Wei Zhang', what: 'spokesman of the harbour police', noun: 'spokesman', he: 'he', title: 'Mr.', age: 35 },
].map(({ name, what, noun, he, title, age }) => ({
  name,
  introductions: [
    `${name}, ${what}, opened the new bridge on Monday.`,
    `${name}, ${age}, ${what}, opened the new bridge on Monday.`,
    `The new bridge was opened on Monday by ${name}, ${what}.`,
    `The plans of ${name}, the ${what}, were met with anger on Monday.`,
    `“We are glad,” said ${name}, ${what}.`,
  ],
  called: [
    name.split(' ').at(-1)!,
    `${title} ${name.split(' ').at(-1)!}`,
    he,
    `the ${noun}`,
    `the ${age}-year-old`,
    `the ${age}-year-old ${noun}`,
  ],
}));

const BODIES: readonly Named[] = [
  { name: 'Toyota', what: 'a Japanese carmaker', called: ['the company', 'the carmaker', 'the Japanese carmaker'] },
  { name: 'Brightwell Bank', what: 'a lender', called: ['the bank', 'the lender', 'Brightwell'] },
  { name: 'Orvane Airlines', what: 'a carrier', called: ['the airline', 'the carrier', 'Orvane'] },
  { name: 'Greenpeace', what: 'a campaign group', called: ['the group'] },
].map(({ name, what, called }) => ({
  name,
  introductions: [
    `${name}, ${what}, raised its prices on Monday.`,
    `Customers criticised ${name} for higher prices on Monday.`,
    `The prices of ${name}, ${what}, rose again on Monday.`,
    `Prices were raised on Monday by ${name}, ${what}.`,
  ],
  called: [...called, 'it'],
}));

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SAYINGS: readonly ((who: string) => string)[] = [
  (who) => `${upper(who)} said the ferry would close in winter.`,
  (who) => `The ferry would close in winter, ${who} said.`,
  (who) => `“The ferry will close in winter,” ${who} said.`,
  (who) => `${upper(who)} told The Harwick Times that the ferry would close in winter.`,
];
const DOCUMENTS: readonly ((who: string) => string)[] = [
  (who) => `A statement from ${who} said the ferry would close in winter.`,
  (who) => `The ferry would close in winter, according to a report by ${who}.`,
];

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const cases = (
  all: readonly Named[],
  sayings: readonly ((who: string) => string)[],
  called: (who: string) => boolean,
) =>
  fc.constantFrom(...all).chain(({ name, introductions, called: names }) =>
    fc.record({
      name: fc.constant(name),
      introduction: fc.constantFrom(...introductions),
      saying: fc.constantFrom(...sayings).chain((say) => fc.constantFrom(...names.filter(called)).map(say)),
      apart: fc.boolean(),
    }),
  );

const isSpeaker = async ({
  name,
  introduction,
  saying,
  apart,
}: Record<'name' | 'introduction' | 'saying', string> & { apart: boolean }) => {
  const texts = apart ? [introduction, saying] : [`${introduction} ${saying}`];
  const { quotations } = await analyse(
    { bylines: [], paragraphs: texts.map((text, ordinal) => ({ ordinal, text })) },
    tag,
  );
  const said = quotations.find(({ contents }) => contents.some(({ text }) => text.toLowerCase().includes('ferry')));
  expect(said?.speakers.map((speaker) => speaker.name)).toEqual([name]);
};

test('a person is found behind the name, the office, the age and the pronoun', async () => {
  await fc.assert(
    fc.asyncProperty(
      cases(PEOPLE, SAYINGS, () => true),
      isSpeaker,
    ),
    { numRuns: 120 },
  );
});

test('a body is found behind its name, what it is and “it”', async () => {
  await fc.assert(
    fc.asyncProperty(
      cases(BODIES, SAYINGS, () => true),
      isSpeaker,
    ),
    { numRuns: 120 },
  );
});

test('a document is that of the person or the body who is called otherwise', async () => {
  const everybody = [...PEOPLE, ...BODIES];
  await fc.assert(
    fc.asyncProperty(
      cases(everybody, DOCUMENTS, (who) => /^the \p{L}[\p{L} ]+$/u.test(who)),
      isSpeaker,
    ),
    { numRuns: 80 },
  );
});
