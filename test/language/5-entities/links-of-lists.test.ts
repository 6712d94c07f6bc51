import { expect, test } from '@jest/globals';
import { linkEntities } from '../../../shared/language/5-entities/links/link-entities.ts';
import type { Entity } from '../../../shared/language/analysis.ts';
import {
  KINDS,
  typeOfKind,
  type Gazetteer,
  type Kind,
  type Knowledge,
  type Known,
} from '../../../shared/language/knowledge/gazetteer.ts';
import { written } from './written-sentences.ts';

/** Lists of invented names: "Vexo = city 40 NO"; "weak" and uses ("word") behind it. The nth line is of item Qn. */
function gazetteerOf(lines: readonly string[]): Gazetteer {
  const names = new Map<string, { bearers: Known[]; uses: Set<string> }>();
  for (const [index, line] of lines.entries()) {
    const [name = '', rest = ''] = line.split(' = ');
    const known = names.get(name) ?? { bearers: [], uses: new Set() };
    names.set(name, known);
    const [, kind = '', prominence, code, more = ''] =
      /^(\D+?)(?: (\d+))?(?: ([A-Z]{2}(?:-[A-Z]+)?))?((?: \w+)*)$/.exec(rest)!;
    if (!KINDS.includes(kind as Kind)) known.uses.add(kind);
    else {
      const alias = / as (\d+)/.exec(more)?.[1];
      known.bearers.push({
        entry: Number(alias ?? index + 1),
        kind: kind as Kind,
        type: typeOfKind(kind as Kind),
        prominence: Number(prominence),
        ...(code !== undefined && { code }),
        wikidata: `Q${alias ?? index + 1}`,
        weak: more.includes('weak'),
      });
    }
  }
  const lookUp = (name: string): Knowledge => {
    const { bearers = [], uses = new Set() } = names.get(name) ?? {};
    return {
      bearers: [...bearers].sort((a, b) => b.prominence - a.prominence),
      word: uses.has('word'),
      surname: uses.has('surname'),
      forename: uses.has('forename'),
    };
  };
  return { lookUp } as unknown as Gazetteer;
}

/** Countries and provinces that the articles name. */
const CODES: Readonly<Record<string, string>> = {
  Norland: 'NO',
  Sudland: 'SU',
  Ostmark: 'NO-O',
  Punja: 'NO-P',
  Usa: 'US',
  Ohia: 'US-OH',
};

function entitiesIn(
  text: string,
  roles: readonly string[],
): { entities: Entity[]; paragraphs: { ordinal: number; text: string }[] } {
  const { paragraphs, sentences } = written(text);
  const entities = new Map<string, Entity>();
  for (const { paragraph, tokens, names } of sentences)
    for (const { type, first, end } of names) {
      const start = tokens[first]!.start;
      const until = tokens[end - 1]!.end;
      const name = paragraphs[paragraph]!.text.slice(start, until);
      const code = CODES[name];
      const entity: Entity = entities.get(name) ?? {
        id: `${type}#${name.includes(' ') ? '' : '~'}${name}`,
        type,
        name,
        aliases: [],
        roles: entities.size === 0 ? roles.map((role) => ({ paragraph: 0, start: 0, end: 0, text: role })) : [],
        ...(code !== undefined && { countryCode: code }),
        salience: 0,
        mentions: [],
      };
      entities.set(name, {
        ...entity,
        mentions: [...entity.mentions, { paragraph, start, end: until, text: name, kind: 'name' }],
      });
    }
  return { entities: [...entities.values()], paragraphs: [...paragraphs] };
}

type Case = readonly [
  why: string,
  text: string,
  lists: readonly string[],
  item: string | undefined,
  roles?: readonly string[],
];

const CASES: readonly Case[] = [
  // Places.
  ['a place that all know', 'It is [LOCATION Vexo]', ['Vexo = city 34'], 'Q1'],
  ['a place that few know', 'It is [LOCATION Vexo]', ['Vexo = city 33'], undefined],
  ['one of its country', 'It is [LOCATION Vexo] of [LOCATION Norland]', ['Vexo = city 10 NO'], 'Q1'],
  ['one of another country', 'It is [LOCATION Vexo] of [LOCATION Sudland]', ['Vexo = city 10 NO'], undefined],
  ['one of no country', 'It is [LOCATION Vexo] of [LOCATION Sudland]', ['Vexo = city 10'], undefined],
  ['an American town', 'It is [LOCATION Vexo] of [LOCATION Usa]', ['Vexo = city 27 US-OH'], undefined],
  ['a large American town', 'It is [LOCATION Vexo] of [LOCATION Usa]', ['Vexo = city 28 US-OH'], 'Q1'],
  ['an American town of its state', 'It is [LOCATION Vexo] of [LOCATION Ohia]', ['Vexo = city 27 US-OH'], 'Q1'],
  ['an American hill', 'It is [LOCATION Vexo] of [LOCATION Usa]', ['Vexo = nature 27 US-OH'], 'Q1'],
  ['one that is weak', 'It is [LOCATION Vexo]', ['Vexo = city 60 weak'], undefined],
  ['a body of the name', 'It is [LOCATION Vexo]', ['Vexo = company 60'], undefined],
  ['a body that is better known', 'It is [LOCATION Vexo]', ['Vexo = company 60', 'Vexo = city 50'], undefined],
  ['a body as well known', 'It is [LOCATION Vexo]', ['Vexo = city 60', 'Vexo = company 60'], 'Q1'],
  ['a weak body that is better known', 'It is [LOCATION Vexo]', ['Vexo = company 60 weak', 'Vexo = city 50'], 'Q2'],
  ['a word', 'It is [LOCATION Vexo]', ['Vexo = city 60', 'Vexo = word'], undefined],
  [
    'a word with its region',
    'It is [LOCATION Vexo] ~, Ohia',
    ['Vexo = city 60 US-OH', 'Vexo = word', 'Ohia = region 50 US-OH'],
    'Q1',
  ],
  ['the first of two by far', 'It is [LOCATION Vexo]', ['Vexo = city 50 NO', 'Vexo = city 30 SU'], 'Q1'],
  ['the first of two, little known', 'It is [LOCATION Vexo]', ['Vexo = city 49 NO', 'Vexo = city 29 SU'], undefined],
  ['the first of two by little', 'It is [LOCATION Vexo]', ['Vexo = city 60 NO', 'Vexo = city 41 SU'], undefined],
  [
    'the second, of its country',
    'It is [LOCATION Vexo] of [LOCATION Sudland]',
    ['Vexo = city 60 NO', 'Vexo = city 41 SU'],
    'Q2',
  ],
  [
    'the second, of its country, by far',
    'It is [LOCATION Vexo] of [LOCATION Sudland]',
    ['Vexo = city 61 NO', 'Vexo = city 41 SU'],
    undefined,
  ],
  [
    'the first, of its country',
    'It is [LOCATION Vexo] of [LOCATION Norland]',
    ['Vexo = city 60 NO', 'Vexo = city 41 SU'],
    'Q1',
  ],
  [
    'two of the country',
    'It is [LOCATION Vexo] of [LOCATION Norland]',
    ['Vexo = city 60 NO', 'Vexo = city 41 NO'],
    undefined,
  ],
  [
    'two of the country, one by far',
    'It is [LOCATION Vexo] of [LOCATION Norland]',
    ['Vexo = city 61 NO', 'Vexo = city 41 NO'],
    'Q1',
  ],
  [
    'two of the country, behind a third',
    'It is [LOCATION Vexo] of [LOCATION Sudland]',
    ['Vexo = city 42 NO', 'Vexo = city 41 SU', 'Vexo = city 40 SU'],
    undefined,
  ],
  [
    'one of the province',
    'It is [LOCATION Vexo] of [LOCATION Ostmark]',
    ['Vexo = city 60 SU', 'Vexo = city 41 NO-O'],
    'Q2',
  ],
  [
    'two of the province',
    'It is [LOCATION Vexo] of [LOCATION Ostmark]',
    ['Vexo = city 42 NO-O', 'Vexo = city 41 NO-O'],
    undefined,
  ],
  [
    'one of the province, by far behind',
    'It is [LOCATION Vexo] of [LOCATION Ostmark]',
    ['Vexo = city 61 SU', 'Vexo = city 41 NO-O'],
    'Q1',
  ],
  [
    'one of the province, by far behind one little known',
    'It is [LOCATION Vexo] of [LOCATION Ostmark]',
    ['Vexo = city 49 SU', 'Vexo = city 29 NO-O'],
    undefined,
  ],
  [
    'a region behind',
    'It is [LOCATION Vexo] ~, Ohia',
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'Ohia = region 50 US-OH'],
    'Q2',
  ],
  [
    'a country behind',
    'It is [LOCATION Vexo] ~, Usa',
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'Usa = country 50 US'],
    'Q2',
  ],
  [
    'a region of two words behind',
    'It is [LOCATION Vexo] ~, New Ohia',
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'New Ohia = region 50 US-OH'],
    'Q2',
  ],
  [
    'a region in the name',
    'It is [LOCATION Vexo ~, Ohia]',
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'Ohia = region 50 US-OH'],
    'Q2',
  ],
  [
    'a region that has two',
    'It is [LOCATION Vexo] ~, Ohia',
    ['Vexo = city 60 US-OH', 'Vexo = city 20 US-OH', 'Ohia = region 50 US-OH'],
    undefined,
  ],
  [
    'a region that has none',
    'It is [LOCATION Vexo] ~, Ohia',
    ['Vexo = city 60 SU', 'Ohia = region 50 US-OH'],
    undefined,
  ],
  ['a city behind', 'It is [LOCATION Vexo] ~, Ohia', ['Vexo = city 60 SU', 'Ohia = city 50 US-OH'], 'Q1'],
  [
    'a region behind a later mention',
    'It is [LOCATION Vexo] and [LOCATION Vexo] ~, Ohia',
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'Ohia = region 50 US-OH'],
    'Q2',
  ],
  [
    'a region behind the sixth mention',
    `It is ${'[LOCATION Vexo] and '.repeat(5)}[LOCATION Vexo] ~, Ohia`,
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'Ohia = region 50 US-OH'],
    'Q1',
  ],
  [
    'an organisation as a region',
    'It is [LOCATION Vexo] ~, Ohia',
    ['Vexo = city 60 SU', 'Vexo = city 20 US-OH', 'Ohia = region 50 US-OH', 'Ohia = company 40 SU'],
    'Q2',
  ],
  ['a country', '[LOCATION Norland] lost', ['Norland = country 90 NO', 'Norland = city 95 SU'], 'Q1'],
  ['a country that no list has', '[LOCATION Norland] lost', ['Norland = city 90 NO'], undefined],
  ['a province', '[LOCATION Ostmark] lost', ['Ostmark = region 50 NO-O'], 'Q1'],
  [
    'a province with its capital',
    '[LOCATION Ostmark] lost',
    ['Ostmark = region 50 NO-O', 'Ostmark = city 50 NO-O'],
    undefined,
  ],
  [
    'a province with a small town',
    '[LOCATION Ostmark] lost',
    ['Ostmark = region 50 NO-O', 'Ostmark = city 49 NO-O'],
    'Q1',
  ],
  [
    'a province with a town abroad',
    '[LOCATION Ostmark] lost',
    ['Ostmark = region 50 NO-O', 'Ostmark = city 60 SU'],
    'Q1',
  ],
  [
    'a province, behind its state',
    'The province of [LOCATION Ostmark] lost',
    ['Ostmark = region 50 NO-O', 'Ostmark = city 60 NO-O'],
    'Q1',
  ],
  [
    'a province, before its state',
    'The [LOCATION Ostmark] province lost',
    ['Ostmark = region 50 NO-O', 'Ostmark = city 60 NO-O'],
    'Q1',
  ],
  [
    'a province and one abroad',
    '[LOCATION Punja] lost',
    ['Punja = region 50 NO-P', 'Punja = region 50 SU-P'],
    undefined,
  ],
  [
    'a province and a lesser one abroad',
    '[LOCATION Punja] lost',
    ['Punja = region 50 NO-P', 'Punja = region 30 SU-P'],
    'Q1',
  ],
  [
    'a province and one abroad, its country named',
    '[LOCATION Punja] of [LOCATION Norland]',
    ['Punja = region 50 NO-P', 'Punja = region 50 SU-P'],
    'Q1',
  ],
  [
    'a province and one abroad, both countries named',
    '[LOCATION Punja] of [LOCATION Norland] or [LOCATION Sudland]',
    ['Punja = region 50 NO-P', 'Punja = region 50 SU-P'],
    undefined,
  ],
  [
    'a province and another of the country',
    '[LOCATION Punja] lost',
    ['Punja = region 50 NO-P', 'Punja = region 50 NO-O'],
    'Q1',
  ],
  ...['city', 'town', 'village'].flatMap((kind): Case[] => [
    [`a ${kind} before`, `The ${kind} of [LOCATION Vexo]`, ['Vexo = region 60 NO-V', 'Vexo = city 40 NO'], 'Q2'],
    [`a ${kind} right before`, `The ${kind} [LOCATION Vexo]`, ['Vexo = region 60 NO-V', 'Vexo = city 40 NO'], 'Q2'],
  ]),
  ['a state before', 'The state of [LOCATION Vexo]', ['Vexo = city 60 NO', 'Vexo = region 40 NO-V'], 'Q2'],
  ['a province before', 'The province of [LOCATION Vexo]', ['Vexo = city 60 NO', 'Vexo = region 40 NO-V'], 'Q2'],
  ...['state', 'province', 'governorate'].map((kind): Case => [
    `a ${kind} behind`,
    `The [LOCATION Vexo] ${kind}`,
    ['Vexo = city 60 NO', 'Vexo = region 40 NO-V'],
    'Q2',
  ]),
  [
    'a state of something behind',
    'The [LOCATION Vexo] state of mind',
    ['Vexo = city 60 NO', 'Vexo = region 40 NO-V'],
    'Q1',
  ],
  ...['airport', 'airfield', 'airbase', 'air base', 'international airport'].map((kind): Case => [
    `an ${kind} behind`,
    `The [LOCATION Vexo] ${kind}`,
    ['Vexo = city 60 NO', 'Vexo = place 40 NO'],
    'Q2',
  ]),
  [
    'a team’s town in an article on matches',
    '[LOCATION Vexo] beat [ORGANIZATION Aa] and [ORGANIZATION Bb]',
    ['Vexo = city 60', 'Aa = team 50', 'Bb = team 50'],
    undefined,
  ],
  ['a town with one team', '[LOCATION Vexo] beat [ORGANIZATION Aa]', ['Vexo = city 60', 'Aa = team 50'], 'Q1'],
  [
    'a town with two bodies',
    '[LOCATION Vexo] beat [ORGANIZATION Aa] and [ORGANIZATION Bb]',
    ['Vexo = city 60', 'Aa = bank 50', 'Bb = bank 50'],
    'Q1',
  ],
  [
    'a country in an article on matches',
    '[LOCATION Norland] beat [ORGANIZATION Aa] and [ORGANIZATION Bb]',
    ['Norland = country 60 NO', 'Aa = team 50', 'Bb = team 50'],
    'Q1',
  ],
  ...['in', 'at', 'from', 'near', 'of', 'to'].map((word): Case => [
    `"${word}" a town in an article on matches`,
    `So ${word} [LOCATION Vexo] beat [ORGANIZATION Aa] and [ORGANIZATION Bb]`,
    ['Vexo = city 60', 'Aa = team 50', 'Bb = team 50'],
    'Q1',
  ]),
  [
    'a town that is a team beside another',
    'So to [LOCATION Vexo] beat [ORGANIZATION Aa]',
    ['Vexo = city 60', 'Vexo = team 61', 'Aa = team 50'],
    undefined,
  ],
  ...['in', 'near', 'outside'].map((word): Case => [
    `"${word}" a town that is a team`,
    `So ${word} [LOCATION Vexo] beat [ORGANIZATION Aa]`,
    ['Vexo = city 60', 'Vexo = team 61 weak', 'Aa = team 50'],
    'Q1',
  ]),
  // Organisations.
  ['a body of words', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = body 50'], 'Q1'],
  ['a lesser body of words', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = body 49'], undefined],
  [
    'a lesser body of words, of its country',
    'The [ORGANIZATION Vexo Club] met in [LOCATION Norland]',
    ['Vexo Club = body 49 NO'],
    'Q1',
  ],
  ['a body of one word', 'The [ORGANIZATION Vexo] met', ['Vexo = body 58'], 'Q1'],
  ['a lesser body of one word', 'The [ORGANIZATION Vexo] met in [LOCATION Norland]', ['Vexo = body 57 NO'], undefined],
  ['a body with a hyphen', 'The [ORGANIZATION Vexo-Club] met', ['Vexo-Club = body 50'], 'Q1'],
  ['a body of two letters', 'The [ORGANIZATION VC] met', ['VC = body 70'], 'Q1'],
  ['a lesser body of two letters', 'The [ORGANIZATION VC] met', ['VC = body 69'], undefined],
  ['a weak name', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = body 60 weak'], undefined],
  [
    'a place of the name',
    'The [ORGANIZATION Vexo Club] met',
    ['Vexo Club = body 60', 'Vexo Club = city 46'],
    undefined,
  ],
  [
    'a small place of the name',
    'The [ORGANIZATION Vexo Club] met',
    ['Vexo Club = body 60', 'Vexo Club = city 45'],
    'Q1',
  ],
  ['one of two by far', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = body 60', 'Vexo Club = body 40'], 'Q1'],
  [
    'one of two by little',
    'The [ORGANIZATION Vexo Club] met',
    ['Vexo Club = body 60', 'Vexo Club = body 41'],
    undefined,
  ],
  [
    'one of two, of its country',
    'The [ORGANIZATION Vexo Club] met in [LOCATION Norland]',
    ['Vexo Club = body 60', 'Vexo Club = body 41 NO'],
    'Q2',
  ],
  [
    'one of two of one word, of its country',
    'The [ORGANIZATION Vexo] met in [LOCATION Norland]',
    ['Vexo = body 60', 'Vexo = body 57 NO'],
    undefined,
  ],
  [
    'one of two of one word, known, of its country',
    'The [ORGANIZATION Vexo] met in [LOCATION Norland]',
    ['Vexo = body 60', 'Vexo = body 58 NO'],
    'Q2',
  ],
  [
    'one of three, of its country, far behind',
    'The [ORGANIZATION Vexo Club] met in [LOCATION Norland]',
    ['Vexo Club = body 60', 'Vexo Club = body 59', 'Vexo Club = body 40 NO'],
    undefined,
  ],
  ['a word', 'The [ORGANIZATION Vexo] met', ['Vexo = body 90', 'Vexo = word'], undefined],
  ['a team of one word', 'The [ORGANIZATION Vexo] met', ['Vexo = team 90'], undefined],
  ['a team of two words', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = team 90', 'Vexo Club = word'], 'Q1'],
  ...['surname', 'forename'].flatMap((use): Case[] => [
    [`a ${use}`, 'The [ORGANIZATION Vexo] met', ['Vexo = body 69', `Vexo = ${use}`], undefined],
    [`a ${use} of the best known`, 'The [ORGANIZATION Vexo] met', ['Vexo = body 70', `Vexo = ${use}`], 'Q1'],
  ]),
  ...(['government', 'security'] as const).flatMap((kind): Case[] => [
    [`${kind} of one word`, 'The [ORGANIZATION Vexo] met', [`Vexo = ${kind} 79`], undefined],
    [`${kind} of one word that all know`, 'The [ORGANIZATION Vexo] met', [`Vexo = ${kind} 80`], 'Q1'],
    [`${kind} of no country`, 'The [ORGANIZATION Vexo Club] met', [`Vexo Club = ${kind} 80 NO`], undefined],
    [
      `${kind} of its country`,
      'The [ORGANIZATION Vexo Club] met in [LOCATION Norland]',
      [`Vexo Club = ${kind} 80 NO`],
      'Q1',
    ],
  ]),
  [
    'a ministry of another country',
    'The [ORGANIZATION Vexo Club] met in [LOCATION Norland] and [LOCATION Sudland] in [LOCATION Sudland]',
    ['Vexo Club = government 80 NO'],
    undefined,
  ],
  [
    'a ministry that names its country',
    'The [ORGANIZATION Norlandish Club] met',
    ['Norlandish Club = government 80 NO', 'Norlandish = people 50 NO'],
    'Q1',
  ],
  [
    'a ministry that names its state',
    'The [ORGANIZATION Norland Club] met',
    ['Norland Club = government 80 NO', 'Norland = country 50 NO'],
    'Q1',
  ],
  [
    'a ministry that names another country',
    'The [ORGANIZATION Norland Club] met',
    ['Norland Club = government 80 SU', 'Norland = country 50 NO'],
    undefined,
  ],
  [
    'a ministry that names a town',
    'The [ORGANIZATION Vexo Club] met',
    ['Vexo Club = government 80 NO', 'Vexo = city 50 NO'],
    undefined,
  ],
  [
    'a ministry by its letters',
    'The [ORGANIZATION VXC] met in [LOCATION Norland] and [LOCATION Sudland] in [LOCATION Sudland]',
    ['VXC = government 58 NO'],
    'Q1',
  ],
  [
    'a ministry by its letters, with stops',
    'The [ORGANIZATION V.X.] met in [LOCATION Norland] and [LOCATION Sudland] in [LOCATION Sudland]',
    ['V.X. = government 58 NO'],
    'Q1',
  ],
  [
    'a lesser ministry by its letters',
    'The [ORGANIZATION VXC] met in [LOCATION Norland] and [LOCATION Sudland] in [LOCATION Sudland]',
    ['VXC = government 57 NO'],
    undefined,
  ],
  ['a ministry by its letters, of no country', 'The [ORGANIZATION VXC] met', ['VXC = government 58 NO'], undefined],
  [
    'a party of its country',
    'The [ORGANIZATION Vexo Club] met in [LOCATION Norland]',
    ['Vexo Club = party 80 NO'],
    'Q1',
  ],
  ['a party of another country', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = party 80 NO'], undefined],
  ['a party of no country', 'The [ORGANIZATION Vexo Club] met', ['Vexo Club = party 80'], 'Q1'],
  ['a newspaper', 'The [ORGANIZATION Herald] wrote', ['Herald = media 80 NO'], undefined],
  [
    'a newspaper of the country',
    'The [ORGANIZATION Herald] wrote in [LOCATION Norland]',
    ['Herald = media 80 NO'],
    'Q1',
  ],
  ['Insider', 'The [ORGANIZATION Insider] wrote', ['Insider = media 80 NO'], undefined],
  ['a newsroom', 'The [ORGANIZATION VXC News] wrote', ['VXC News = media 80', 'VXC = media 80 as 1'], undefined],
  [
    'another News',
    'The [ORGANIZATION VXC News] wrote in [LOCATION Norland]',
    ['VXC News = media 80 NO', 'VXC = media 80'],
    'Q1',
  ],
  ['a country’s own', 'The [ORGANIZATION Norland] met', ['Norland = body 80'], undefined],
  // People.
  ['one whom all know', '[PERSON Ada Bo] left', ['Ada Bo = person 62'], 'Q1'],
  ['one whom few know', '[PERSON Ada Bo] left', ['Ada Bo = person 61'], undefined],
  ['one of two by far', '[PERSON Ada Bo] left', ['Ada Bo = person 62', 'Ada Bo = person 42'], 'Q1'],
  ['one of two by little', '[PERSON Ada Bo] left', ['Ada Bo = person 62', 'Ada Bo = person 43'], undefined],
  ['one of her country', '[PERSON Ada Bo] left [LOCATION Norland]', ['Ada Bo = person 50 NO'], 'Q1'],
  ['a lesser one of her country', '[PERSON Ada Bo] left [LOCATION Norland]', ['Ada Bo = person 49 NO'], undefined],
  [
    'one of her country who is something',
    '[PERSON Ada Bo] left [LOCATION Norland]',
    ['Ada Bo = person 50 NO'],
    undefined,
    ['driver'],
  ],
  [
    'two of the country',
    '[PERSON Ada Bo] left [LOCATION Norland]',
    ['Ada Bo = person 50 NO', 'Ada Bo = person 51 NO'],
    undefined,
  ],
  ['a surname alone', '[PERSON Bo] left [LOCATION Norland]', ['Bo = person 75 NO'], 'Q1'],
  ['a surname alone, lesser known', '[PERSON Bo] left [LOCATION Norland]', ['Bo = person 74 NO'], undefined],
  ['a surname alone, of no country', '[PERSON Bo] left', ['Bo = person 75 NO'], undefined],
  ['a surname alone, of an office', '[PERSON Bo] left', ['Bo = person 75 NO'], 'Q1', ['president']],
  ['a surname of two', '[PERSON Bo] left [LOCATION Norland]', ['Bo = person 75 NO', 'Bo = person 10'], undefined],
  ['a part of a name', '[PERSON Ada Bo] left', ['Ada Bo = person 80 NO weak'], undefined],
  ['a body of the name', '[PERSON Ada Bo] left', ['Ada Bo = company 80'], undefined],
  ...`president minister premier chancellor mp mep senator congressman representative rep sen lawmaker legislator governor mayor
    leader secretary politician speaker judge justice ambassador commissioner chairwoman deputy king queen prince princess
    dictator adviser advisor envoy diplomat attorney-general secretary-general`
    .split(/\s+/)
    .concat('Attorney General', 'chief executive', 'chief of staff', 'chief whip')
    .map((role): Case => [
      role,
      '[PERSON Ada Bo] left [LOCATION Norland]',
      ['Ada Bo = politician 20 NO'],
      'Q1',
      [role],
    ]),
  ...'player striker midfielder defender goalkeeper captain forward coach manager winger'
    .split(' ')
    .map((role): Case => [role, '[PERSON Ada Bo] left [LOCATION Norland]', ['Ada Bo = athlete 20 NO'], 'Q1', [role]]),
  ...'actor actress singer director star comedian musician'
    .split(' ')
    .map((role): Case => [
      role,
      '[PERSON Ada Bo] left [LOCATION Norland]',
      ['Ada Bo = entertainer 20 NO'],
      'Q1',
      [role],
    ]),
  ...(['politician', 'athlete', 'entertainer', 'person'] as const).map((kind): Case => [
    `a driver is no ${kind}`,
    '[PERSON Ada Bo] left [LOCATION Norland]',
    [`Ada Bo = ${kind} 60 NO`],
    undefined,
    ['driver'],
  ]),
  [
    'a president is no athlete',
    '[PERSON Ada Bo] left [LOCATION Norland]',
    ['Ada Bo = athlete 60 NO'],
    undefined,
    ['president'],
  ],
  [
    'a president is no entertainer',
    '[PERSON Ada Bo] left [LOCATION Norland]',
    ['Ada Bo = entertainer 60 NO'],
    undefined,
    ['president'],
  ],
  [
    'one of the same name whose office fits',
    '[PERSON Ada Bo] left [LOCATION Norland]',
    ['Ada Bo = athlete 61 NO', 'Ada Bo = politician 50 NO'],
    'Q2',
    ['mayor'],
  ],
  ...`airport avenue award bridge center centre foundation hospital institute library prize road school square stadium street
    university`
    .split(/\s+/)
    .map((thing): Case => [`the ${thing}`, `The [PERSON Ada Bo] ${thing} shut`, ['Ada Bo = person 80'], undefined]),
  ['the international airport', 'The [PERSON Ada Bo] International Airport shut', ['Ada Bo = person 80'], undefined],
  ['whose prize', 'The [PERSON Ada Bo] ~’s prize fell', ['Ada Bo = person 80'], undefined],
  ['the prize and the person', 'The [PERSON Ada Bo] prize went to [PERSON Ada Bo] again', ['Ada Bo = person 80'], 'Q1'],
];

test.each(CASES)('%s: %s', (_, text, lists, item, roles = []) => {
  const { entities, paragraphs } = entitiesIn(text, roles);
  const [first] = linkEntities(entities, paragraphs, gazetteerOf(lists));
  expect(first!.wikidata).toBe(item);
});

test('a place tells the country of a body and of a person', () => {
  const { entities, paragraphs } = entitiesIn(
    '[PERSON Ada Bo] of the [ORGANIZATION Vexo Club] left [LOCATION Vexo]',
    [],
  );
  const lists = ['Ada Bo = person 50 NO', 'Vexo Club = body 40 NO', 'Vexo = city 50 NO'];
  expect(linkEntities(entities, paragraphs, gazetteerOf(lists)).map(({ wikidata }) => wikidata)).toEqual([
    'Q1',
    'Q2',
    'Q3',
  ]);
});

test('the long name and the acronym agree on one', () => {
  const { entities, paragraphs } = entitiesIn('The [ORGANIZATION VXC] met', []);
  const called = entities.map((entity) => ({ ...entity, aliases: ['Vexo Club'] }));
  const lists = ['VXC = body 60', 'VXC = body 59', 'Vexo Club = body 59 as 2'];
  expect(linkEntities(called, paragraphs, gazetteerOf(lists))[0]!.wikidata).toBe('Q2');
});

test('a link has what the lists have: an item, a place’s number', () => {
  const { entities, paragraphs } = entitiesIn('It is [LOCATION Vexo] by [LOCATION Bexo]', []);
  const known = gazetteerOf(['Vexo = city 60']).lookUp('Vexo').bearers[0]!;
  const { wikidata: _item, ...bare } = known;
  const lists: Record<string, Known[]> = { Vexo: [{ ...known, geonames: 7 }], Bexo: [bare] };
  const lookUp = (name: string): Knowledge => ({
    bearers: lists[name] ?? [],
    word: false,
    surname: false,
    forename: false,
  });
  const [vexo, bexo] = linkEntities(entities, paragraphs, { lookUp } as unknown as Gazetteer);
  expect(vexo).toEqual({ ...entities[0], wikidata: 'Q1', geonames: 7 });
  expect(bexo).toEqual(entities[1]);
});
