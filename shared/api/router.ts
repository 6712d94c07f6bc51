import { fromPathText } from './path-text.ts';
import { ProblemError } from './problem.ts';
import { type Route, ROUTES } from './routes.ts';

export interface Match {
  readonly route: Route;
  /** From the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a path. A parameter takes what lies between the beginning and the end of its route, slashes too, so
 * that the key "2026/11/a.txt" reads naturally; longer ends come first: a key that ends with "/paragraphs" says "~2Fparagraphs".
 * @throws Problem where there is none.
 */
export function matchRoute(path: string): Match {
  for (const { route, beginning, end, parameter } of PATTERNS) {
    if (parameter === undefined ? path !== beginning : !path.startsWith(beginning) || !path.endsWith(end)) continue;
    if (parameter === undefined) return { route, parameters: {} };
    const raw = path.slice(beginning.length, path.length - end.length);
    if (path.length <= beginning.length + end.length) continue;
    const value = fromPathText(raw);
    if (value === undefined) {
      throw new ProblemError(
        400,
        `The path holds bytes that are no UTF-8.`,
        'Encode the text, then its bytes.',
        parameter,
      );
    }
    return { route, parameters: { [parameter]: value } };
  }
  throw new ProblemError(
    404,
    'Nothing is found at this path.',
    `Ask for ${ROUTES.map((route) => route.path).join(', ')}.`,
  );
}

const PATTERNS = ROUTES.map((route) => {
  const [beginning = '', parameter, end = ''] = route.path.split(/\{(\w+)\}/);
  return { route, beginning, parameter, end };
}).sort((one, other) => other.end.length - one.end.length);
