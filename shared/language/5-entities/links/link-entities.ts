import type { Paragraph } from '../../../article/article.ts';
import type { Entity } from '../../analysis.ts';
import type { Gazetteer, Known } from '../../knowledge/gazetteer.ts';
import { linkOrganization } from './link-organization.ts';
import { linkPerson } from './link-person.ts';
import { linkPlace } from './link-place.ts';
import { Scene } from './scene.ts';

/** Entities with links where name, type and article leave one candidate: a wrong link is worse than none. */
export function linkEntities(
  entities: readonly Entity[],
  paragraphs: readonly Paragraph[],
  gazetteer: Gazetteer,
): Entity[] {
  const scene = new Scene(entities);
  const links = new Map<Entity, Known>();
  const linkAll = (type: Entity['type'], choose: (entity: Entity) => Known | undefined): void => {
    for (const entity of entities.filter((one) => one.type === type)) {
      const known = choose(entity);
      if (known) links.set(entity, known);
    }
  };
  const teams = entities.filter(
    ({ type, name }) => type === 'ORGANIZATION' && gazetteer.lookUp(name).bearers[0]?.kind === 'team',
  ).length;
  linkAll('LOCATION', (entity) => linkPlace(entity, { paragraphs, scene, gazetteer, teams }));
  for (const [{ countryCode, mentions }, { code }] of links)
    if (countryCode === undefined && code !== undefined) scene.add(code, mentions.length);
  linkAll('ORGANIZATION', (entity) => linkOrganization(entity, scene, gazetteer));
  linkAll('PERSON', (entity) => linkPerson(entity, paragraphs, scene, gazetteer));
  return entities.map((entity) => {
    const known = links.get(entity);
    if (!known) return entity;
    const { wikidata, geonames } = known;
    return { ...entity, ...(wikidata && { wikidata }), ...(geonames && { geonames }) };
  });
}
