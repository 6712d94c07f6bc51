import { expect, test } from '@jest/globals';
import { parseArticle } from '../../../shared/article/parse-article.ts';
import { analyse } from '../../../shared/language/analyse.ts';
import type { Entity } from '../../../shared/language/analysis.ts';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';

const entitiesOf = async (text: string): Promise<readonly Entity[]> =>
  (await analyse(await parseArticle(Buffer.from(text)), await loadTagger())).entities;

const linkOf = async (text: string, name: string): Promise<string | undefined> =>
  (await entitiesOf(text)).find((entity) => entity.name === name || entity.aliases.includes(name))?.wikidata;

test.each([
  [
    'the city of the name that everybody knows',
    'The minister flew to Paris on Monday to meet bankers.',
    'Paris',
    'Q90',
  ],
  ['its namesake where the text says which', 'The fair in Paris, Texas, drew a crowd on Monday.', 'Paris', 'Q830149'],
  ['a country', 'Jordan said on Monday it would send aid to the camps.', 'Jordan', 'Q810'],
  ['a body by its acronym', 'The IMF said on Monday that growth would slow.', 'IMF', 'Q7804'],
  [
    'a province of two where the country is named',
    'Farmers in Punjab blocked roads across India on Monday.',
    'Punjab',
    'Q22424',
  ],
  [
    'a province that is told from its capital',
    'Rain fell over Rio de Janeiro state in Brazil.',
    'Rio de Janeiro',
    'Q41428',
  ],
  [
    'the city that stays itself where its namesake’s state is named',
    'The Texas governor flew to Paris on Monday.',
    'Paris',
    'Q90',
  ],
  [
    'a paper of a common title in its country',
    'Britain and Scotland disagree, the Guardian reported in London.',
    'Guardian',
    'Q11148',
  ],
  ['a leader', 'Narendra Modi spoke to farmers in India on Monday.', 'Narendra Modi', 'Q1058'],
])('links %s', async (_, text, name, item) => {
  expect(await linkOf(text, name)).toBe(item);
});

test.each([
  ['a private person', 'Anna Jordan, a nurse who lives nearby, saw the lights first.', 'Anna Jordan'],
  ['one of many towns', 'The school board of Springfield met on Monday.', 'Springfield'],
  ['a ministry of no country', 'The Foreign Ministry declined to comment on Monday.', 'Foreign Ministry'],
  [
    'a province or its capital',
    'A bridge in Rio de Janeiro fell on Monday, officials in Brazil said.',
    'Rio de Janeiro',
  ],
  [
    'a province of another country',
    'A bus crashed in Punjab on Monday, police in Pakistan said. Pakistan mourned.',
    'Punjab',
  ],
  ['a town of no state', 'A court in Addison in the United States freed him on Monday.', 'Addison'],
  ['a city for its team', 'Ajax drew 1-1. He came from Liverpool last summer and beat Chelsea twice.', 'Liverpool'],
  [
    'an airport for its patron',
    'The plane left Charles de Gaulle airport in France late on Saturday.',
    'Charles de Gaulle',
  ],
  ['a senator for an aid worker', 'The aid worker Margaret Hassan returned to the United States.', 'Margaret Hassan'],
  ['a newsroom', 'ABC News asked 1,200 people in the United States on Monday.', 'ABC News'],
  ['a paper of a common title abroad', 'The Herald, a daily of Harare, praised the leaders of Zimbabwe.', 'Herald'],
  ['a party of another country', 'Members of the Conservative Party in Canada voted on Monday.', 'Conservative Party'],
  ['what two letters may stand for', 'The droid BD followed him through the United States.', 'BD'],
  ['a planet', 'The probe passed Jupiter and its moons on Monday.', 'Jupiter'],
])('leaves %s without a link', async (_, text, name) => {
  expect(await linkOf(text, name)).toBeUndefined();
});

test('an acronym that is not made of initials meets the long name', async () => {
  const entities = await entitiesOf(
    'The Bharatiya Janata Party won the vote in India. The BJP said on Monday that it would form a government.\n\n' +
      'The Federal Reserve left rates alone. The Fed will meet again in May.',
  );
  const names = entities.filter(({ type }) => type === 'ORGANIZATION').map(({ name, aliases }) => [name, ...aliases]);
  expect(names).toEqual([
    ['Bharatiya Janata Party', 'BJP'],
    ['Federal Reserve', 'Fed'],
  ]);
});
