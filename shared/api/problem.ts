import { InvalidQuery } from '../table/invalid-query.ts';
import { UnreadableRow } from '../table/rows/row.ts';

/** https://www.rfc-editor.org/rfc/rfc9457, with what to do about it. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy: string;
  /** The parameter that is wrong. */
  readonly parameter?: string;
}

const TITLES = {
  400: 'The question is wrong',
  404: 'Not found',
  405: 'Only GET and HEAD are answered',
  409: 'Not ready',
  422: 'The answer is too large',
  429: 'The table is busy',
  500: 'Internal error',
} as const;

/** A request that cannot be answered, as RFC 9457 describes it. */
export class ProblemError extends Error {
  override readonly name = 'Problem';
  readonly status: keyof typeof TITLES;
  readonly detail: string;
  readonly remedy: string;
  readonly parameter: string | undefined;

  constructor(status: keyof typeof TITLES, detail: string, remedy: string, parameter?: string) {
    super(`${detail} ${remedy}`);
    this.status = status;
    this.detail = detail;
    this.remedy = remedy;
    this.parameter = parameter;
  }

  get details(): ProblemDetails {
    const { status, detail, remedy, parameter } = this;
    return { type: 'about:blank', title: TITLES[status], status, detail, remedy, ...(parameter && { parameter }) };
  }
}

/** Errors that end an answer because the table takes no more, or took longer than a request may. */
const BUSY = new Set([
  'AbortError',
  'TimeoutError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/** What went wrong, in terms of who asked; a fault of ours is 500. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof InvalidQuery)
    return new ProblemError(400, `${error.problem}.`, sentence(error.remedy), error.parameter);
  if (error instanceof UnreadableRow) return new ProblemError(500, `${error.problem}.`, sentence(error.remedy));
  if (error instanceof Error && BUSY.has(error.name)) {
    return new ProblemError(429, 'The table takes no more for the moment.', 'Ask again in a second.');
  }
  return new ProblemError(
    500,
    'The answer failed, and the log of the API function says why.',
    'Tell who runs this stack.',
  );
}

/** "check the key" is "Check the key." */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
