import { useEffect, useState } from 'preact/hooks';
import type { DifferingWords } from '../../shared/check/difference.ts';
import type { Checked } from '../../shared/table/check-articles.ts';
import type { NamedEntity } from '../../shared/table/rows/entity.ts';
import { addressOf, articleAddress } from '../addresses.ts';
import { apiAddress, ask, type Page, problemOf, Refused } from '../api.ts';
import { useNavigation } from '../navigation.tsx';
import { SpeakerLine } from '../article/speaker.tsx';
import { notNamed } from '../article/statement.ts';
import { Told, useTitle, Waiting } from '../parts.tsx';
import { count, dayOf, percent } from '../words.ts';

type Finding = NonNullable<Checked['finding']>;
type Verdict = Checked['verdict'];

const HEADINGS: Readonly<Record<Verdict, string>> = {
  exact: 'Said so, word for word',
  reported: 'Reported in the article’s own words, not in quotation marks',
  denied: 'The article says that this was not said, or only supposes it',
  'said by another': 'Said by somebody else, word for word',
  unattributed: 'The words are there, and it is not clear who says them',
  altered: 'Altered: the words are not exactly these',
  'not found': 'Not found',
};

interface Result {
  readonly verdict: Verdict;
  readonly finding?: Finding | undefined;
  readonly articles: number;
  readonly names: readonly string[];
}

export function CheckPage({ query }: { readonly query: URLSearchParams }) {
  const { go } = useNavigation();
  const words = query.get('words') ?? '';
  const by = query.get('by') ?? '';
  useTitle('Check a quotation');
  return (
    <section class="narrow">
      <h1>Is this quotation real?</h1>
      <form
        class="check"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          go(addressOf('check', { words: said(form, 'words'), by: said(form, 'by') }), true);
        }}
      >
        <label>
          The words
          <textarea name="words" rows={3} required defaultValue={words} />
        </label>
        <label>
          Who should have said them, where it is told
          <input name="by" type="text" defaultValue={by} autocomplete="off" spellcheck={false} />
        </label>
        <button type="submit">Check</button>
      </form>
      <div aria-live="polite">
        {words.trim() !== '' && <Verdicts key={`${words}|${by}`} words={words} by={by.trim()} />}
      </div>
      <p class="nothing">
        Letters, capitals and numbers count; quotation marks, white space and a last comma or full stop do not. Without
        a name the articles of the last twelve months are read.
      </p>
    </section>
  );
}

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

function Verdicts({ words, by }: { readonly words: string; readonly by: string }) {
  const [result, setResult] = useState<Result>();
  const [problem, setProblem] = useState<Refused['problem']>();
  useEffect(() => {
    const ending = new AbortController();
    search(words, by, ending.signal)
      .then(setResult)
      .catch((error: unknown) => {
        if (!ending.signal.aborted) setProblem(problemOf(error));
      });
    return () => {
      ending.abort();
    };
  }, []);
  if (problem !== undefined) return <Told problem={problem} />;
  return result === undefined ? <Waiting /> : <Shown result={result} />;
}

/** Through all articles, until the words are found as they are. */
async function search(words: string, by: string, signal: AbortSignal): Promise<Result> {
  const people = by === '' ? [] : await idsOf(by, signal);
  const ids = people.map(({ id }) => id);
  let best: Checked | undefined;
  let articles = 0;
  let cursor: string | undefined;
  do {
    const address = apiAddress('/check', { words, by: ids.join(','), cursor });
    const part = (await ask(address, signal)) as Checked;
    articles += part.articles;
    cursor = part.cursor;
    if (best === undefined || order(part.verdict) < order(best.verdict)) best = part;
  } while (cursor !== undefined);
  return { verdict: best.verdict, finding: best.finding, articles, names: people.map(({ name }) => name) };
}

const order = (verdict: Verdict): number => Object.keys(HEADINGS).indexOf(verdict);

/** All who are meant by a name: nobody is left out without a word. */
async function idsOf(name: string, signal: AbortSignal): Promise<readonly NamedEntity[]> {
  const { items } = (await ask(apiAddress('/entities', { name, limit: 10 }), signal)) as Page<NamedEntity>;
  if (items.length > 0) return items;
  throw new Refused({
    status: 404,
    detail: `Nobody and nothing is named "${name}" in the articles here.`,
    remedy: 'Give the beginning of a word of the name, or leave it out.',
  });
}

function Shown({ result: { verdict, finding, articles, names } }: { readonly result: Result }) {
  return (
    <section class={`verdict ${verdict === 'exact' ? 'exact' : 'other'}`}>
      <h2>{HEADINGS[verdict]}</h2>
      {finding !== undefined && <FoundAt finding={finding} />}
      <p class="under">
        <span>{count(articles, 'article')} read</span>
        {names.length > 0 && <span>for {names.join(', ')}</span>}
      </p>
    </section>
  );
}

function FoundAt({ finding }: { readonly finding: Finding }) {
  const { text, difference, key, headline, ordinal, publishedAt, speakers, source, confidence } = finding;
  return (
    <>
      {difference !== undefined && <p class="difference">{difference.map(stretch)}</p>}
      <blockquote dir="auto">{text}</blockquote>
      {speakers.map((speaker) => (
        <SpeakerLine speaker={speaker} />
      ))}
      {speakers.length === 0 && (
        <p class="speaker nobody" dir="auto">
          {notNamed(source)}
        </p>
      )}
      <p class="under">
        <a dir="auto" href={articleAddress(key, ordinal ?? undefined)}>
          {headline?.text ?? key}
        </a>
        <time dateTime={publishedAt}>{dayOf(publishedAt)}</time>
        {confidence !== undefined && <span>right with {percent(confidence)}</span>}
      </p>
    </>
  );
}

function stretch({ in: where, text }: DifferingWords) {
  if (where === 'both') return <span>{text} </span>;
  if (where === 'said')
    return (
      <>
        <ins>
          <span class="unseen">said: </span>
          {text}
        </ins>{' '}
      </>
    );
  return (
    <>
      <del>
        <span class="unseen">not said: </span>
        {text}
      </del>{' '}
    </>
  );
}
