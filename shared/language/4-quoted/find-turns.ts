import type { AnnotatedDocument } from '../annotated.ts';
import { answers } from './answers.ts';
import { headedTurns } from './headed-turns.ts';
import { labelledTurns } from './labelled-turns.ts';
import { giveToTurns } from './turn.ts';

/** Finds who speaks in turn in an interview or a transcript, and notes it in its paragraphs. Linear. */
export function markTurns({ paragraphs }: AnnotatedDocument): void {
  for (const find of [labelledTurns, headedTurns, answers]) {
    const { openings, others } = find(paragraphs);
    if (openings.length === 0) continue;
    giveToTurns(paragraphs, openings, new Set(others.map(({ paragraph }) => paragraph)));
    return;
  }
}
