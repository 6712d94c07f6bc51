import { pathText } from '../../shared/api/path-text.ts';
import type { Company } from '../../shared/table/companions.ts';
import type { MonthCounts } from '../../shared/table/counts.ts';
import type { KnownEntity, MentioningArticle } from '../../shared/table/rows/entity.ts';
import type { QuotationBySpeaker } from '../../shared/table/rows/quotation.ts';
import { articleAddress, entityAddress } from '../addresses.ts';
import { apiAddress, entityPath, useAnswer, usePages } from '../api.ts';
import { MonthChart } from '../chart.tsx';
import { KnownElsewhere } from '../article/known-elsewhere.tsx';
import { Answered, More, Told, useTitle } from '../parts.tsx';
import { StatementList } from '../statement-list.tsx';
import { count, dayOf, TYPE_NAME, typeOfId } from '../words.ts';

export function EntityPage({ id }: { readonly id: string }) {
  const answer = useAnswer<KnownEntity>(apiAddress(entityPath(id)));
  const counts = useAnswer<MonthCounts>(apiAddress(`${entityPath(id)}/months`));
  const company = useAnswer<Company>(apiAddress(`${entityPath(id)}/company`));
  useTitle(answer.state === 'there' ? answer.value.name : TYPE_NAME[typeOfId(id)]);
  return (
    <Answered answer={answer}>
      {(entity) => (
        <section class="entity">
          <Heading entity={entity} />
          {counts.state === 'there' && <MonthChart counts={counts.value} />}
          <div class="columns">
            <div>
              {company.state === 'there' && <Roles company={company.value} />}
              <Statements id={id} />
            </div>
            <div>
              {company.state === 'there' && <Companions company={company.value} />}
              <Articles id={id} />
            </div>
          </div>
        </section>
      )}
    </Answered>
  );
}

function Heading({
  entity: { id, type, name, aliases, countryCode, wikidata, geonames },
}: {
  readonly entity: KnownEntity;
}) {
  return (
    <>
      <p class="kind">{[TYPE_NAME[type], countryCode].filter((part) => part !== undefined).join(', ')}</p>
      <h1 dir="auto">{name}</h1>
      {aliases.length > 0 && <p class="aliases">also {aliases.join(', ')}</p>}
      <p class="under">
        <span class="key">{id}</span>
        <KnownElsewhere wikidata={wikidata} geonames={geonames} />
      </p>
    </>
  );
}

function Roles({ company: { roles } }: { readonly company: Company }) {
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Roles over time</h2>
      <ul class="roles">
        {roles.map(({ role, from, to, articles }) => (
          <li>
            <span dir="auto">{role}</span>
            <p class="under">
              <span>{from.slice(0, 10) === to.slice(0, 10) ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`}</span>
              <span>{count(articles, 'article')}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Statements({ id }: { readonly id: string }) {
  const pages = usePages<QuotationBySpeaker>(`/speakers/${pathText(id)}/quotations`, { limit: 20 });
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">Statements</h2>
      <StatementList pages={pages} withSpeaker={false} nothing="None in the articles here." />
    </section>
  );
}

function Companions({ company: { companions, articles, since } }: { readonly company: Company }) {
  if (companions.length === 0) return null;
  return (
    <section aria-labelledby="companions">
      <h2 id="companions">In the same articles</h2>
      <ul class="companions">
        {companions.map(({ id, type, name, articles }) => (
          <li>
            <a class={`mark name ${type}`} href={entityAddress(id)}>
              {name}
            </a>
            {articles > 1 && (
              <span class="times" aria-label={count(articles, 'article')}>
                {articles}
              </span>
            )}
          </li>
        ))}
      </ul>
      {since !== undefined && (
        <p class="nothing">
          Of the newest {articles} articles, since {dayOf(since)}.
        </p>
      )}
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
        {items.map(({ key, publishedAt, headline, name }) => (
          <li>
            <a dir="auto" href={articleAddress(key)}>
              {headline?.text ?? key}
            </a>
            <p class="under">
              <time dateTime={publishedAt}>{dayOf(publishedAt)}</time>
              <span dir="auto">as {name}</span>
            </p>
          </li>
        ))}
      </ul>
      <More more={more} />
    </section>
  );
}
