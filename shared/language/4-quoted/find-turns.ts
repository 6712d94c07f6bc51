import type { AnnotatedDocument } from '../annotated.ts';
import { answers } from './answers.ts';
import { headedTurns } from './headed-turns.ts';
import { initialledTurns } from './initialled-turns.ts';
import { initialsOfPeople } from './initials.ts';
import { labelledTurns } from './labelled-turns.ts';
import { giveToTurns, type Openings } from './turn.ts';

/** Finds who speaks in turn in an interview or a transcript, and notes it in its paragraphs. Linear. */
export function markTurns({ paragraphs, parsed }: AnnotatedDocument): void {
  const people = initialsOfPeople(parsed.sentences);
  const withLabels = (): Openings => {
    const [labelled, initialled] = [labelledTurns(paragraphs), initialledTurns(paragraphs, people)];
    // Those who ask may have labels, too, of whom the article names nobody: "HT: Did you sell it?"
    return initialled.openings.length < labelled.openings.length ? labelled : initialled;
  };
  for (const find of [withLabels, headedTurns, answers]) {
    const found = find(paragraphs);
    if (found.openings.length === 0) continue;
    giveToTurns(paragraphs, found);
    return;
  }
}
