import type { Entity } from '../../shared/language/analysis.ts';
import { ENTITY_TYPES, type EntityType } from '../../shared/language/document.ts';
import { entityAddress } from '../addresses.ts';
import { isValue, TYPE_NAMES } from '../words.ts';
import { KnownElsewhere } from './known-elsewhere.tsx';
import { entityMark } from './lighting.ts';
import { valueOf } from './values.ts';
import { grouped } from '../grouped.ts';

interface Listed {
  readonly entity: Entity;
  readonly index: number;
}

/** So many of a type are seen at once; the others a click away. */
const AT_ONCE = 12;

/** Beside the text: who and what is named, by type, the most mentioned first. */
export function Names({ entities }: { readonly entities: readonly Entity[] }) {
  const byType = grouped(
    entities.map((entity, index): Listed => ({ entity, index })),
    ({ entity }) => entity.type,
  );
  return (
    <aside class="names" aria-label="Names in the article">
      {ENTITY_TYPES.map((type) => {
        const listed = byType.get(type);
        return listed && <NamesOfType type={type} listed={isValue(type) ? listed : byMentions(listed)} />;
      })}
    </aside>
  );
}

const byMentions = (listed: readonly Listed[]): Listed[] =>
  listed.toSorted((one, other) => other.entity.mentions.length - one.entity.mentions.length);

function NamesOfType({ type, listed }: { readonly type: EntityType; readonly listed: readonly Listed[] }) {
  const rest = listed.slice(AT_ONCE);
  return (
    <section>
      <h2>
        <span class={`mark name ${type}`}>{TYPE_NAMES[type]}</span>
      </h2>
      <ul>{listed.slice(0, AT_ONCE).map(name)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length.toLocaleString('en')} more</summary>
          <ul>{rest.map(name)}</ul>
        </details>
      )}
    </section>
  );
}

function name({ entity, index }: Listed) {
  const { id, type, name, roles, mentions, wikidata, geonames } = entity;
  const value = valueOf(entity);
  return (
    <li data-of={entityMark(index)}>
      {isValue(type) ? <span>{name}</span> : <a href={entityAddress(id)}>{name}</a>}
      {mentions.length > 1 && (
        <span class="times" aria-label={`${mentions.length} times`}>
          {mentions.length}
        </span>
      )}
      {roles[0] !== undefined && <span class="role">{roles[0].text}</span>}
      {value !== undefined && <span class="role">{value}</span>}
      <KnownElsewhere wikidata={wikidata} geonames={geonames} />
    </li>
  );
}
