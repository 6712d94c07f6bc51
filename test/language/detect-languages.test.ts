import { expect, test } from '@jest/globals';
import { detectLanguages, englishParagraphs } from '../../shared/language/detect-language.ts';
import { ENGLISH, REPORTS } from './languages.ts';

/** A report of that many characters: it goes on with itself where it is shorter. */
const ofLength = (report: string, length: number) =>
  `${report} `.repeat(Math.ceil(length / report.length)).slice(0, length);

const detect = (text: string, stated?: string) => detectLanguages([{ ordinal: 0, text }], stated).language;

const LENGTHS = [200, 1_000, 5_000];

test('forty reports in fifteen languages', () => {
  expect(REPORTS.flatMap(([, ...reports]) => reports).length + ENGLISH.length).toBe(40);
  expect(REPORTS.length + 1).toBe(15);
});

test.each(LENGTHS)('at %p characters none of the others is taken for English, and no English refused', (length) => {
  const found = REPORTS.flatMap(([language, ...reports]) =>
    reports.map((report) => ({ language, found: detect(ofLength(report, length)) })),
  );
  // Malay and Indonesian are told apart by nobody on a page.
  expect(found.filter(({ language, found }) => found.replace('zlm', 'ind') !== language)).toEqual([]);
  expect(ENGLISH.filter((report) => detect(ofLength(report, length)) !== 'eng')).toEqual([]);
});

test('what the file states tells where the text is too short to', () => {
  expect(detect('Rain fell.', 'de-AT')).toBe('deu');
  expect(detect('Rain fell.', 'en-US')).toBe('eng');
  expect(detect('Rain fell.')).toBe('und');
  expect(detect(ENGLISH[0]!, 'de')).toBe('eng');
  expect(detect(REPORTS[0]![1]!, 'en')).toBe('deu');
});

test('a text of two languages is told by paragraph', () => {
  const [, german, french] = REPORTS;
  const paragraphs = [ENGLISH[0]!, german![1]!, ENGLISH[1]!, ENGLISH[6]!].map((text, ordinal) => ({ ordinal, text }));
  const mostlyEnglish = detectLanguages(paragraphs);
  expect(mostlyEnglish).toEqual({ language: 'eng', others: [{ paragraph: 1, language: 'fra' }] });
  expect(englishParagraphs(paragraphs, mostlyEnglish).map(({ ordinal }) => ordinal)).toEqual([0, 2, 3]);

  const bilingual = [french![1]!, french![2]!, ENGLISH[0]!].map((text, ordinal) => ({ ordinal, text }));
  const mostlySpanish = detectLanguages(bilingual);
  expect(mostlySpanish).toEqual({ language: 'spa', others: [{ paragraph: 2, language: 'eng' }] });
  expect(englishParagraphs(bilingual, mostlySpanish).map(({ ordinal }) => ordinal)).toEqual([2]);
});
