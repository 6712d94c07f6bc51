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

/** Marks by how they are written; two single ones in a row stand for a double one, as typewriters and TeX write it. */
const GLYPHS: ReadonlyMap<string, readonly [Family, Side]> = new Map([
  ['“', ['double', 'open']],
  ['”', ['double', 'close']],
  ['„', ['double', 'open']],
  ['‟', ['double', 'open']],
  ['"', ['double', 'either']],
  ['＂', ['double', 'either']],
  ['«', ['guillemet', 'open']],
  ['»', ['guillemet', 'close']],
  ['‹', ['guillemet', 'open']],
  ['›', ['guillemet', 'close']],
  ['‘', ['single', 'open']],
  ['’', ['single', 'close']],
  ['‚', ['single', 'open']],
  ['‛', ['single', 'open']],
  ["'", ['single', 'either']],
  ['`', ['single', 'open']],
  ['´', ['single', 'close']],
  ["''", ['double', 'either']],
  ['``', ['double', 'open']],
  ['’’', ['double', 'close']],
  ['‘‘', ['double', 'open']],
  ['´´', ['double', 'close']],
]);

/**
 * A tag of a web page, whose attributes stand in marks, or a mark. Three in a row at the end of a word are a single mark
 * that closes within a double one: ''… 'old school'''.
 */
const TAG_OR_MARK = /<\/?[a-z][^<>]{0,500}>|(?<=[^\s\p{Cf}])'(?=''(?!'))|''|``|’’|‘‘|´´|[“”„‟"＂«»‹›‘’‚‛'`´]/giu;

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Spaces and what nobody sees: marks of direction, joiners. */
const SPACE = /[\s\p{Cf}]/u;
const OPENING_PUNCTUATION = /[([{–—\-/=]/u;
const CLOSING_PUNCTUATION = /[)\]}.,;:?!…–—\-/]/u;

/** Elisions that begin with an apostrophe, which would look like an opening mark. */
const ELISION = /^(?:em|til|tis|twas|cause|round|bout|n|\d0s)(?![\p{L}\p{N}])/iu;
/** Longest elision plus one. */
const ELISION_WINDOW = 6;

/** By the characters before and after a mark; the text's end is the empty string. */
function contextOf(before: string, after: string): Side {
  const isText = (character: string): boolean => character !== '' && !SPACE.test(character);
  const isFree = (character: string, marks: RegExp): boolean =>
    !isText(character) || marks.test(character) || GLYPHS.has(character);
  const canOpen = isFree(before, OPENING_PUNCTUATION) && isText(after) && GLYPHS.get(after)?.[1] !== 'close';
  const canClose = isFree(after, CLOSING_PUNCTUATION) && isText(before);
  if (canOpen === canClose) return 'either';
  return canOpen ? 'open' : 'close';
}

/** Feet and inches: 6'2". */
const INCHES = /\d['’′]\s?\d{1,2}$/u;
/** Longest height before its mark of inches. */
const INCHES_WINDOW = 6;

/** The quotation marks of a paragraph without its apostrophes. */
export const findMarks = (text: string): Mark[] =>
  Array.from(text.matchAll(TAG_OR_MARK)).flatMap(({ 0: written, index: start }) => {
    const [family, glyph] = GLYPHS.get(written) ?? [];
    if (!family || !glyph) return [];
    const end = start + written.length;
    const [before, after] = [text.charAt(start - 1), text.charAt(end)];
    if (family === 'single' && isApostrophe(before, after, text.slice(end, end + ELISION_WINDOW))) return [];
    if (family === 'double' && INCHES.test(text.slice(Math.max(0, start - INCHES_WINDOW), start))) return [];
    return [{ start, end, family, glyph, context: contextOf(before, after) }];
  });

const isApostrophe = (before: string, after: string, rest: string): boolean =>
  (WORD.test(before) && WORD.test(after)) || ELISION.test(rest);

/** What goes on after words in marks, and never after a possessor: "‘a shambles’ and said". */
const AFTER_MARKS =
  /^ (?:and|or|but|as|that|which|who|when|while|after|before|because|if|is|are|was|were|has|had|have|will|would|said|says|in|of|on|at|to|for|by|with|from)\b/u;

/** Longest of these with its spaces. */
const AFTER_WINDOW = 10;

/** Whether a closing single mark is rather the apostrophe of a plural possessor: "the voters' choice". */
function isPossessive(text: string, mark: Mark): boolean {
  return (
    mark.family === 'single' &&
    /s/i.test(text[mark.start - 1] ?? '') &&
    /^ [\p{Ll}\p{N}]/u.test(text.slice(mark.end, mark.end + 3)) &&
    !AFTER_MARKS.test(text.slice(mark.end, mark.end + AFTER_WINDOW))
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
 * @param goesOn whether the next paragraph opens with a single mark: one that is left open then runs to the end of this one
 * @returns passages in order of their start, nested ones after the one around them
 */
export function findPassages(text: string, continues = false, goesOn = false): Passage[] {
  const pairing = new Pairing(text, continues, goesOn);
  for (const mark of withWhatFollows(text, findMarks(text))) pairing.take(mark);
  return pairing
    .end()
    .filter((passage) => passage.innerEnd > passage.innerStart)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where the sentence begins that holds a place: behind the last stop and space before a capital. */
const startOfSentence = (text: string, place: number): number =>
  [...text.slice(0, place).matchAll(/(?<!\b\p{Lu}\p{Ll}{0,3})[.!?] (?=\p{Lu})/gu)].at(-1)?.index ?? -2;

/** `We won, she said.`: words whose closing mark is lost. */
const REPORTED = /,\s[^.!?]{0,60}\b(?:said|says|added|asked|told|wrote|replied|explained)\b[^.!?]{0,60}[.!?…]\s$/u;

/** What a paragraph's marks have opened and closed so far. */
class Pairing {
  private readonly text: string;
  private readonly continues: boolean;
  private readonly goesOn: boolean;
  private readonly passages: Passage[] = [];
  private readonly open: Mark[] = [];

  constructor(text: string, continues: boolean, goesOn: boolean) {
    this.text = text;
    this.continues = continues;
    this.goesOn = goesOn;
  }

  take(mark: MarkBefore): void {
    const side = sideOf(this.text, mark, this.open, !this.continues && mark.nextCloses);
    if (side === 'open') this.opens(mark);
    else this.closes(mark);
  }

  private opens(mark: MarkBefore): void {
    const glyphOf = ({ start }: Mark): string => this.text.charAt(start);
    const same = this.open.findIndex((other) => other.family === mark.family && glyphOf(other) === glyphOf(mark));
    if (same >= 0 && this.goesOnInMarks(this.open[same]!, mark)) return;
    // The same glyph within itself is a nested passage where marks enough follow to close both.
    if (same >= 0 && !(mark.glyph === 'open' && mark.surplus >= 1)) this.open.splice(same);
    // A single mark without a partner is an apostrophe.
    if (mark.family === 'single' && !mark.isClosedLater && !this.runsOn(mark)) return;
    if (this.open.length < MAX_DEPTH) this.open.push(mark);
  }

  private closes(mark: MarkBefore): void {
    const depth = this.open.findLastIndex((other) => other.family === mark.family);
    const partner = this.open[depth];
    if (!partner && this.endsWhatContinues(mark)) this.add({ start: 0, end: 0 }, mark, 0);
    else if (!partner && this.hasLostOpening(mark)) {
      const start = startOfSentence(this.text, mark.start) + 2;
      this.add({ start, end: start }, mark, 0);
    }
    if (!partner || (isPossessive(this.text, mark) && (mark.isClosedLater || this.runsOn(partner)))) return;
    this.open.splice(depth);
    this.add(partner, mark, depth);
  }

  /** `said: "We won. "We shall win again."`: paragraphs of one speech that stand in one, each opened anew and the last one closed. */
  private goesOnInMarks(open: Mark, { family, glyph, start }: MarkBefore): boolean {
    const between = this.text.slice(open.end, start);
    return family === 'double' && glyph === 'either' && /[.!?…]\s$/u.test(between) && !REPORTED.test(between);
  }

  /** `said: ‘The residents’ views matter.` before a paragraph that begins with another such mark. */
  private runsOn({ family, glyph, start }: Mark): boolean {
    return this.goesOn && family === 'single' && glyph === 'open' && /(?:^|[:,]\s*)$/u.test(this.text.slice(0, start));
  }

  private endsWhatContinues({ family, start }: Mark): boolean {
    return this.continues && this.passages.length === 0 && family !== 'single' && start > 0;
  }

  /** `The boats only watch," the minister said`: a mark behind a comma, the paragraph's first, that nothing has opened. */
  private hasLostOpening({ family, start, end, context }: Mark): boolean {
    return (
      !this.continues &&
      this.passages.length === 0 &&
      this.open.length === 0 &&
      family === 'double' &&
      context === 'close' &&
      /[\p{L}\p{N}],$/u.test(this.text.slice(Math.max(0, start - 2), start)) &&
      /^ \p{L}/u.test(this.text.slice(end, end + 2))
    );
  }

  private add(from: Pick<Mark, 'start' | 'end'>, { start, end }: Mark, depth: number): void {
    this.passages.push({ start: from.start, end, innerStart: from.end, innerEnd: start, closed: true, depth });
  }

  /** The passages, with what is open at the paragraph's end. */
  end(): Passage[] {
    const depth = this.open.findIndex((mark) => mark.family !== 'single' || this.runsOn(mark));
    const unclosed = this.open[depth];
    const end = this.text.trimEnd().length;
    if (unclosed && end > unclosed.end)
      this.passages.push({ start: unclosed.start, end, innerStart: unclosed.end, innerEnd: end, closed: false, depth });
    return this.passages;
  }
}

/** A mark with what the marks behind it tell. */
interface MarkBefore extends Mark {
  /** Whether a later single one may close, before the next double mark opens or closes around it. */
  readonly isClosedLater: boolean;
  /** Whether the next double one stands where marks close. */
  readonly nextCloses: boolean;
  /** How many more closing than opening glyphs of double marks follow, less one for its own. */
  readonly surplus: number;
}

/** In order; looked at from the end. */
function withWhatFollows(text: string, marks: readonly Mark[]): MarkBefore[] {
  const following: MarkBefore[] = [];
  let isClosedLater = false;
  let nextCloses = false;
  let closing = 0;
  for (const mark of marks.toReversed()) {
    following.push({ ...mark, isClosedLater, nextCloses, surplus: closing - 1 });
    const { family, glyph, context } = mark;
    if (family === 'single' && context === 'close' && !isPossessive(text, mark)) isClosedLater = true;
    if (family === 'single' && context === 'open') isClosedLater = false;
    if (family !== 'double') continue;
    nextCloses = context === 'close';
    closing += glyph === 'close' ? 1 : glyph === 'open' ? -1 : 0;
  }
  return following.reverse();
}
