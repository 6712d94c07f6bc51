import type { AnnotatedDocument } from '../annotated.ts';
import { answers } from './answers.ts';
import { headedTurns } from './headed-turns.ts';
import { labelledTurns } from './labelled-turns.ts';
import { giveToTurns } from './turn.ts';

/** Finds who speaks in turn in an interview or a transcript, and notes it in its paragraphs. Linear. */
export function markTurns({ paragraphs }: AnnotatedDocument): void {
  for (const find of [labelledTurns, headedTurns, answers]) {
    const found = find(paragraphs);
    if (found.openings.length === 0) continue;
    giveToTurns(paragraphs, found);
    return;
  }
}
