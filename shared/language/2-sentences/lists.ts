import type { BoundaryPass } from './pass.ts';

const BULLET = /^(?:[•·*▪●◦‣-]|[—–])$/;

/** A line inside the paragraph that begins with a bullet, or with a number and a stop, begins a sentence. */
export const breakAtListItems: BoundaryPass = (ends, words, text) => [
  ...ends,
  ...words.flatMap((word, index) => {
    const before = words[index - 1];
    if (!before || !/[\r\n]/.test(text.slice(before.end, word.start))) return [];
    const numbered = /^\d{1,3}$/.test(word.text) && /^[.)]$/.test(words[index + 1]?.text ?? '');
    return BULLET.test(word.text) || numbered ? [index] : [];
  }),
];
