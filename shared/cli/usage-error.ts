/** What was asked cannot be done as it was asked; the message ends with the remedy. Ends the program with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
