import { useEffect, useState } from 'preact/hooks';
import type { NamedEntity } from '../../shared/table/rows/entity.ts';
import { addressOf, entityAddress } from '../addresses.ts';
import { usePages } from '../api.ts';
import { useNavigation } from '../navigation.tsx';
import { More, Told, useTitle } from '../parts.tsx';
import { TYPE_NAME } from '../words.ts';

/** Who types is not asked for between two letters. */
const PAUSE_MS = 120;

/** Names are found from two letters of a word on. */
const LEAST = 2;

export function SearchPage({ query }: { readonly query: URLSearchParams }) {
  const { go } = useNavigation();
  const [text, setText] = useState(query.get('q') ?? '');
  useTitle('Search');
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== (query.get('q') ?? '')) go(addressOf('search', { q: text }), true);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  const asked = (query.get('q') ?? '').trim();
  return (
    <section class="narrow">
      <h1>Search</h1>
      <form
        class="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label for="search">A name, or the beginning of one</label>
        <input
          id="search"
          type="search"
          value={text}
          autofocus
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
      </form>
      <div aria-live="polite">{asked.length >= LEAST && <Found asked={asked} />}</div>
    </section>
  );
}

function Found({ asked }: { readonly asked: string }) {
  const names = usePages<NamedEntity>('/entities', { name: asked });
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      {names.problem !== undefined && <Told problem={names.problem} />}
      {names.state === 'there' && names.items.length === 0 && (
        <p class="nothing">Nobody and nothing has a name with a word that begins so.</p>
      )}
      <ul class="found">
        {names.items.map(({ id, type, name, aliases }) => (
          <li>
            <a href={entityAddress(id)}>{name}</a>
            <span class="chip">{TYPE_NAME[type]}</span>
            {aliases.length > 0 && <span class="role">also {aliases.join(', ')}</span>}
          </li>
        ))}
      </ul>
      <More more={names.more} />
    </section>
  );
}
