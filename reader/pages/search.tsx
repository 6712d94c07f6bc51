import { useEffect, useState } from 'preact/hooks';
import type { NamedEntity } from '../../shared/table/rows/entity.ts';
import type { QuotationBySpeaker } from '../../shared/table/rows/quotation.ts';
import { addressOf, entityAddress } from '../addresses.ts';
import { usePages } from '../api.ts';
import { useNavigation } from '../navigation.tsx';
import { More, Told, useTitle } from '../parts.tsx';
import { StatementList } from '../statement-list.tsx';
import { TYPE_NAME } from '../words.ts';

/** Who types is not asked for between two letters. */
const PAUSE_MS = 120;

/** Names are found from two letters of a word on; statements, which are read one by one, from three. */
const LEAST_OF_NAMES = 2;
const LEAST_OF_WORDS = 3;

export function SearchPage({ query }: { readonly query: URLSearchParams }) {
  const { go } = useNavigation();
  const asked = query.get('q') ?? '';
  const [text, setText] = useState(asked);
  useTitle('Search');
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== asked) go(addressOf('search', { q: text }), true);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
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
        <label for="search">A name, or words of a statement</label>
        <input
          id="search"
          type="search"
          value={text}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
      </form>
      <div aria-live="polite">
        {asked.trim().length >= LEAST_OF_NAMES && <Names asked={asked.trim()} />}
        {asked.trim().length >= LEAST_OF_WORDS && <Statements asked={asked.trim()} />}
      </div>
    </section>
  );
}

function Names({ asked }: { readonly asked: string }) {
  const { state, items, problem, more } = usePages<NamedEntity>('/entities', { name: asked });
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      {problem !== undefined && <Told problem={problem} />}
      {state === 'there' && items.length === 0 && more === undefined && (
        <p class="nothing">Nobody and nothing has a name with a word that begins so.</p>
      )}
      <ul class="found">
        {items.map(({ id, type, name, aliases }) => (
          <li>
            <a class={`mark name ${type}`} dir="auto" href={entityAddress(id)}>
              {name}
            </a>
            <span class="chip">{TYPE_NAME[type]}</span>
            {aliases.length > 0 && <span class="role">also {aliases.join(', ')}</span>}
          </li>
        ))}
      </ul>
      <More more={more} />
    </section>
  );
}

function Statements({ asked }: { readonly asked: string }) {
  const pages = usePages<QuotationBySpeaker>('/quotations', { words: asked, limit: 10 });
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">Statements</h2>
      <StatementList
        pages={pages}
        withSpeaker
        nothing="No statement of the last twelve months holds words that begin so."
      />
    </section>
  );
}
