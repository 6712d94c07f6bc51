import { useEffect, useState } from 'preact/hooks';
import { pathText } from '../shared/api/path-text.ts';
import type { ProblemDetails } from '../shared/api/problem.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** Where the server of this page hands questions on to the API. */
export const apiAddress = (path: string, query: Query = {}): string => {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return `/api${path}${said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`}`;
};

export const articlePath = (key: string): string => `/articles/${pathText(key)}`;
export const entityPath = (id: string): string => `/entities/${pathText(id)}`;

/** What the API says is wrong, and what to do about it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Pick<ProblemDetails, 'detail' | 'remedy' | 'status'>;

  constructor(problem: Refused['problem']) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** @throws Refused */
export async function ask(address: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(address, signal ? { signal } : {}).catch((error: unknown) => {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Refused({
      status: 503,
      detail: 'The server of this page does not answer.',
      remedy: 'Look whether "npm start" or "news-ingest browse" still runs, and load the page again.',
    });
  });
  if (response.ok) return response.json();
  const problem = (await response.json().catch(() => undefined)) as Partial<ProblemDetails> | undefined;
  throw new Refused({
    status: response.status,
    detail: problem?.detail ?? `The API answers ${response.status}.`,
    remedy: problem?.remedy ?? 'Ask again; if it stays, look into the log of the API function.',
  });
}

export type Answer<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly problem: Refused['problem'] }
  | { readonly state: 'there'; readonly value: T };

/** The answer to a question, asked anew when its address changes; while it changes, the one before stays. */
export function useAnswer<T>(address: string | undefined, again = 0): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'asking' });
  useEffect(() => {
    if (address === undefined) return undefined;
    const ending = new AbortController();
    ask(address, ending.signal)
      .then((value) => {
        setAnswer({ state: 'there', value: value as T });
      })
      .catch((error: unknown) => {
        if (!ending.signal.aborted) setAnswer({ state: 'refused', problem: problemOf(error) });
      });
    return () => {
      ending.abort();
    };
  }, [address, again]);
  return answer;
}

export const problemOf = (error: unknown): Refused['problem'] =>
  error instanceof Refused
    ? error.problem
    : { status: 500, detail: String(error), remedy: 'Load the page again, and tell who keeps the project.' };

/** As the API gives it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface Pages<T> {
  readonly state: Answer<T>['state'];
  readonly problem: Refused['problem'] | undefined;
  readonly items: readonly T[];
  /** Adds the next page, where there is one. */
  readonly more: (() => void) | undefined;
}

/** A list whose pages are added one after the other. */
export function usePages<T>(path: string | undefined, query: Query): Pages<T> {
  const address = path === undefined ? undefined : apiAddress(path, query);
  const first = useAnswer<Page<T>>(address);
  const [further, setFurther] = useState<{ readonly of: string; readonly pages: readonly Page<T>[] }>();
  const [problem, setProblem] = useState<Refused['problem']>();
  const pages = first.state === 'there' ? [first.value, ...(further?.of === address ? further!.pages : [])] : [];
  const cursor = pages.at(-1)?.cursor;
  const more =
    cursor === undefined || path === undefined || address === undefined
      ? undefined
      : () => {
          ask(apiAddress(path, { ...query, cursor }))
            .then((page) => {
              setFurther({ of: address, pages: [...pages.slice(1), page as Page<T>] });
            })
            .catch((error: unknown) => {
              setProblem(problemOf(error));
            });
        };
  return {
    state: first.state,
    problem: first.state === 'refused' ? first.problem : problem,
    items: pages.flatMap(({ items }) => items),
    more,
  };
}
