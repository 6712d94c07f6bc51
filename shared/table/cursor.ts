import { createHash } from 'node:crypto';
import { InvalidQuery } from './invalid-query.ts';

/**
 * A place in an answer, as text that goes into an address. It is no secret and needs none, so that it outlives every
 * deployment: it says only where in the question's own partition and range to go on, and the question says which those are.
 */
export type Cursor = string;

/** A place in a form of its own for each kind of question. */
export type Position = readonly string[];

/** No position is longer: a sort key, a partition key and some short words, as JSON in base64. */
const MAX_CURSOR_LENGTH = 8_000;

/** Enough for a mistake to be noticed; that nothing else can be read does not hang on it. */
const DIGEST_LETTERS = 8;

/** @param question all that decides on the answer and its order, but not its length. */
export const writeCursor = (question: Position, position: Position): Cursor =>
  Buffer.from(JSON.stringify([digestOf(question), ...position])).toString('base64url');

/** @throws InvalidQuery where the cursor is broken, or was given for another question. */
export function readCursor(question: Position, cursor: Cursor): Position {
  const [digest, ...position] = parse(cursor);
  if (digest !== digestOf(question)) throw InvalidQuery.cursor();
  return position;
}

function parse(cursor: Cursor): string[] {
  if (cursor.length > MAX_CURSOR_LENGTH) throw InvalidQuery.cursor();
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.every(isText)) return parts;
  } catch {
    // Not JSON: as wrong as any other.
  }
  throw InvalidQuery.cursor();
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();

const digestOf = (question: Position): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, DIGEST_LETTERS);
