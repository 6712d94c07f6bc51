import { statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Gazetteer, GazetteerMismatch } from '../../../shared/language/knowledge/gazetteer.ts';
import { nameKey } from '../../../shared/language/knowledge/name-key.ts';
import { readGazetteer, world } from '../../../shared/language/knowledge/world.ts';

const bestOf = (name: string) => world().lookUp(name).bearers[0];

describe('the gazetteer', () => {
  test.each([
    ['Addis Ababa', 'LOCATION', 'city', 'Q3624'],
    ['Haaretz', 'ORGANIZATION', 'media', 'Q216393'],
    ['Jordan', 'LOCATION', 'country', 'Q810'],
    ['Mossad', 'ORGANIZATION', 'security', undefined],
    ['Nedbank Namibia', 'ORGANIZATION', 'company', undefined],
    ['Narendra Modi', 'PERSON', 'politician', 'Q1058'],
    ['Yoruba', 'GROUP', 'people', undefined],
  ])('knows %s as %s', (name, type, kind, wikidata) => {
    expect(bestOf(name)).toMatchObject({ type, kind, weak: false });
    expect(bestOf(name)?.wikidata).toBe(wikidata);
  });

  test.each([
    ['IMF', 'International Monetary Fund'],
    ['WHO', 'World Health Organization'],
    ['UN', 'United Nations'],
    ['the U.N.', 'United Nations'],
    ['BJP', 'Bharatiya Janata Party'],
    ['al-Shabaab', 'Al Shabaab'],
    ['the United States', 'U.S.'],
    ['Kiev', 'Kyiv'],
  ])('"%s" and "%s" are one', (name, other) => {
    expect(bestOf(name)?.entry).toBe(bestOf(other)?.entry);
  });

  test('tells what a name is besides, and the lesser bearers', () => {
    expect(world().lookUp('Jordan')).toMatchObject({ surname: true, forename: true, word: false });
    expect(world().lookUp('Target')).toMatchObject({ word: true });
    expect(
      world()
        .lookUp('Georgia')
        .bearers.slice(0, 2)
        .map(({ code }) => code),
    ).toEqual(['GE', 'US-GA']);
  });

  test('knows nothing of what is in no list, and of no name', () => {
    expect(world().lookUp('Qwerty Uiop').bearers).toEqual([]);
    expect(world().lookUp('').bearers).toEqual([]);
    expect(world().lookUp('A'.repeat(100_000)).bearers).toEqual([]);
  });

  test('is at most 3 MB', () => {
    expect(statSync('shared/language/knowledge/data/gazetteer.bin').size).toBeLessThanOrEqual(3_000_000);
  });

  test('says where a file is wanted and how to restore it', () => {
    expect(() => readGazetteer(new URL('file:///nowhere/'))).toThrow(/KNOWLEDGE_DIRECTORY.*git checkout/);
    expect(() => new Gazetteer(new Uint8Array(64))).toThrow(GazetteerMismatch);
  });
});

test.each([
  ['the U.S.', 'US'],
  ['WHO', 'WHO'],
  ['Who', 'who'],
  ['Željko’s', 'zeljko'],
  ['AT&T', 'at and t'],
  ['Social Science & Medicine', 'social science and medicine'],
])('the key of "%s" is "%s"', (name, key) => {
  expect(nameKey(name)).toBe(key);
});
