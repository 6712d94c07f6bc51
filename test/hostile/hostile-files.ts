import { gzipSync } from 'node:zlib';

/** A file that somebody drops by mistake or malice. */
export interface HostileFile {
  readonly name: string;
  /** What becomes of it: the code of its rejection, or READY. */
  readonly outcome: string;
  /** Made when needed: some are large. */
  readonly bytes: () => Uint8Array;
}

/** Each file; those that are processed take about `size` bytes (the largest article: a million). */
export function hostileFiles(size: number): HostileFile[] {
  const repeated = (part: string, most = size): string => part.repeat(Math.ceil(most / Buffer.byteLength(part)));
  const inParagraphs = (part: string): string => repeated(`${part}\n\n`);
  /** As much as one paragraph may have. */
  const paragraph = Math.min(size, 340_000);
  const ready = (name: string, text: string): HostileFile => ({ name, outcome: 'READY', bytes: () => encoded(text) });
  const rejected = (outcome: string, name: string, bytes: () => Uint8Array): HostileFile => ({ name, outcome, bytes });
  const noise = () => Uint8Array.from({ length: 40_000 }, (_, index) => (index * 31) % 251);
  return [
    rejected('EMPTY', 'no byte', () => new Uint8Array()),
    rejected('EMPTY', 'white space', () => encoded(repeated(' \n\t\u{A0}'))),
    rejected('BINARY', 'binary', noise),
    rejected('BINARY', 'NULs', () => encoded('The mayor\0said\0so.')),
    rejected('UNSUPPORTED_FORMAT', 'zip', () => Buffer.concat([Buffer.from('504b0304', 'hex'), noise()])),
    rejected('UNSUPPORTED_FORMAT', 'gzip bomb (100 MB of zeros)', () => gzipSync(new Uint8Array(100_000_000))),
    rejected('UNSUPPORTED_FORMAT', 'UTF-16', () => Buffer.from('\u{FEFF}The mayor said so.', 'utf16le')),
    rejected('UNSUPPORTED_FORMAT', 'HTML', () => encoded('<!DOCTYPE html><html><body>The mayor said so.')),
    rejected('INVALID_UTF8', 'a lone surrogate', () => Buffer.from([0x54, 0x68, 0xed, 0xa0, 0x80, 0x65])),
    rejected('INVALID_UTF8', 'an overlong slash', () => Buffer.from([0x54, 0x68, 0xc0, 0xaf, 0x65])),
    rejected('ARTICLE_TOO_LARGE', '50 MB', () => Buffer.alloc(50_000_000, 'The mayor said so.\n\n')),
    rejected('TOO_MANY_PARAGRAPHS', '300,000 paragraphs', () => encoded(repeated('a\n\n', 900_000))),
    rejected('PARAGRAPH_TOO_LARGE', 'one endless line', () => encoded(repeated('word ', 900_000))),
    ready('one line of the longest', repeated('The mayor said the bridge would hold. ', paragraph)),
    ready('one word of the longest line', repeated('a', paragraph)),
    ready('capitals', repeated('Ada Bo Cy Dee ', paragraph)),
    ready('full stops', repeated('U.S. ', paragraph)),
    ready('digits', repeated('7', paragraph)),
    ready('hyphens', repeated('a-', paragraph)),
    ready('addresses', repeated('http://a.b/@', paragraph)),
    ready('opening marks', repeated('“', paragraph)),
    ready('nested marks', repeated('“‘He said “no', paragraph)),
    ready('straight marks', repeated('" ', paragraph)),
    ready('a mark a paragraph', inParagraphs('"We stay, the mayor said.')),
    ready('parentheses', repeated('(a ', paragraph / 2) + repeated(') ', paragraph / 2)),
    ready('cues', repeated('said ', paragraph)),
    ready('quotations', inParagraphs('"We stay," Mayor Ada Bo said.')),
    ready('combining characters', `The mayor said a${repeated('\u{301}', paragraph)}.`),
    ready('bidirectional controls', repeated('The \u{202E}mayor\u{2066} said \u{2069}so. ', paragraph)),
    ready('joined emoji', repeated('👩‍👩‍👧‍👦', paragraph)),
    ready('spaces in a line', `The mayor${repeated(' ', paragraph)}said so.`),
    ready('another script', inParagraphs('市長は橋が持つと述べた。')),
    ready(
      'names like keys',
      inParagraphs('ARTICLE#a, ENTITY#PERSON#Ada Bo and PARAGRAPH#0000 met __proto__ and Constructor Tostring.'),
    ),
    ready('names of properties', inParagraphs('Mr. Constructor, Mr. Hasownproperty and Mr. Proto said "toString."')),
  ];
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
