import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Answer, Refused } from './api.ts';

export function Told({ problem }: { readonly problem: Refused['problem'] }) {
  return (
    <div class="told" role="alert">
      <p>{problem.detail}</p>
      <p>{problem.remedy}</p>
    </div>
  );
}

/** What an answer holds, once it is there. */
export function Answered<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ComponentChildren;
}) {
  if (answer.state === 'asking') return <Waiting />;
  if (answer.state === 'refused') return <Told problem={answer.problem} />;
  return <>{children(answer.value)}</>;
}

export function Waiting() {
  return (
    <p class="waiting" role="status">
      Asking …
    </p>
  );
}

/** A page of others, which learns nothing of this one. */
export function Elsewhere({ name, address }: { readonly name: string; readonly address: string }) {
  return (
    <a class="elsewhere" href={address} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}

export function More({ more }: { readonly more: (() => void) | undefined }) {
  if (more === undefined) return null;
  return (
    <button type="button" class="more" onClick={more}>
      Show more
    </button>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · news-ingest`;
  }, [title]);
}
