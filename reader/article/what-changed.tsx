import type { ReadyArticle } from '../../shared/table/rows/article.ts';
import type { Entity, EntityId, Quotation } from '../../shared/language/analysis.ts';
import { entityAddress } from '../addresses.ts';
import { count } from '../words.ts';
import { wordsOf } from './statement.ts';

interface WhatWasFound {
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
}

/** How the article differs from the version before it. What was taken back is told by who had said it: its words are gone. */
export function WhatChanged({ article, ...found }: WhatWasFound & { readonly article: ReadyArticle }) {
  const { changes, replaces, revision } = article;
  if (changes === undefined || replaces === undefined) return null;
  const { statements, names } = changes;
  const lists = [...Object.values(statements), ...Object.values(names)];
  const lines: readonly Line[] = [
    ['New', 'statement', statements.added.map((said) => <Statement {...said} found={found} />)],
    ['Altered', 'statement', statements.altered.map((said) => <Statement {...said} found={found} />)],
    ['Taken back', 'statement', statements.removed.map(({ speakers }) => <Speakers ids={speakers} found={found} />)],
    ['New', 'name', names.added.map((id) => <Name id={id} found={found} />)],
    ['Altered', 'name', names.altered.map((id) => <Name id={id} found={found} />)],
    ['No longer there', 'name', names.removed.map((id) => <Name id={id} found={found} />)],
  ];
  return (
    <aside class="told told-above changes" aria-label="What changed">
      <details>
        <summary>
          {replaces.revision === revision
            ? 'Read anew by a later version of this program'
            : 'The text was replaced by another'}
          : {lists.every((list) => list.length === 0) ? 'the same was found' : 'what changed'}
        </summary>
        <dl>
          {lines
            .filter(([, , elements]) => elements.length > 0)
            .map(([how, what, elements]) => (
              <div>
                <dt>
                  {how}: {count(elements.length, what)}
                </dt>
                <dd>
                  <ul>
                    {elements.map((element) => (
                      <li>{element}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </aside>
  );
}

interface Of {
  readonly found: WhatWasFound;
}

function Statement({ ordinal, speakers, found }: Of & { readonly ordinal: number; readonly speakers: Ids }) {
  const said = found.quotations.find((quotation) => quotation.ordinal === ordinal);
  return (
    <>
      <a href={`#note-${ordinal}`} dir="auto">
        {said === undefined ? `statement ${ordinal + 1}` : wordsOf(said)}
      </a>
      {' — '}
      <Speakers ids={speakers} found={found} />
    </>
  );
}

function Speakers({ ids, found }: Of & { readonly ids: Ids }) {
  if (ids.length === 0) return <span>speaker not named</span>;
  return (
    <>
      {ids.map((id, index) => (
        <>
          {index > 0 && ', '}
          <Name id={id} found={found} />
        </>
      ))}
    </>
  );
}

function Name({ id, found }: Of & { readonly id: EntityId }) {
  return (
    <a href={entityAddress(id)} dir="auto">
      {found.entities.find((entity) => entity.id === id)?.name ?? nameInId(id)}
    </a>
  );
}

type Ids = readonly EntityId[];
type Line = readonly [how: string, what: string, elements: readonly preact.JSX.Element[]];

/** What is left of a name that is no longer in the article: "ada trask" of PERSON#ada-trask. */
const nameInId = (id: EntityId): string =>
  id
    .slice(id.indexOf('#') + 1)
    .replace(/^~/, '')
    .replaceAll('-', ' ');
