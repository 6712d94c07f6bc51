/** Deepest nesting of quotation marks that is followed; deeper marks are read as text. */
const MAX_DEPTH = 4;

type Family = 'double' | 'single' | 'guillemet';
type Side = 'open' | 'close' | 'either';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  /** What the glyph itself says. */
  readonly glyph: Side;
  /** What its neighbours say: space before a word opens, a word before a space closes. */
  readonly context: Side;
}

/** Text in quotation marks: UTF-16, half open, marks included. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Without the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** False where the paragraph ends before the closing mark. */
  readonly closed: boolean;
  /** 0 for passages that stand in no other. */
  readonly depth: number;
}

const GLYPHS: Readonly<Record<string, readonly [Family, Side]>> = {
  '“': ['double', 'open'],
  '”': ['double', 'close'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '"': ['double', 'either'],
  '＂': ['double', 'either'],
  '«': ['guillemet', 'open'],
  '»': ['guillemet', 'close'],
  '‹': ['guillemet', 'open'],
  '›': ['guillemet', 'close'],
  '‘': ['single', 'open'],
  '’': ['single', 'close'],
  '‚': ['single', 'open'],
  '‛': ['single', 'open'],
  "'": ['single', 'either'],
  '`': ['single', 'open'],
  '´': ['single', 'close'],
};

/** Two single marks in a row that stand for a double one, as typewriters and TeX write it. */
const DOUBLED: Readonly<Record<string, Side>> = {
  "''": 'either',
  '``': 'open',
  '’’': 'close',
  '‘‘': 'open',
  '´´': 'close',
};

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Spaces and what nobody sees: marks of direction, joiners. */
const SPACE = /[\s\p{Cf}]/u;
const OPENING_PUNCTUATION = /[([{–—\-/=]/u;
const CLOSING_PUNCTUATION = /[)\]}.,;:?!…–—\-/]/u;

/** Elisions that begin with an apostrophe, which would look like an opening mark. */
const ELISION = /^(?:em|til|tis|twas|cause|round|bout|n|\d0s)(?![\p{L}\p{N}])/iu;
/** Longest elision plus one. */
const ELISION_WINDOW = 6;

function contextOf(before: string, after: string, next: Side | undefined): Side {
  const opens = before === '' || SPACE.test(before) || OPENING_PUNCTUATION.test(before) || before in GLYPHS;
  const closes = after === '' || SPACE.test(after) || CLOSING_PUNCTUATION.test(after) || after in GLYPHS;
  const letterAfter = after !== '' && !SPACE.test(after) && next !== 'close';
  const textBefore = before !== '' && !SPACE.test(before);
  if (opens && letterAfter && !(closes && textBefore)) return 'open';
  if (closes && textBefore && !(opens && letterAfter)) return 'close';
  return 'either';
}

/** A tag of a web page, whose attributes stand in marks. */
const TAG = /<\/?[a-z][^<>]{0,500}>/giu;

/** Feet and inches: 6'2". */
const INCHES = /\d['’′]\s?\d{1,2}$/u;
/** Longest height before its mark of inches. */
const INCHES_WINDOW = 6;

/** The quotation marks of a paragraph without its apostrophes. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const tags = [...text.matchAll(TAG)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  let tag = 0;
  for (let at = 0; at < text.length; at++) {
    while (tag < tags.length && tags[tag]!.end <= at) tag++;
    if (tag < tags.length && tags[tag]!.start <= at) {
      at = tags[tag]!.end - 1;
      continue;
    }
    const pair = text.slice(at, at + 2);
    // Three in a row at the end of a word are a single mark that closes within a double one: ''… 'old school'''.
    const closesInner =
      pair === "''" && text[at + 2] === "'" && text[at + 3] !== "'" && at > 0 && !SPACE.test(text[at - 1]!);
    const doubled = Object.hasOwn(DOUBLED, pair) && !closesInner ? DOUBLED[pair] : undefined;
    const glyph = GLYPHS[text[at]!];
    if (!glyph) continue;
    const end = at + (doubled ? 2 : 1);
    const before = at > 0 ? text[at - 1]! : '';
    const after = end < text.length ? text[end]! : '';
    const family = doubled ? 'double' : glyph[0];
    const apostrophe =
      family === 'single' &&
      ((WORD.test(before) && WORD.test(after)) || ELISION.test(text.slice(end, end + ELISION_WINDOW)));
    const inches = family === 'double' && INCHES.test(text.slice(Math.max(0, at - INCHES_WINDOW), at));
    if (!apostrophe && !inches) {
      marks.push({
        start: at,
        end,
        family,
        glyph: doubled ?? glyph[1],
        context: contextOf(before, after, GLYPHS[after]?.[1]),
      });
    }
    at = end - 1;
  }
  return marks;
}

/** Whether a closing single mark is rather the apostrophe of a plural possessor: "the voters' choice". */
function isPossessive(text: string, mark: Mark): boolean {
  return (
    mark.family === 'single' &&
    /s/i.test(text[mark.start - 1] ?? '') &&
    /^ [\p{Ll}\p{N}]/u.test(text.slice(mark.end, mark.end + 3))
  );
}

/** `He said," We won".`: an opening mark whose space stands on the wrong side. */
function isMisplaced(text: string, mark: Mark, isOpen: boolean): boolean {
  return !isOpen && mark.family === 'double' && /[,:]/u.test(text[mark.start - 1] ?? '') && text[mark.end] === ' ';
}

function sideOf(text: string, mark: Mark, open: readonly Mark[], closesLater: boolean): Side {
  const isOpen = open.some((other) => other.family === mark.family);
  if (closesLater && isMisplaced(text, mark, isOpen)) return 'open';
  // `” … we go on,” it read`: nothing stands before that a mark could close.
  if (closesLater && mark.family === 'double' && text.slice(0, mark.start).trim() === '') return 'open';
  if (mark.context === 'open' && mark.glyph !== 'close') return 'open';
  if (mark.context === 'close' && (mark.glyph !== 'open' || isOpen)) return 'close';
  // A wrong-way glyph: its place in the text weighs more than its shape.
  if (mark.context === 'open' && !isOpen) return 'open';
  if (mark.glyph !== 'either') return mark.glyph;
  return isOpen ? 'close' : 'open';
}

/**
 * Pairs the quotation marks of one paragraph in one pass. A stray closing mark is ignored; an opening mark that meets
 * another of its glyph before it is closed is given up, unless it is the last, which runs to the paragraph's end.
 * @param continues whether a passage is open from the paragraph before: a closing mark without partner then ends it
 * @returns passages in order of their start, nested ones after the one around them
 */
export function findPassages(text: string, continues = false): Passage[] {
  const passages: Passage[] = [];
  const open: Mark[] = [];
  const marks = findMarks(text);
  const closers = countLaterClosers(text, marks);
  const surplus = countSurplus(marks);
  const nextCloses = findNextClosing(marks);
  for (const [index, mark] of marks.entries()) {
    const side = sideOf(text, mark, open, !continues && nextCloses[index]!);
    if (side === 'open') {
      const same = open.findIndex((other) => other.family === mark.family && text[other.start] === text[mark.start]);
      // The same glyph within itself is a nested passage where marks enough follow to close both.
      if (same >= 0 && !(mark.glyph === 'open' && surplus[index]! >= 1)) open.splice(same);
      // A single mark without a partner is an apostrophe.
      if (mark.family === 'single' && !closers[index]) continue;
      if (open.length < MAX_DEPTH) open.push(mark);
    } else {
      const partner = open.findLastIndex((other) => other.family === mark.family);
      if (continues && partner < 0 && passages.length === 0 && mark.family !== 'single' && mark.start > 0) {
        passages.push({ start: 0, end: mark.end, innerStart: 0, innerEnd: mark.start, closed: true, depth: 0 });
        continue;
      }
      if (partner < 0 || (isPossessive(text, mark) && closers[index])) continue;
      const from = open[partner]!;
      open.splice(partner);
      passages.push({
        start: from.start,
        end: mark.end,
        innerStart: from.end,
        innerEnd: mark.start,
        closed: true,
        depth: partner,
      });
    }
  }
  const unclosed = open.find((mark) => mark.family !== 'single');
  if (unclosed) {
    const end = text.trimEnd().length;
    if (end > unclosed.end) {
      const depth = open.indexOf(unclosed);
      passages.push({ start: unclosed.start, end, innerStart: unclosed.end, innerEnd: end, closed: false, depth });
    }
  }
  return passages
    .filter((passage) => passage.innerEnd > passage.innerStart)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** For each single mark: whether a later one may close, before the next double mark opens or closes around it. */
function countLaterClosers(text: string, marks: readonly Mark[]): boolean[] {
  const later = new Array<boolean>(marks.length).fill(false);
  let seen = false;
  for (let index = marks.length - 1; index >= 0; index--) {
    later[index] = seen;
    const mark = marks[index]!;
    if (mark.family === 'single') {
      if (mark.context === 'close' && !isPossessive(text, mark)) seen = true;
      else if (mark.context === 'open') seen = false;
    }
  }
  return later;
}

/** For each mark: whether the next double one stands where marks close. */
function findNextClosing(marks: readonly Mark[]): boolean[] {
  const closes = new Array<boolean>(marks.length).fill(false);
  let next = false;
  for (let index = marks.length - 1; index >= 0; index--) {
    closes[index] = next;
    if (marks[index]!.family === 'double') next = marks[index]!.context === 'close';
  }
  return closes;
}

/** For each double mark: how many more closing than opening glyphs follow it. */
function countSurplus(marks: readonly Mark[]): number[] {
  const surplus = new Array<number>(marks.length).fill(0);
  let open = 0;
  for (let index = marks.length - 1; index >= 0; index--) {
    surplus[index] = open - 1;
    const { family, glyph } = marks[index]!;
    if (family === 'double') open += glyph === 'close' ? 1 : glyph === 'open' ? -1 : 0;
  }
  return surplus;
}
