import { expect, test } from '@jest/globals';
import { familyName, parsePersonName, sameFullName } from '../../../shared/language/5-entities/person-name.ts';

const parse = (name: string) => parsePersonName(name.split(' '));

test.each([
  ['John Smith', 'John R. Smith', true],
  ['J. R. Smith', 'John Robert Smith', true],
  ['Joe Biden', 'Joseph R. Biden Jr.', false],
  ['Joseph R. Biden Jr.', 'Joe Biden Jr.', true],
  ['Jane Smith', 'John Smith', false],
  ['John Smith', 'John Smith Jr.', false],
  ['García Márquez', 'Gabriel García Márquez', true],
  ['Yoon Suk-yeol', 'Yoon Suk Yeol', true],
  ['Kim Jong Un', 'Kim Jong Il', false],
  ['Bashar al-Assad', 'Bashar Assad', true],
  ['Željko Obradović', 'Zeljko Obradovic', true],
  ['Queen Elizabeth II', 'Queen Elizabeth I', false],
])('%s and %s are one: %s', (a, b, expected) => {
  expect(sameFullName(parse(a), parse(b))).toBe(expected);
  expect(sameFullName(parse(b), parse(a))).toBe(expected);
});

test.each([
  ['Shigeru Ishiba', 'ishiba'],
  ['Kim Jong Un', 'kim'],
  ['Xi Jinping', 'xi'],
  ['Maria de la Cruz', 'de la cruz'],
  ['Mohammed bin Salman', 'bin salman'],
  ['Martin Luther King Jr.', 'king'],
])('%s is called %s', (name, family) => {
  expect(familyName(parse(name))).toBe(family);
});
