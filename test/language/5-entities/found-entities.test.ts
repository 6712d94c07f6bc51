import { expect, test } from '@jest/globals';
import { annotate } from '../../../shared/language/annotate.ts';
import { TokenSpan } from '../../../shared/language/annotated.ts';
import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { peopleIn } from '../../../shared/language/5-entities/people-in-text.ts';
import { written } from './written-sentences.ts';

const words = (list: string): string[] => list.split(' ');

const found = (text: string) => findEntities(annotate(written(text))).entities;

/** Each entity by its mentions: "Ada Bo, the adviser (description), she (pronoun)". */
const mentionsIn = (text: string): string[] =>
  found(text).map(({ mentions }) =>
    mentions.map(({ text: words, kind }) => (kind === 'name' ? words : `${words} (${kind})`)).join(', '),
  );

const HER = '[PERSON Ada/PROPN/nsubj>1] left/VERB/root>-1';
const THE_ADVISER = '[PERSON Ada/PROPN/nsubj>4] , the/DET/det>3 adviser/NOUN/appos>0 left/VERB/root>-1';
const described = (words: string): string => `${THE_ADVISER} | ${words}`;

test.each([
  // Pronouns.
  ...['she', 'her', 'hers', 'herself', 'he', 'him', 'his', 'himself'].map((pronoun): [string, string, string[]] => [
    pronoun,
    `[PERSON Bo/PROPN/nsubj>1] left/VERB/root>-1 | ${pronoun}/PRON/nsubj>1 sang/VERB/root>-1`,
    [`Bo, ${pronoun} (pronoun)`],
  ]),
  ['a pronoun that is none', `${HER} | she/NOUN/nsubj>1 sang/VERB/root>-1`, ['Ada']],
  ['they', `${HER} | they/PRON/nsubj>1 sang/VERB/root>-1`, ['Ada']],
  [
    'he after a woman',
    '[PERSON Mary/PROPN/nsubj>2 Bo/PROPN/flat>0] left/VERB/root>-1 | he/PRON/nsubj>1 sang/VERB/root>-1',
    ['Mary Bo'],
  ],
  [
    'he after an actress',
    'actress/NOUN/nmod:desc>1 [PERSON Xq/PROPN/nsubj>2] left/VERB/root>-1 | he/PRON/nsubj>1 sang/VERB/root>-1',
    ['Xq'],
  ],
  [
    'she after an actress',
    'actress/NOUN/nmod:desc>1 [PERSON Xq/PROPN/nsubj>2] left/VERB/root>-1 | she/PRON/nsubj>1 sang/VERB/root>-1',
    ['Xq, she (pronoun)'],
  ],
  // Descriptions of whom the text has named.
  ...['the', 'this', 'that'].map((article): [string, string, string[]] => [
    `${article} adviser`,
    described(`${article}/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1`),
    [`Ada, ${article} adviser (description)`],
  ]),
  ['an adviser', described('an/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1'), ['Ada']],
  ['another noun', described('the/DET/det>1 driver/NOUN/nsubj>2 sang/VERB/root>-1'), ['Ada']],
  ['further words', described('the/DET/det>2 old/ADJ/amod>2 adviser/NOUN/nsubj>3 sang/VERB/root>-1'), ['Ada']],
  ...['the', 'this', 'that', 'of', 'to', 'for', "'s", '-', 'and', 'who', 'then'].map(
    (word): [string, string, string[]] => [
      `"${word}" inside`,
      described(`the/DET/det>2 ${word}/X/amod>2 adviser/NOUN/nsubj>3 sang/VERB/root>-1`),
      [`Ada, the ${word} adviser (description)`],
    ],
  ),
  [
    'the adviser of a club',
    described('the/DET/det>1 adviser/NOUN/nsubj>4 of/ADP/case>3 clubs/NOUN/nmod>1 sang/VERB/root>-1'),
    ['Ada'],
  ],
  [
    'the adviser who',
    described('the/DET/det>1 adviser/NOUN/nsubj>4 who/PRON/nsubj>3 won/VERB/acl:relcl>1 sang/VERB/root>-1'),
    ['Ada'],
  ],
  [
    'the adviser and another',
    described('the/DET/det>1 adviser/NOUN/nsubj>4 and/CCONJ/cc>3 driver/NOUN/conj>1 sang/VERB/root>-1'),
    ['Ada'],
  ],
  [
    'the adviser, a driver',
    described('the/DET/det>1 adviser/NOUN/nsubj>4 , driver/NOUN/appos>1 sang/VERB/root>-1'),
    ['Ada'],
  ],
  [
    'the adviser’s Office',
    described("the/DET/det>1 adviser/NOUN/nmod:poss>3 's/PART/case>1 Office/NOUN/nsubj>4 sang/VERB/root>-1"),
    ['Ada'],
  ],
  [
    'the adviser’s car',
    described("the/DET/det>1 adviser/NOUN/nmod:poss>3 's/PART/case>1 car/NOUN/nsubj>4 sang/VERB/root>-1"),
    ['Ada, the adviser (description)'],
  ],
  [
    'of two advisers',
    `${THE_ADVISER} | ${THE_ADVISER.replace('Ada', 'Bo')} | the/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1`,
    ['Ada', 'Bo'],
  ],
  ['before it is told', `the/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1 | ${THE_ADVISER}`, ['Ada']],
  [
    'forty sentences later',
    described(`${'It rained | '.repeat(39)}the/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1`),
    ['Ada, the adviser (description)'],
  ],
  [
    'forty-one sentences later',
    described(`${'It rained | '.repeat(40)}the/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1`),
    ['Ada'],
  ],
  ...['prime', 'vice', 'deputy', 'assistant', 'former'].map((rank): [string, string, string[]] => [
    `the ${rank} adviser is another`,
    described(`the/DET/det>2 ${rank}/ADJ/amod>2 adviser/NOUN/nsubj>3 sang/VERB/root>-1`),
    ['Ada'],
  ]),
  [
    'the vice adviser',
    `[PERSON Ada/PROPN/nsubj>5] , the/DET/det>4 vice/ADJ/amod>4 adviser/NOUN/appos>0 left/VERB/root>-1 | the/DET/det>2 vice/ADJ/amod>2 adviser/NOUN/nsubj>3 sang/VERB/root>-1`,
    ['Ada, the vice adviser (description)'],
  ],
  [
    'a vice adviser is no adviser',
    `[PERSON Ada/PROPN/nsubj>5] , the/DET/det>4 vice/ADJ/amod>4 adviser/NOUN/appos>0 left/VERB/root>-1 | the/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1`,
    ['Ada'],
  ],
  [
    'a vice-adviser is no adviser',
    `[PERSON Ada/PROPN/nsubj>6] , the/DET/det>5 vice/ADJ/amod>5 ~-/PUNCT/punct>5 ~adviser/NOUN/appos>0 left/VERB/root>-1 | the/DET/det>1 adviser/NOUN/nsubj>2 sang/VERB/root>-1`,
    ['Ada'],
  ],
])('%s: %s', (_, text, mentions) => {
  expect(mentionsIn(text)).toEqual(mentions);
});

const ROLE =
  '[ORGANIZATION Vexo/PROPN/compound>1] adviser/NOUN/compound>2 [PERSON Ada/PROPN/nsubj>4 Bo/PROPN/flat>2] left/VERB/root>-1';

test('an entity tells all that the text tells of it', () => {
  expect(
    found(
      `${ROLE} | Bo/PROPN/nsubj>1 sang/VERB/root>-1 | [PERSON Bo/PROPN/nsubj>1] sang/VERB/root>-1 / she/PRON/nsubj>1 left/VERB/root>-1`,
    ),
  ).toEqual([
    {
      id: 'ORGANIZATION#vexo',
      type: 'ORGANIZATION',
      name: 'Vexo',
      aliases: [],
      roles: [],
      salience: 0,
      mentions: [{ paragraph: 0, start: 0, end: 4, text: 'Vexo', kind: 'name' }],
    },
    {
      id: 'PERSON#ada-bo',
      type: 'PERSON',
      name: 'Ada Bo',
      aliases: ['Bo'],
      roles: [{ paragraph: 0, start: 0, end: 12, text: 'Vexo adviser' }],
      affiliation: 'ORGANIZATION#vexo',
      salience: 0,
      mentions: [
        { paragraph: 0, start: 13, end: 19, text: 'Ada Bo', kind: 'name' },
        { paragraph: 0, start: 33, end: 35, text: 'Bo', kind: 'name' },
        { paragraph: 1, start: 0, end: 3, text: 'she', kind: 'pronoun' },
      ],
    },
  ]);
});

test('values tell themselves, countries their code', () => {
  const document = {
    ...written('on [DATE 9 May 2024] for [MONEY $ ~5] and [QUANTITY 7 km] in [LOCATION Norway]'),
    publishedAt: '2024-05-10T12:00:00Z',
  };
  expect(findEntities(annotate(document)).entities).toMatchObject([
    { id: 'DATE#2024-05-09', name: '9 May 2024', date: '2024-05-09', granularity: 'day' },
    { id: 'MONEY#5-usd', amount: 5, unit: 'USD' },
    { id: 'QUANTITY#7-km', amount: 7, unit: 'km' },
    { id: 'LOCATION#norway', countryCode: 'NO', wikidata: 'Q20' },
  ]);
});

/** What the role of the person names: "of the bank of Norway". */
const affiliationIn = (text: string): string | undefined =>
  found(text).find(({ type }) => type === 'PERSON')?.affiliation;

test.each([
  ['a body', ROLE, 'ORGANIZATION#vexo'],
  ['a place', ROLE.replace('ORGANIZATION', 'LOCATION'), 'LOCATION#vexo'],
  ['a people', ROLE.replace('ORGANIZATION Vexo', 'GROUP Norwegian'), undefined],
  [
    'a people whose country is named',
    `${ROLE.replace('ORGANIZATION Vexo', 'GROUP Norwegian')} in [LOCATION Norway]`,
    'LOCATION#norway',
  ],
  ['a people of no country', `${ROLE.replace('ORGANIZATION Vexo', 'GROUP Vexian')} in [LOCATION Norway]`, undefined],
  ['a work', ROLE.replace('ORGANIZATION', 'WORK'), undefined],
  [
    'a body behind a place',
    '[LOCATION Oslo/PROPN/compound>2] [ORGANIZATION Vexo/PROPN/compound>2] adviser/NOUN/compound>3 [PERSON Ada/PROPN/nsubj>4] left/VERB/root>-1',
    'ORGANIZATION#vexo',
  ],
  [
    'the first of two bodies',
    '[ORGANIZATION Acme/PROPN/nsubj>1] met/VERB/root>-1 | [ORGANIZATION Vexo/PROPN/compound>1] adviser/NOUN/nmod:desc>4 of/ADP/case>3 [ORGANIZATION Acme/PROPN/nmod>1] [PERSON Ada/PROPN/nsubj>5] left/VERB/root>-1',
    'ORGANIZATION#vexo',
  ],
  [
    'what stands elsewhere',
    '[ORGANIZATION Vexo/PROPN/nsubj>1] met/VERB/root>-1 adviser/NOUN/compound>3 [PERSON Ada/PROPN/obj>1]',
    undefined,
  ],
  [
    'what stands behind',
    'adviser/NOUN/compound>1 [PERSON Ada/PROPN/nsubj>2] met/VERB/root>-1 [ORGANIZATION Vexo/PROPN/obj>2]',
    undefined,
  ],
])('%s in a role', (_, text, affiliation) => {
  expect(affiliationIn(text)).toBe(affiliation);
});

/** Which entity a span stands for as a whole: the words in the second column. */
test.each([
  ['a name', '[PERSON Ada/PROPN/nsubj>1] left/VERB/root>-1', 'Ada', 'PERSON#~ada'],
  [
    'a title and a name',
    'adviser/NOUN/compound>1 [PERSON Ada/PROPN/nsubj>2] left/VERB/root>-1',
    'adviser Ada',
    'PERSON#~ada',
  ],
  [
    'a title that the tree makes the head',
    'adviser/NOUN/nsubj>2 [PERSON Ada/PROPN/flat>0] left/VERB/root>-1',
    'adviser Ada',
    'PERSON#~ada',
  ],
  [
    'a title beside a name',
    'adviser/NOUN/nsubj>3 , [PERSON Ada/PROPN/appos>0] left/VERB/root>-1',
    'adviser , Ada',
    'PERSON#~ada',
  ],
  [
    'a described noun',
    'adviser/NOUN/nsubj>2 [PERSON Ada/PROPN/nmod:desc>0] left/VERB/root>-1',
    'adviser Ada',
    'PERSON#~ada',
  ],
  [
    'a title lost in the tree',
    'old/ADJ/amod>1 adviser/NOUN/nsubj>3 [PERSON Ada/PROPN/obl>3] left/VERB/root>-1',
    'old adviser Ada',
    'PERSON#~ada',
  ],
  [
    'a body behind words',
    'old/ADJ/amod>1 adviser/NOUN/nsubj>3 [ORGANIZATION Vexo/PROPN/obl>3] left/VERB/root>-1',
    'old adviser Vexo',
    undefined,
  ],
  [
    'a name behind a verb',
    'adviser/NOUN/nsubj>1 saw/VERB/root>-1 [PERSON Ada/PROPN/obj>1]',
    'adviser saw Ada',
    undefined,
  ],
  [
    'a lawyer’s name is not the lawyer',
    "[PERSON Ada/PROPN/nmod:poss>2] 's/PART/case>0 lawyer/NOUN/nsubj>3 left/VERB/root>-1",
    "Ada 's lawyer",
    undefined,
  ],
  [
    'an owner as the head',
    "[LOCATION Oslo/PROPN/nsubj>3] 's/PART/case>0 lawyer/NOUN/flat>0 left/VERB/root>-1",
    "Oslo 's lawyer",
    undefined,
  ],
  [
    'an owner alone',
    "[LOCATION Oslo/PROPN/nsubj>3] 's/PART/case>0 lawyer/NOUN/flat>0 left/VERB/root>-1",
    "Oslo 's",
    'LOCATION#oslo',
  ],
  [
    'a husband, named',
    'rival/NOUN/nsubj>5 and/CCONJ/cc>2 husband/NOUN/conj>0 , [PERSON Bo/PROPN/appos>2] left/VERB/root>-1',
    'rival and husband , Bo',
    'PERSON#~bo',
  ],
  [
    'a common noun that names',
    'rival/NOUN/nsubj>2 [PERSON Bo/NOUN/appos>0] left/VERB/root>-1',
    'rival Bo',
    'PERSON#~bo',
  ],
  [
    'who hangs otherwise',
    'rivals/NOUN/nsubj>3 of/ADP/case>2 [PERSON Bo/PROPN/nmod>0] left/VERB/root>-1',
    'rivals of Bo',
    undefined,
  ],
  ['a mark before', '“/PUNCT/punct>2 [PERSON Ada/PROPN/nsubj>2] left/VERB/root>-1', '“ Ada', 'PERSON#~ada'],
  ['a mark', '“/PUNCT/punct>2 [PERSON Ada/PROPN/nsubj>2] left/VERB/root>-1', '“', undefined],
  ['no name', '[PERSON Ada/PROPN/nsubj>1] left/VERB/root>-1', 'left', undefined],
  [
    'a longer name with another inside',
    '[ORGANIZATION Vexo/PROPN/nsubj>3 Ada/PROPN/flat>0 Bo/PROPN/flat>0] left/VERB/root>-1',
    'Vexo',
    'ORGANIZATION#vexo-ada-bo',
  ],
])('%s', (_, text, words, id) => {
  const document = annotate(written(text));
  const { entityOf } = findEntities(document);
  const [paragraph] = document.paragraphs;
  const parts = words.split(' ');
  const start = paragraph!.tokens.findIndex((_token, at) =>
    parts.every((part, index) => paragraph!.tokens[at + index]?.text === part),
  );
  expect(entityOf(new TokenSpan(paragraph!, start, start + parts.length))?.id).toBe(id);
  expect(entityOf(new TokenSpan(paragraph!, start, start))).toBeUndefined();
});

test('labels of turns are no part of names', () => {
  const turn = (label: string, words: string) => `${label} : ${words}`;
  const ids = found(
    [
      turn('[PERSON MS. COLE]', 'We met [PERSON Ada] there .'),
      turn('[PERSON MR. HOLT]', 'We met [PERSON Ada] there .'),
      turn('[PERSON MS. COLE]', 'We saw her .'),
      turn('[PERSON MR. HOLT]', 'We saw her .'),
    ].join(' / '),
  ).map(({ id, mentions }) => `${id} ${mentions.length}`);
  expect(ids).toEqual(['PERSON#~cole 2', 'PERSON#~ada 2', 'PERSON#~holt 2']);
});

test('a letter and a title before a colon name nobody, and what begins with one begins behind it', () => {
  const ids = found(
    '[PERSON Q. Ann] , will he go ? / A. He will . / [PERSON Q.] Why ? / A. So . / Q. Did he ? / A. Yes .',
  ).map(({ id, mentions }) => `${id} ${mentions.length}`);
  expect(ids).toEqual(['PERSON#~ann 1']);
});

/** People that a sentence brings in: kind, words, gender. */
const peopleOf = (text: string): string[] => {
  const [sentence] = annotate(written(text)).sentences;
  return peopleIn(sentence!.tokens, 0, [], []).map(({ kind, span, head, gender }) =>
    [kind, span.toText().text, `(${head.text})`, ...(gender ? [gender] : [])].join(' '),
  );
};

test.each([
  ...words(`the this that a an his her their its my our your another one every each any no`).map(
    (article): [string, string, string[]] => [
      article,
      `${article}/DET/det>1 actress/NOUN/nsubj>2 left/VERB/root>-1`,
      [`description ${article} actress (actress) female`],
    ],
  ),
  ['some', 'some/DET/det>1 actress/NOUN/nsubj>2 left/VERB/root>-1', []],
  [
    'a possessor',
    "Oslo/PROPN/nmod:poss>2 's/PART/case>0 driver/NOUN/nsubj>3 left/VERB/root>-1",
    ["description Oslo 's driver (driver)"],
  ],
  ['a thing', 'the/DET/det>1 table/NOUN/nsubj>2 left/VERB/root>-1', []],
  ['a verb', 'the/DET/det>1 driver/VERB/nsubj>2 left/VERB/root>-1', []],
  [
    'a name for an office',
    'the/DET/det>1 President/PROPN/nsubj>2 left/VERB/root>-1',
    ['description the President (President)'],
  ],
  ['what somebody is', 'he/PRON/nsubj>3 is/AUX/cop>3 a/DET/det>3 teacher/NOUN/root>-1', ['pronoun he (he) male']],
  ...['compound', 'flat', 'amod', 'fixed', 'appos', 'nmod:desc'].map((relation): [string, string, string[]] => [
    relation,
    `the/DET/det>1 driver/NOUN/${relation}>2 left/VERB/root>-1`,
    [],
  ]),
  ['nmod', 'the/DET/det>1 driver/NOUN/nmod>2 left/VERB/root>-1', ['description the driver (driver)']],
  [
    'words that describe',
    'the/DET/det>3 White/PROPN/compound>2 House/PROPN/compound>3 official/NOUN/nsubj>4 left/VERB/root>-1',
    ['description the White House official (official)'],
  ],
  ...words('case cc ccomp mark cop nsubj punct advmod aux appos parataxis')
    .filter((relation) => relation !== 'cop')
    .map((relation): [string, string, string[]] => [
      `${relation} before`,
      `so/X/${relation}>2 the/DET/det>2 driver/NOUN/nsubj>3 left/VERB/root>-1`,
      ['description the driver (driver)'],
    ]),
  [
    'in order',
    'she/PRON/nsubj>1 saw/VERB/root>-1 a/DET/det>3 driver/NOUN/obj>1 and/CCONJ/cc>5 him/PRON/conj>3',
    ['pronoun she (she) female', 'description a driver (driver)', 'pronoun him (him) male'],
  ],
])('people in a sentence, %s: %s', (_, text, people) => {
  expect(peopleOf(text)).toEqual(people);
});

test('what is named, or taken by a role, is described by nothing else', () => {
  const [sentence] = annotate(written('the/DET/det>1 driver/NOUN/nsubj>2 saw/VERB/root>-1 her/PRON/obj>2')).sentences;
  const name = { kind: 'name', sentence: 0, span: sentence!.from(3), head: sentence!.tokens[3]! } as const;
  expect(peopleIn(sentence!.tokens, 0, [name], [sentence!.until(2)])).toEqual([name]);
});
