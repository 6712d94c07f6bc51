import { isByline, isNameLine } from './bylines.ts';
import { endOfColonDateline, endOfDateline } from './dateline.ts';

/** Section, headline, a summary, byline, date, place: what stands above a story takes no more paragraphs. */
const FRONT_PARAGRAPHS = 8;

/** Headlines of web editions run to some 130 characters. */
const LONGEST_HEADLINE = 160;

/** "World news", "U.S. POLITICS": words of a section's name. */
const LONGEST_LABEL = 30;
const LABEL_WORDS = 3;

/** What was found above a story, as indices of paragraphs. */
export interface Front {
  readonly headline?: number;
  readonly bylines: readonly number[];
  /** Section names and date lines. */
  readonly labels: readonly number[];
  /** Where the dateline ends, in which paragraph. */
  readonly dateline?: { readonly index: number; readonly end: number };
}

const DAY = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?`;
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?`;
const DATE = String.raw`(?:${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})`;
const TIME = String.raw`(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: \(?[A-Z]{2,5}\)?)?`;
const DATE_LINE = new RegExp(
  String.raw`^(?:(?:First |Last )?(?:published|updated|posted|modified|created)(?: on| at)?:? ?)?(?:${DAY},? )?(?:${DATE}(?:,? (?:at )?${TIME})?|${TIME},? (?:on )?(?:${DAY},? )?${DATE})(?: ?[|·•-] ?.{0,60})?$`,
  'iu',
);
/** "WEXMOOR Tue Dec 3, 2026 11:44pm GMT": a place with the time of it. */
const PLACE_AND_TIME = new RegExp(
  String.raw`^\p{Lu}.{0,60} (?:${DAY},? )?${DATE},? (?:at )?${TIME}(?: [A-Z]{2,5})?$`,
  'u',
);
const OTHER_LABEL =
  /^(?:\d{1,3} min(?:ute)?s? read|(?:first |last )?(?:published|updated|posted)\b.{0,60}|share(?: this)?|comments?|print|save|listen(?: to article)?|\d+ comments?)$/i;

/** "March 3, 2026", "Updated 10:05 a.m. EST, March 3": a line that dates the story. */
export const isDateLine = (text: string): boolean =>
  text.length < 120 && (DATE_LINE.test(text) || PLACE_AND_TIME.test(text) || OTHER_LABEL.test(text));

/** What stands above the story, and where its dateline is. `isBody` tells paragraphs that have no role of their own. */
export function findFront(texts: readonly string[], isBody: (index: number) => boolean): Front {
  const upper = [...texts.keys()].filter(isBody).slice(0, FRONT_PARAGRAPHS);
  const dateline = findDateline(texts, upper);
  const bylines: number[] = [];
  const labels: number[] = [];
  const titles: number[] = [];
  let story: number | undefined;
  for (const index of upper) {
    const text = texts[index]!;
    if (isByline(text)) bylines.push(index);
    else if (isDateLine(text)) labels.push(index);
    else if (index === dateline?.index || !isTitle(text)) {
      story = index;
      break;
    } else titles.push(index);
  }
  const named = headlineAmong(texts, {
    titles,
    bylines,
    labels,
    story,
    hasDateline: dateline !== undefined && dateline.index === story,
  });
  const { headline } = named;
  if (headline === undefined) {
    // A date line alone above no headline may be a headline; it is no byline's neighbour.
    return {
      bylines,
      labels: labels.filter((label) => story === undefined || label < story),
      ...(dateline && { dateline }),
    };
  }
  const names = titles.filter((title) => title > headline && isNameLine(texts[title]!) && story !== undefined);
  return {
    headline,
    bylines: [...bylines, ...names].sort((one, other) => one - other),
    labels: [...labels, ...titles.filter((title) => title < headline)].sort((one, other) => one - other),
    ...(dateline && { dateline }),
  };
}

interface Lines {
  readonly titles: readonly number[];
  readonly bylines: readonly number[];
  readonly labels: readonly number[];
  readonly story: number | undefined;
  readonly hasDateline: boolean;
}

/** `“We will not be moved,” miners tell minister`: words in marks and what is told of them. */
const BEGINS_WITH_WORDS = /^(?:"[^"]+"|“[^”]+”) ?[,:–—-]? ?\p{L}[\p{L}’'-]* \p{L}/u;

/**
 * The first line that could be a title and names no section. Where no byline, dateline or date line says that a story
 * begins, it stands at the top, ends in no stop, and what follows is longer.
 */
function headlineAmong(
  texts: readonly string[],
  { titles, bylines, labels, story, hasDateline }: Lines,
): { headline?: number } {
  const candidates = titles.filter(
    (title, place) =>
      !(isLabel(texts[title]!) && place < titles.length - 1 && hasMoreWords(texts, title, titles[place + 1]!)),
  );
  const [headline] = candidates;
  if (headline === undefined) return {};
  const text = texts[headline]!;
  const isMarked = hasDateline || bylines.length > 0 || labels.some((label) => label > headline);
  if (isMarked)
    return isNameLine(text) && candidates.length === 1 && bylines.length === 0 && !hasDateline ? {} : { headline };
  const next = titles.find((title) => title > headline) ?? story;
  const isPlain = (!/^["“«\-*•\d]/.test(text) || BEGINS_WITH_WORDS.test(text)) && !/\.["”’]?$|\.\.\.$|…$/.test(text);
  const following = next === undefined ? '' : texts[next]!;
  if (!isPlain || following.length <= text.length || (text.endsWith('?') && !isSentence(following))) return {};
  return { headline };
}

const isSentence = (text: string): boolean => /[.!?]["”’)]?$/.test(text);

const hasMoreWords = (texts: readonly string[], label: number, next: number): boolean =>
  wordsOf(texts[next]!) > wordsOf(texts[label]!);

const wordsOf = (text: string): number => text.split(/\s+/).length;

/** A section's name: a word or three, without a stop. */
const isLabel = (text: string): boolean =>
  text.length <= LONGEST_LABEL &&
  wordsOf(text) <= LABEL_WORDS &&
  !/[.!?]$/.test(text) &&
  (text === text.toUpperCase() || wordsOf(text) <= 2);

/** A line that could be a title: one, short, no sentence of a story, no list. */
function isTitle(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || !/\p{L}/u.test(text) || /[,;:]["”’]?$/.test(text)) return false;
  const stops = text.match(/[.!?](?=\s+["“‘]?\p{Lu})/gu)?.length ?? 0;
  return stops === 0 || !/\.["”’]?$/.test(text);
}

function findDateline(texts: readonly string[], upper: readonly number[]): Front['dateline'] {
  for (const index of upper) {
    const end = endOfDateline(texts[index]!);
    if (end !== undefined) return { index, end };
  }
  const story = upper.find((index) => isSentence(texts[index]!) && !isByline(texts[index]!));
  if (story === undefined) return undefined;
  const end = endOfColonDateline(
    texts[story]!,
    texts.filter((_, index) => index !== story),
  );
  return end === undefined ? undefined : { index: story, end };
}
