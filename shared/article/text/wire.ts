/** Beginnings and ends that wires send as control bytes: IPTC 7901, ANPA 1312. */
const START_OF_HEADER = '\u0001';
const START_OF_TEXT = '\u0002';
// eslint-disable-next-line no-control-regex -- They are what is looked for.
const END_OF_TEXT = /[\u0003\u0004]/;

/** Control characters but tab and the breaks of lines. */
// eslint-disable-next-line no-control-regex -- They are what is taken off.
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F]+/g;

export interface Wire {
  readonly header: string;
  readonly body: string;
  readonly trailer: string;
}

/** A wire's header and trailer apart from its text, and no control characters in any. */
export function takeOffWireControls(text: string): Wire {
  const begins = text.indexOf(START_OF_TEXT);
  const hasHeader = begins >= 0 && text.lastIndexOf(START_OF_HEADER, begins) >= 0;
  const from = hasHeader ? begins + 1 : 0;
  const length = hasHeader ? text.slice(from).search(END_OF_TEXT) : -1;
  const to = length < 0 ? text.length : from + length;
  return {
    header: clean(text.slice(0, from)),
    body: clean(text.slice(from, to)),
    trailer: clean(text.slice(to)),
  };
}

const clean = (text: string): string => text.replace(CONTROLS, '');
