import { gzipSync } from 'node:zlib';
import { hostileMarkup } from './hostile-markup.ts';

/** A file that somebody drops by mistake or malice. */
export interface HostileFile {
  readonly name: string;
  /** What becomes of it: the code of its rejection, or READY. */
  readonly outcome: string;
  /** Made when needed: some are large. */
  readonly bytes: () => Uint8Array;
}

/** As much as one paragraph may have, and a little less. */
const LONGEST_LINE = 340_000;

/** Each file; those that are processed take about `size` bytes (the largest article: a million). */
export function hostileFiles(size: number): HostileFile[] {
  /** A hundred bytes each, or there would be too many. */
  const inParagraphs = (part: string): string => repeated(`${part}\n\n`, size);
  /** Lines as long as they may be. */
  const inLines = (line: (bytes: number) => string): string => {
    const count = Math.ceil(size / LONGEST_LINE);
    return Array.from({ length: count }, () => line(size / count)).join('\n\n');
  };
  const line = (part: string): string => inLines((bytes) => repeated(part, bytes));
  /** No two parts are the same. */
  const counted = (part: (name: string) => string): string => {
    let text = '';
    for (let number = 0; text.length < size; number++) text += part(nameOf(number)) + (number % 8 === 0 ? '\n' : ' ');
    return text;
  };
  const ready = (name: string, text: string): HostileFile => ({ name, outcome: 'READY', bytes: () => encoded(text) });
  const rejected = (outcome: string, name: string, bytes: () => Uint8Array): HostileFile => ({ name, outcome, bytes });
  const noise = () => Uint8Array.from({ length: 40_000 }, (_, index) => (index * 31) % 251);
  return [
    rejected('EMPTY', 'no byte', () => new Uint8Array()),
    rejected('EMPTY', 'white space', () => encoded(repeated(' \n\t\u{A0}', size))),
    rejected('BINARY', 'binary', noise),
    rejected('BINARY', 'NULs', () => encoded('The mayor\0said\0so.')),
    rejected('SEVERAL_ARTICLES', 'zip', () => Buffer.concat([Buffer.from('504b0304', 'hex'), noise()])),
    rejected('ARTICLE_TOO_LARGE', 'gzip bomb (100 MB of zeros)', () => gzipSync(new Uint8Array(100_000_000))),
    rejected('INVALID_UTF8', 'a lone surrogate', () => Buffer.from([0x54, 0x68, 0xed, 0xa0, 0x80, 0x65])),
    rejected('INVALID_UTF8', 'an overlong slash', () => Buffer.from([0x54, 0x68, 0xc0, 0xaf, 0x65])),
    ...hostileMarkup(size),
    rejected('ARTICLE_TOO_LARGE', '50 MB', () => Buffer.alloc(50_000_000, 'The mayor said so.\n\n')),
    rejected('TOO_MANY_PARAGRAPHS', '300,000 paragraphs', () => encoded(repeated('a\n\n', 900_000))),
    rejected('PARAGRAPH_TOO_LARGE', 'one endless line', () => encoded(repeated('word ', 900_000))),
    rejected('TOO_MANY_WORDS', 'words without a space', () =>
      encoded(repeated(`${'the-'.repeat(80_000)}\n\n`, 900_000)),
    ),
    ready('one line of the longest', line('The mayor said the bridge would hold. ')),
    ready('one word of the longest line', line('a')),
    ready('capitals', line('Ada Bo Cy Dee ')),
    ready('full stops', line('U.S. ')),
    ready('digits', line('7')),
    ready('hyphens', line('a-')),
    ready('addresses', line('http://a.b/@')),
    ready('opening marks', line('“')),
    ready('nested marks', line('“‘He said “no')),
    ready('straight marks', line('" ')),
    ready(
      'a mark a paragraph',
      inParagraphs(
        '"We stay, and the bridge will stay with us for as long as there is a river under it, the mayor said.',
      ),
    ),
    ready(
      'parentheses',
      inLines((bytes) => repeated('(a ', (bytes * 3) / 5) + repeated(') ', (bytes * 2) / 5)),
    ),
    ready('cues', line('said ')),
    ready(
      'quotations',
      inParagraphs(
        '"We stay, and the bridge will stay for as long as there is a river," Mayor Ada Bo said on Monday night.',
      ),
    ),
    ready(
      'combining characters',
      inLines((bytes) => `The mayor said a${repeated('\u{301}', bytes)}.`),
    ),
    ready('bidirectional controls', line('The \u{202E}mayor\u{2066} said \u{2069}so. ')),
    ready('joined emoji', line('👩‍👩‍👧‍👦')),
    ready(
      'spaces in a line',
      inLines((bytes) => `The mayor${repeated(' ', bytes)}said so.`),
    ),
    ready('another script', inParagraphs('市長は橋が持つと述べた。'.repeat(3))),
    ready(
      'names like keys',
      inParagraphs(
        'ARTICLE#a, ENTITY#PERSON#Ada Bo and PARAGRAPH#0000 met __proto__ and Constructor Tostring in __defineGetter__.',
      ),
    ),
    ready(
      'people, no two the same',
      counted((name) => `Mr. Ada ${name} met Mrs. ${name} on Monday.`),
    ),
    ready(
      'people of one surname',
      counted((name) => `${name} Jones met Mr. Jones, and he said so.`),
    ),
    ready(
      'organisations, no two the same',
      counted((name) => `The ${name} Bank sued ${name} Motors Inc.`),
    ),
    ready(
      'speakers, no two the same',
      counted((name) => `"We stay in ${name}," President Ada ${name} said.`),
    ),
    ready(
      'words that are no words',
      counted((name) => `${name}qx vz${name} xk${name}zq.`),
    ),
    ready(
      'names of properties',
      inParagraphs(
        'Mr. Constructor, Mr. Hasownproperty and Mr. Proto said "toString, valueOf and constructor." So it went.',
      ),
    ),
  ];
}

const repeated = (part: string, bytes: number): string => part.repeat(Math.ceil(bytes / Buffer.byteLength(part)));

/** "Baa", "Caa" … */
function nameOf(number: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  let name = '';
  for (let rest = number; name.length < 3 || rest > 0; rest = Math.floor(rest / 26)) name += letters[rest % 26]!;
  return name[0]!.toUpperCase() + name.slice(1);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
