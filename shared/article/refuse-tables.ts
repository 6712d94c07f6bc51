import { ArticleRejected } from './article-rejected.ts';

/** Fewer lines could be anything. */
const LEAST_LINES = 4;

const MOST_LINES = 500;

/** Of the lines of a table or of program code. */
const LEAST_SHARE = 0.8;

const CALENDAR = /^\s*BEGIN:(?:VCALENDAR|VCARD|VEVENT)/;
const SUBTITLES = /^\s*(?:WEBVTT\b|1\r?\n\d{2}:\d{2}:\d{2},\d{3} -->)/;

/** @throws ArticleRejected where text is a table, program code, a calendar: lines that nobody reads as a story. */
export function refuseTables(text: string): void {
  const lines = text.split(/\r\n|\n|\r/, MOST_LINES).filter((line) => line.trim() !== '');
  const kind = CALENDAR.test(text)
    ? 'a calendar or a card'
    : SUBTITLES.test(text)
      ? 'subtitles'
      : lines.length < LEAST_LINES
        ? undefined
        : isTable(lines)
          ? 'a table (CSV or the like)'
          : isCode(lines)
            ? 'program code'
            : undefined;
  if (kind === undefined) return;
  throw new ArticleRejected('NOT_AN_ARTICLE', `The file is ${kind}, not an article: drop the text of a story.`);
}

/** As many separators in nearly every line, and the cells are no sentences. */
function isTable(lines: readonly string[]): boolean {
  return ['\t', ';', ',', '|'].some((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const [usual] = [...counts].sort((one, other) => one - other).slice(Math.floor(counts.length / 2));
    if (usual === undefined || usual < (separator === ',' ? 2 : 1)) return false;
    const alike = lines.filter((line, index) => counts[index] === usual && !/[.!?]["”’]?$/.test(line.trim()));
    return alike.length >= lines.length * LEAST_SHARE;
  });
}

function isCode(lines: readonly string[]): boolean {
  const code = lines.filter((line) =>
    /[{};]\s*$|^\s*(?:[}\])]|\/\/|#include|import |from \S+ import|const |let |var |def |class |function |return |if \(|@\w+)|^\s*[\w-]+\s*\{/.test(
      line,
    ),
  );
  return code.length >= lines.length * LEAST_SHARE;
}
