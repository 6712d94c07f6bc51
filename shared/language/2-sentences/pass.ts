import type { Word } from '../document.ts';

/**
 * Moves, drops or adds ends of sentences: an end is the number of words before it. Each pass may assume those
 * before it in the list.
 */
export type BoundaryPass = (ends: readonly number[], words: readonly Word[], text: string) => readonly number[];
