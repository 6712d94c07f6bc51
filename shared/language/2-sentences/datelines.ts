import { endOfDateline } from '../../article/text/dateline.ts';
import type { BoundaryPass } from './pass.ts';

/** What a story begins with: "NATO — an alliance — said" is no dateline. */
const STORY = /^\s*["“‘'(]*[\p{Lu}\d]/u;

/** "SEOUL, South Korea (AP) — The": no word of the story belongs to the place. */
export const breakAfterDateline: BoundaryPass = (ends, words, text) => {
  const end = endOfDateline(text);
  if (end === undefined || !STORY.test(text.slice(end))) return ends;
  const first = words.findIndex(({ start }) => start >= end);
  return first > 0 ? [first, ...ends.filter((place) => place > first)] : ends;
};
