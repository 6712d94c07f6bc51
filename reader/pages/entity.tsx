import { apiAddress, entityPath, useAnswer, usePages } from '../api.ts';
import type { KnownEntity, MentioningArticle } from '../../shared/table/rows/entity.ts';
import type { SpokenQuotation } from '../../shared/table/rows/quotation.ts';
import { articleAddress } from '../addresses.ts';
import { KIND_WORDS, wordsOf } from '../article/statement.ts';
import { Answered, More, Told, useTitle } from '../parts.tsx';
import { dayOf, TYPE_NAME } from '../words.ts';

export function EntityPage({ id }: { readonly id: string }) {
  const answer = useAnswer<KnownEntity>(apiAddress(entityPath(id)));
  useTitle(answer.state === 'there' ? answer.value.name : id);
  return (
    <Answered answer={answer}>
      {(entity) => (
        <section class="entity">
          <p class="kind">{TYPE_NAME[entity.type]}</p>
          <h1>{entity.name}</h1>
          {entity.aliases.length > 0 && <p class="aliases">also {entity.aliases.join(', ')}</p>}
          <p class="key">{entity.id}</p>
          <div class="columns">
            <Statements id={id} />
            <Articles id={id} />
          </div>
        </section>
      )}
    </Answered>
  );
}

function Statements({ id }: { readonly id: string }) {
  const { items, problem, more, state } = usePages<SpokenQuotation>(
    `/speakers/${entityPath(id).slice(10)}/quotations`,
    {
      limit: 20,
    },
  );
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">Statements</h2>
      {problem !== undefined && <Told problem={problem} />}
      {state === 'there' && items.length === 0 && <p class="nothing">None in the articles here.</p>}
      <ol class="statements">
        {items.map((statement) => (
          <li>
            <a class="words" href={articleAddress(statement.key, statement.ordinal)}>
              {wordsOf(statement)}
            </a>
            <p class="under">
              <time dateTime={statement.publishedAt}>{dayOf(statement.publishedAt)}</time>
              <span>{KIND_WORDS[statement.kind]}</span>
              {statement.speakerRole !== undefined && <span>{statement.speakerRole}</span>}
            </p>
          </li>
        ))}
      </ol>
      <More more={more} />
    </section>
  );
}

function Articles({ id }: { readonly id: string }) {
  const { items, problem, more } = usePages<MentioningArticle>(`${entityPath(id)}/articles`, { limit: 20 });
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">Articles</h2>
      {problem !== undefined && <Told problem={problem} />}
      <ul class="articles">
        {items.map(({ key, publishedAt }) => (
          <li>
            <a href={articleAddress(key)}>{key}</a>
            <p class="under">
              <time dateTime={publishedAt}>{dayOf(publishedAt)}</time>
            </p>
          </li>
        ))}
      </ul>
      <More more={more} />
    </section>
  );
}
