const CLOCK = String.raw`(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[.:][0-5]\d)?(?: ?[ap]\.?m\.?)?`;
const ZONE = String.raw`(?: ?(?:GMT|UTC|BST|IST|SGT|JST|HKT|CES?T|EES?T|AE[SD]T|NZ[SD]T|[ECMP][SD]?T))?`;
const UPDATE = String.raw`(?:(?:Update|UPDATE)D?(?: \d{1,2})?(?::|\s[–—-])\s+)`;
const STORY = String.raw`["“‘'([]?\p{Lu}`;
/** With what begins the words behind it: "7.30 million" and "12:05 was the time" are no stamps. */
const STAMP = new RegExp(
  String.raw`^\s*[[(]?${CLOCK}${ZONE}[\])]?(?:\s?[|:–—-])?\s+(?:${UPDATE}(?=\S)|(?=${STORY}))`,
  'u',
);

/** Longer than any of them. */
const LONGEST = 60;

/** Where the time ends with which a post of a live blog begins: "16.06 The harbour is shut", "13:55 GMT Update: the harbour is shut". */
export const endOfTimeStamp = (text: string): number | undefined =>
  /^\s*[[(]?\d/u.test(text) ? STAMP.exec(text.slice(0, LONGEST))?.[0].length : undefined;
