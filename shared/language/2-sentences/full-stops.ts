import type { Word } from '../document.ts';

/** "?", "!", "?!", "!!" */
export const isCall = (word: Word | undefined): boolean => word !== undefined && /^[?!]+$/.test(word.text);

export const isEllipsis = (word: Word | undefined): boolean => word !== undefined && /^(?:…|\.{2,})$/.test(word.text);

/** Whether a sentence may end here: a stop, or a word that is written with one. */
export const endsAtStop = (word: Word): boolean => isCall(word) || word.text.endsWith('.') || word.text === '…';
