import type { ArticleSummary } from '../../shared/table/rows/article.ts';
import { addressOf, articleAddress } from '../addresses.ts';
import { usePages } from '../api.ts';
import { useNavigation } from '../navigation.tsx';
import { More, Told, useTitle, Waiting } from '../parts.tsx';
import { count, dayOf, timeOf } from '../words.ts';
import { grouped } from '../grouped.ts';

type Listed = Partial<ArticleSummary> & {
  readonly key: string;
  readonly publishedAt: string;
  readonly code?: string;
  readonly message?: string;
};

const STATUSES = [
  ['', 'Read'],
  ['REJECTED', 'Refused'],
] as const;

export function LatestPage({ query }: { readonly query: URLSearchParams }) {
  const { go } = useNavigation();
  useTitle('Latest');
  const asked = {
    status: query.get('status') ?? '',
    from: query.get('from') ?? '',
    to: query.get('to') ?? '',
    prefix: query.get('prefix') ?? '',
  };
  const { state, items, problem, more } = usePages<Listed>(asked.status === 'REJECTED' ? '/refused' : '/articles', {
    from: asked.from,
    to: asked.to,
    prefix: asked.prefix,
    limit: 50,
  });
  const change = (changed: Partial<typeof asked>) => {
    go(addressOf('latest', { ...asked, ...changed }), true);
  };
  const days = [...grouped(items, ({ publishedAt }) => publishedAt.slice(0, 10)).values()];
  return (
    <section class="narrow">
      <h1>Latest articles</h1>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label>
          Show{' '}
          <select
            value={asked.status}
            onChange={({ currentTarget }) => {
              change({ status: currentTarget.value });
            }}
          >
            {STATUSES.map(([value, title]) => (
              <option value={value}>{title}</option>
            ))}
          </select>
        </label>
        <DateField title="from" value={asked.from} set={(from) => change({ from })} />
        <DateField title="to" value={asked.to} set={(to) => change({ to })} />
        <label>
          folder{' '}
          <input
            type="text"
            value={asked.prefix}
            placeholder="wire/"
            spellcheck={false}
            onChange={({ currentTarget }) => {
              change({ prefix: currentTarget.value.trim() });
            }}
          />
        </label>
      </form>
      {problem !== undefined && <Told problem={problem} />}
      {state === 'asking' && <Waiting />}
      {state === 'there' && items.length === 0 && more === undefined && <Nothing asked={asked} />}
      {days.map((ofDay) => (
        <section class="day">
          <h2>{dayOf(ofDay[0]!.publishedAt)}</h2>
          <ul>
            {ofDay.map((article) => (
              <Line article={article} />
            ))}
          </ul>
        </section>
      ))}
      <More more={more} />
    </section>
  );
}

function DateField(field: { readonly title: string; readonly value: string; readonly set: (value: string) => void }) {
  return (
    <label>
      {field.title}{' '}
      <input
        type="date"
        value={field.value}
        onChange={({ currentTarget }) => {
          field.set(currentTarget.value);
        }}
      />
    </label>
  );
}

function Line({ article }: { readonly article: Listed }) {
  const { key, publishedAt, headline, quotationCount, entityCount, code, message } = article;
  return (
    <li>
      <a class="title" dir="auto" href={articleAddress(key)}>
        {headline?.text ?? key}
      </a>
      {message !== undefined && (
        <p class="reason">
          <span class="chip">{code}</span> {message}
        </p>
      )}
      <p class="under">
        <time dateTime={publishedAt}>{timeOf(publishedAt)}</time>
        <span class="key">{key}</span>
        {quotationCount !== undefined && <span>{count(quotationCount, 'statement')}</span>}
        {entityCount !== undefined && <span>{count(entityCount, 'name')}</span>}
      </p>
    </li>
  );
}

function Nothing({ asked }: { readonly asked: Readonly<Record<string, string>> }) {
  const narrowed = Object.values(asked).some((value) => value !== '');
  return (
    <p class="nothing">
      {narrowed
        ? 'Nothing is there under these filters: widen the dates, or leave the folder out.'
        : 'No article of the last twelve months is there. Drop one: npx news-ingest put FILE'}
    </p>
  );
}
