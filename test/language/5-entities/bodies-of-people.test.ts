import { expect, test } from '@jest/globals';
import { annotate } from '../../../shared/language/annotate.ts';
import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { written } from './written-sentences.ts';

const bodiesOf = (text: string) =>
  findEntities(annotate(written(text))).entities.filter(({ type }) => type === 'ORGANIZATION');

/** Each body with its mentions: "Bo campaign: Bo campaign, campaign". */
const bodiesIn = (text: string): string[] =>
  bodiesOf(text).map(({ name, mentions }) => `${name}: ${mentions.map(({ text }) => text).join(', ')}`);

const LED = '[PERSON Ada/PROPN/nsubj>2 Bo/PROPN/flat>0] left/VERB/root>-1';
const SAYS = 'the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 said/VERB/root>-1 so/ADV';
const SLEEPS = 'the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 slept/VERB/root>-1';
const IT_SAYS = 'the/DET/det>1 campaign/NOUN/nsubj>2 said/VERB/root>-1 so/ADV';
const IT_SLEEPS = 'the/DET/det>1 campaign/NOUN/nsubj>2 slept/VERB/root>-1';

test.each([
  ['a campaign that speaks', `${LED} | ${SAYS}`, ['Bo campaign: Bo campaign']],
  ['a campaign that does not speak', `${LED} | ${SLEEPS}`, []],
  [
    'an administration',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] administration/NOUN/nsubj>3 said/VERB/root>-1 so`,
    ['Bo administration: Bo administration'],
  ],
  ['another noun', `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] house/NOUN/nsubj>3 said/VERB/root>-1 so`, []],
  [
    'of a possessive',
    `${LED} | [PERSON Bo/PROPN/nmod:poss>2] ~’s/PART/case>0 campaign/NOUN/nsubj>3 said/VERB/root>-1 so`,
    ['Bo campaign: Bo’s campaign'],
  ],
  [
    'without the title of whose it is',
    'the/DET/det>2 senator/NOUN/nmod:desc>2 [PERSON Bo/PROPN/nmod:poss>4] ~’s/PART/case>2 campaign/NOUN/nsubj>5 said/VERB/root>-1',
    ['Bo campaign: Bo’s campaign'],
  ],
  [
    'with the forename of whose it is',
    '[PERSON Ada/PROPN/nmod:poss>3 Bo/PROPN/flat>0] ~’s/PART/case>0 campaign/NOUN/nsubj>4 said/VERB/root>-1',
    ['Bo campaign: Ada Bo’s campaign'],
  ],
  ...['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'].map((suffix): [string, string, string[]] => [
    `whose name ends in ${suffix}`,
    `[PERSON Ada/PROPN/nmod:poss>4 Bo/PROPN/flat>0 ${suffix}/PROPN/flat>0] ~’s/PART/case>0 campaign/NOUN/nsubj>5 said/VERB/root>-1`,
    [`Bo campaign: Ada Bo ${suffix}’s campaign`],
  ]),
  [
    'according to it',
    `${LED} | according/VERB/case>4 to/ADP/case>4 the/DET/det>4 [PERSON Bo/PROPN/compound>4] campaign/NOUN/obl>6 she/PRON slept/VERB/root>-1`,
    ['Bo campaign: Bo campaign'],
  ],
  [
    'with it',
    `${LED} | with/ADP/case>3 the/DET/det>3 [PERSON Bo/PROPN/compound>3] campaign/NOUN/obl>5 she/PRON slept/VERB/root>-1`,
    [],
  ],
  [
    'which issued a statement saying so',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 issued/VERB/root>-1 a/DET/det>5 statement/NOUN/obj>3 saying/VERB/acl>5 so`,
    ['Bo campaign: Bo campaign'],
  ],
  [
    'which issued a statement about sleeping',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 issued/VERB/root>-1 a/DET/det>5 statement/NOUN/obj>3 about/ADP sleeping/VERB/acl>5`,
    [],
  ],
  [
    'which issued what was said',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 issued/VERB/root>-1 a/DET/det>5 statement/NOUN/obj>3 said/VERB/acl>5 so`,
    [],
  ],
  [
    'which slept and said so',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 slept/VERB/root>-1 and/CCONJ said/VERB/conj>3`,
    ['Bo campaign: Bo campaign'],
  ],
  [
    'which slept, and another said so',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 slept/VERB/root>-1 and/CCONJ she/PRON/nsubj>6 said/VERB/conj>3`,
    [],
  ],
  [
    'which slept and left',
    `${LED} | the/DET/det>2 [PERSON Bo/PROPN/compound>2] campaign/NOUN/nsubj>3 slept/VERB/root>-1 and/CCONJ left/VERB/conj>3`,
    [],
  ],
  ['which speaks once of twice', `${LED} | ${SLEEPS} | ${SAYS}`, ['Bo campaign: Bo campaign, Bo campaign']],
  [
    'a campaign against somebody',
    `${LED} | the/DET/det>1 campaign/NOUN/nsubj>3 [PERSON Bo/PROPN/nmod:poss>1] said/VERB/root>-1 so`,
    [],
  ],
  [
    'the manager of a campaign',
    `${LED} | the/DET/det>3 [PERSON Bo/PROPN/compound>2] campaign/NOUN/compound>3 manager/NOUN/nsubj>4 said/VERB/root>-1 so`,
    [],
  ],
  [
    'a campaign against hunger',
    `${LED} | the/DET/det>2 hunger/NOUN/compound>2 campaign/NOUN/nsubj>3 said/VERB/root>-1 so`,
    [],
  ],
  [
    'a campaign of a town',
    'the/DET/det>2 [LOCATION Averstad/PROPN/compound>2] campaign/NOUN/nsubj>3 said/VERB/root>-1 so',
    [],
  ],
  // Taken up.
  ['the campaign', `${LED} | ${SAYS} | ${IT_SLEEPS}`, ['Bo campaign: Bo campaign, campaign']],
  ['the campaign alone speaks', `${LED} | ${SLEEPS} | ${IT_SAYS}`, ['Bo campaign: Bo campaign, campaign']],
  ['the campaign, not yet named', `${LED} | ${IT_SLEEPS} | ${SAYS}`, ['Bo campaign: Bo campaign']],
  ['the campaign in the next paragraph', `${LED} | ${SAYS} / ${IT_SAYS}`, ['Bo campaign: Bo campaign, campaign']],
  ['the campaign two paragraphs on', `${LED} | ${SAYS} / It slept / ${IT_SAYS}`, ['Bo campaign: Bo campaign']],
  ['the campaign in the paragraph before', `${LED} / ${IT_SAYS} / ${SAYS}`, ['Bo campaign: Bo campaign']],
  [
    'the campaign between two names of it',
    `${LED} | ${SAYS} | ${IT_SAYS} / ${SLEEPS}`,
    ['Bo campaign: Bo campaign, campaign, Bo campaign'],
  ],
  [
    'the campaign before another name of it',
    `${LED} | ${SAYS} | ${IT_SAYS} | ${SLEEPS}`,
    ['Bo campaign: Bo campaign, campaign, Bo campaign'],
  ],
  [
    'the campaign in a later paragraph',
    `It rained / ${LED} | ${SAYS} | ${IT_SAYS}`,
    ['Bo campaign: Bo campaign, campaign'],
  ],
  ['in capitals', `${LED} | ${SAYS.replace('campaign/NOUN', 'Campaign/PROPN')}`, ['Bo campaign: Bo Campaign']],
  ['a campaign', `${LED} | ${SAYS} | ${IT_SAYS.replace('the/', 'a/')}`, ['Bo campaign: Bo campaign']],
  [
    'the new campaign',
    `${LED} | ${SAYS} | the/DET/det>2 new/ADJ/amod>2 campaign/NOUN/nsubj>3 said/VERB/root>-1`,
    ['Bo campaign: Bo campaign'],
  ],
  [
    'the campaign, beside a mark',
    `${LED} | ${SAYS} | the/DET/det>1 campaign/NOUN/nsubj>3 ~,/PUNCT/punct>1 said/VERB/root>-1`,
    ['Bo campaign: Bo campaign, campaign'],
  ],
  [
    'the campaign of either of two',
    `${LED} | [PERSON Cy/PROPN/nsubj>2 Roe/PROPN/flat>0] left/VERB/root>-1 | ${SAYS} | ${SAYS.replace('Bo', 'Roe')} | ${IT_SAYS}`,
    ['Bo campaign: Bo campaign', 'Roe campaign: Roe campaign'],
  ],
  [
    'the campaign of one, beside the administration of another',
    `${LED} | [PERSON Cy/PROPN/nsubj>2 Roe/PROPN/flat>0] left/VERB/root>-1 | ${SAYS} | ${SAYS.replace('Bo', 'Roe').replace('campaign', 'administration')} | ${IT_SAYS}`,
    ['Bo campaign: Bo campaign, campaign', 'Roe administration: Roe administration'],
  ],
  [
    'a campaign that is tagged as a body elsewhere',
    `${LED} | the [ORGANIZATION Bo campaign] grew | ${SAYS}`,
    ['Bo campaign: Bo campaign'],
  ],
])('%s: %s', (_, text, bodies) => {
  expect(bodiesIn(text)).toEqual(bodies);
});

test('a body has no weight in the article but what it says', () => {
  expect(bodiesOf(`${LED} | ${SAYS}`)).toEqual([
    {
      id: 'ORGANIZATION#bo-campaign',
      type: 'ORGANIZATION',
      name: 'Bo campaign',
      aliases: [],
      roles: [],
      salience: 0,
      mentions: [{ paragraph: 0, start: 16, end: 27, text: 'Bo campaign', kind: 'description' }],
    },
  ]);
});
