/** What was asked cannot be done as it was asked; the message ends with the remedy. Ends the program with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for is not there; the message says why, as far as it is known. Ends the program with 1. */
export class NothingFound extends Error {
  override readonly name = 'NothingFound';
}

export const notDropped = (key: string): NothingFound =>
  new NothingFound(`No article was dropped under "${key}": see "news-ingest latest" for the keys.`);
