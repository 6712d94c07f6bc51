import { expect, test } from '@jest/globals';
import {
  familyName,
  isFullName,
  isRegnal,
  parsePersonName,
  sameFullName,
} from '../../../shared/language/5-entities/person-name.ts';

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
  ['Queen Elizabeth II', 'Elizabeth II', true],
  ['Queen Mary II', 'Elizabeth II', false],
  ['Ada Bo', 'Ada Cy Bo', true],
  ['Ada Cy Bo', 'Ada Dee Bo', false],
  ['Ada C. Bo', 'Ada Cy Dee Bo', true],
  ['Ada D. Bo', 'Ada Cy Dee Bo', true],
  ['Ada E. Bo', 'Ada Cy Dee Bo', false],
  ['Ada D. Bo', 'Ada Bo', true],
  ['Eve Cy Bo', 'Eve Cy Bo Dee', true],
  ['Eve Bo', 'Eve Cy Bo Dee', false],
  ['Cy Dee Bo', 'Ada Cy Dee Bo', true],
  ['Cy Eve Bo', 'Ada Cy Dee Bo', false],
  ['Sparks Bo', 'Ada “Sparks” Bo', true],
  ['Ada Bo', 'Ada “Sparks” Bo', true],
  ['Cy Bo', 'Ada “Sparks” Bo', false],
  ['Ada “Sparks” Bo', 'Sparks Cy Bo', true],
  ['A. Bo', 'Ada Bo', true],
  ['A. Bo', 'Cy Bo', false],
  ['Ada el-Bolo', 'Ada Bolo', true],
  ['Ada ul-Haqq', 'Ada Haqq', true],
  ['Ada ad-Dinn', 'Ada Dinn', true],
  ['Ada as-Sadr', 'Ada Sadr', true],
  ['Ada ar-Ramm', 'Ada Ramm', true],
  ['Ada al-Bo', 'Ada Bo', false],
  ['Ada Bo III', 'Ada Bo', false],
  ['Ada Bo', 'Ada Dee', false],
  ['al-Assad Bo', 'Assad Bo', false],
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
  ['Kim Kim', 'kim'],
  ['Ada Kim', 'kim'],
  ['Van Bo', 'bo'],
  ['Ada', 'ada'],
  ['von Bo', 'bo'],
])('%s is called %s', (name, family) => {
  expect(familyName(parse(name))).toBe(family);
});

test.each([
  ['Ada Bo', { parts: ['ada', 'bo'], first: 'ada', last: 'bo', joined: 'adabo', particleFirst: false }],
  ['Ada Bo-Dee,', { parts: ['ada', 'bo-dee'], first: 'ada', last: 'bo-dee', joined: 'adabodee' }],
  ['Ada “Sparks” Bo', { parts: ['ada', 'bo'], nickname: 'sparks' }],
  ['Ada "Sparks" Bo', { parts: ['ada', 'bo'], nickname: 'sparks' }],
  ["Ada 'Sparks' Bo", { parts: ['ada', 'bo'], nickname: 'sparks' }],
  ['Ada (Sparks) Bo', { parts: ['ada', 'bo'], nickname: 'sparks' }],
  ['“Sparks” Bo', { parts: ['sparks', 'bo'] }],
  ['Ada Bo’s', { parts: ['ada', 'bo'], last: 'bo' }],
  ['Ada Bo’', { parts: ['ada', 'bo'], last: 'bo' }],
  ['Ada ’Bo', { parts: ['ada', 'bo'], last: 'bo' }],
  ['Ada I. Bo', { parts: ['ada', 'i', 'bo'] }],
  ['Ada V. Bo', { parts: ['ada', 'v', 'bo'] }],
  ['Ada III Bo', { parts: ['ada', 'bo'], suffix: 'iii' }],
  ['II Bo', { parts: ['ii', 'bo'] }],
  ['', { parts: [], first: '', last: '', joined: '' }],
  ...['jr', 'sr', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'xiv', 'xvi', 'xxiii'].map(
    (suffix) => [`Ada Bo ${suffix}`, { parts: ['ada', 'bo'], suffix }] as const,
  ),
  ...['bin', 'von', 'Von', 'Van', 'ben', 'al', 'la', 'le', 'abu', 'di', 'ten', 'e', 'y'].map(
    (particle) => [`${particle} Bo`, { particleFirst: true }] as const,
  ),
  ...['Ben', 'Al', 'La', 'Le', 'Abu', 'Di', 'Ten', 'E', 'Y', 'ada'].map(
    (forename) => [`${forename} Bo`, { particleFirst: false }] as const,
  ),
] as const)('%s is read as %j', (name, parts) => {
  const parsed = parse(name);
  expect(parsed).toMatchObject(parts);
  expect(parsed.nickname).toBe('nickname' in parts ? parts.nickname : undefined);
  expect(parsed.suffix).toBe('suffix' in parts ? parts.suffix : undefined);
});

test.each([
  ['Ada Bo', true],
  ['Ada', false],
  ['von Bo', false],
  ['von Bo Dee', true],
])('%s is a full name: %s', (name, full) => {
  expect(isFullName(parse(name))).toBe(full);
});

test.each([
  ['Queen Ada', true],
  ['Queen', false],
  ['Ada Queen', false],
])('%s is a name of the throne: %s', (name, regnal) => {
  expect(isRegnal(parse(name))).toBe(regnal);
});

test.each(
  `joe joseph,jim james,bill william,bob robert,mike michael,tom thomas,dan daniel,dave david,steve steven,steve stephen,
   chris christopher,matt matthew,tony anthony,nick nicholas,alex alexander,ben benjamin,sam samuel,ed edward,ted edward,
   ted theodore,ron ronald,don donald,ken kenneth,jeff jeffrey,greg gregory,tim timothy,pat patrick,pete peter,rick richard,
   dick richard,rob robert,will william,andy andrew,charlie charles,chuck charles,jack john,larry lawrence,jerry gerald,
   fred frederick,hank henry,harry harold,liz elizabeth,beth elizabeth,kate katherine,kathy katherine,cathy catherine,
   sue susan,debbie deborah,becky rebecca,jen jennifer,jenny jennifer,maggie margaret,meg margaret,peggy margaret,nancy ann,
   abby abigail,vicky victoria,sandy sandra,gabe gabriel,zach zachary,josh joshua,nate nathan,doug douglas,ray raymond,
   phil philip,walt walter,vlad vladimir,sasha alexander,mohammad mohammed,muhammad mohammed,mohamed mohammed`
    .split(',')
    .map((pair) => pair.trim().split(' ')),
)('%s is short for %s', (short, long) => {
  expect(sameFullName(parse(`${short} bo`), parse(`${long} bo`))).toBe(true);
  expect(sameFullName(parse(`${long} bo`), parse(`${short} bo`))).toBe(true);
});
