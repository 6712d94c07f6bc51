import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { openApiDocument } from './openapi.ts';
import { ProblemError, problemOf, sentence } from './problem.ts';
import { matchRoute } from './router.ts';
import type { Route, QueryContext } from './routes.ts';

/** A request as API Gateway hands it on. */
export interface Request {
  readonly method: string;
  /** Percent-decoded. */
  readonly path: string;
  /** As it came. */
  readonly query: string;
  readonly ifNoneMatch?: string | undefined;
}

export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Lambda answers with at most six megabytes, of which headers and escapes take their share. */
const MAX_BODY_BYTES = 5_000_000;

/** Never throws: what goes wrong is an answer too. `onFault` hears of what should not happen. */
export async function respond(
  request: Request,
  sources: QueryContext,
  onFault: (error: unknown) => void,
): Promise<Response> {
  try {
    return toHttpResponse(request, await answer(request, sources));
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status === 500) onFault(error);
    return {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        ...(problem.status === 405 && { allow: 'GET, HEAD' }),
        ...((problem.status === 429 || problem.status === 409) && { 'retry-after': '1' }),
      },
      body: request.method === 'HEAD' ? '' : JSON.stringify(problem.details),
    };
  }
}

async function answer({ method, path, query }: Request, sources: QueryContext): Promise<string> {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new ProblemError(
      405,
      `${method} is not answered.`,
      'Articles are dropped into the inbox bucket, and removed from it.',
    );
  }
  if (path === '/openapi.json') return JSON.stringify(openApiDocument());
  const { route, parameters } = matchRoute(path);
  const body = JSON.stringify(await route.answer(sources, readInput(route, parameters, new URLSearchParams(query))));
  if (Buffer.byteLength(body) <= MAX_BODY_BYTES) return body;
  throw new ProblemError(
    422,
    `The answer has more than ${MAX_BODY_BYTES} bytes.`,
    'Ask for the parts of the article by themselves, with a smaller limit, or read the table.',
  );
}

/** @throws Problem that names the first parameter that is wrong. */
function readInput({ input }: Route, parameters: Match['parameters'], query: URLSearchParams): unknown {
  for (const name of query.keys()) {
    if (query.getAll(name).length > 1) throw new ProblemError(400, `"${name}" is given twice.`, 'Give it once.', name);
    if (name in parameters)
      throw new ProblemError(400, `"${name}" is part of the path.`, 'Leave it out of the query.', name);
  }
  const read = input.safeParse({ ...Object.fromEntries(query), ...parameters });
  if (read.success) return read.data;
  throw problemOfIssue(read.error.issues[0]!, Object.keys(input.shape));
}

type Match = ReturnType<typeof matchRoute>;

function problemOfIssue(issue: z.core.$ZodIssue, known: readonly string[]): ProblemError {
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return new ProblemError(400, `"${name}" is no parameter of this question.`, `Ask with ${known.join(', ')}.`, name);
  }
  const parameter = String(issue.path[0] ?? '');
  const [detail, remedy] = issue.message.split(/: (.*)/s);
  return new ProblemError(
    400,
    `${detail!}.`,
    remedy === undefined ? `Give "${parameter}" as /openapi.json describes it.` : sentence(remedy),
    parameter,
  );
}

function toHttpResponse({ method, ifNoneMatch }: Request, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // Answers change as articles come in: a client that keeps one asks whether it still holds.
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (ifNoneMatch !== undefined && names(ifNoneMatch, etag)) return { statusCode: 304, headers, body: '' };
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': 'application/json' },
    body: method === 'HEAD' ? '' : body,
  };
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match: a list, compared weakly. */
const names = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
