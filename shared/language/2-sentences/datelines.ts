import { endOfDateline } from '../../article/text/dateline.ts';
import { endOfTimeStamp } from '../../article/text/time-stamp.ts';
import type { BoundaryPass } from './pass.ts';

/** What a story begins with: "NATO — an alliance — said" is no dateline. */
const STORY = /^\s*["“‘'(]*[\p{Lu}\d]/u;

/** "SEOUL, South Korea (AP) — The", "16.06 The": no word of the story belongs to the place or to the time of a post. */
export const breakAfterDateline: BoundaryPass = (ends, words, text) => {
  const dateline = endOfDateline(text);
  const end = dateline !== undefined && STORY.test(text.slice(dateline)) ? dateline : endOfTimeStamp(text);
  if (end === undefined) return ends;
  const first = words.findIndex(({ start }) => start >= end);
  return first > 0 ? [first, ...ends.filter((place) => place > first)] : ends;
};
