import { expect, test } from '@jest/globals';
import { detectLanguage, reasonToSkip } from '../../shared/language/detect-language.ts';

const detect = (text: string) => detectLanguage([{ ordinal: 0, text }]);

const ENGLISH =
  'The prime minister said on Tuesday that the government would put a new immigration bill before parliament by the end of the year.';

test.each([
  ['eng', ENGLISH],
  ['eng', ENGLISH.toUpperCase()],
  [
    'eng',
    'Arsenal 2 Chelsea 1\nLiverpool 3 Everton 0\nReal Madrid 1 Barcelona 1\nBayern Munich 4 Dortmund 2\nJuventus 1 Milan 0',
  ],
  ['und', 'Rain fell.'],
  ['und', '3 - 2'],
  [
    'fra',
    'Le premier ministre a annoncé mardi que le gouvernement présenterait un projet de loi sur l’immigration avant la fin de l’année.',
  ],
  [
    'deu',
    'Der Kanzler sagte am Dienstag, die Regierung werde noch vor Jahresende einen neuen Entwurf in den Bundestag einbringen, der strenger sei.',
  ],
  [
    'spa',
    'El presidente anunció el martes que presentará un nuevo proyecto de ley sobre la inmigración antes de que termine el año en curso.',
  ],
  ['rus', 'Президент заявил во вторник, что правительство внесёт новый законопроект.'],
  ['jpn', '首相は火曜日、政府が年末までに新しい法案を提出すると述べた。'],
])('%s: %s', (language, text) => {
  expect(detect(text)).toBe(language);
});

test('what is not English is skipped with a reason that names the language', () => {
  expect(reasonToSkip('fra')).toMatch(/French \(fra\).*; drop a translation\.$/);
  expect(reasonToSkip('eng')).toBeUndefined();
  expect(reasonToSkip('und')).toBeUndefined();
});
