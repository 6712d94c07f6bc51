import type { AnnotatedDocument } from '../annotated.ts';
import { withBodiesOfPeople } from './bodies-of-people.ts';
import { clusterBy, type Cluster } from './cluster.ts';
import { clusterOrganizations } from './cluster-organizations.ts';
import { clusterPeople } from './cluster-people.ts';
import { clusterGroups, clusterPlaces } from './cluster-places.ts';
import { describeEntities } from './describe-entities.ts';
import { indexEntities, type EntityIndex } from './entity-index.ts';
import { world } from '../knowledge/world.ts';
import { linkEntities } from './links/link-entities.ts';
import { nameMentions, type NameMention } from './name-mentions.ts';
import { withNamesInCapitals } from './names-in-capitals.ts';
import { withoutOverruns } from './overrun-names.ts';
import { referToPeople } from './refer-to-people.ts';
import { repairNames } from './repair-names.ts';
import { fold } from './slug.ts';
import { withoutLabels } from './turn-labels.ts';
import { withUntaggedBodies } from './untagged-bodies.ts';
import { withUntaggedOutlets } from './untagged-outlets.ts';
import { withUntaggedSources } from './untagged-sources.ts';

/** The entities of an article: names that stand for one thing, and the words that refer to people. Linear. */
export function findEntities(document: AnnotatedDocument): EntityIndex {
  const { parsed } = document;
  const sentences = withoutLabels(
    document,
    withUntaggedOutlets(
      withUntaggedBodies(
        withoutOverruns(repairNames(withUntaggedSources(withNamesInCapitals(parsed.sentences))), world()),
      ),
      world(),
    ),
  );
  const clusters = clusterNames(nameMentions({ ...parsed, sentences }));
  const names = sentences.map((sentence) => sentence.names);
  const entities = describeEntities({ clusters, ...referToPeople(document, names, clusters) });
  const linked = linkEntities(entities, parsed.paragraphs, world());
  return indexEntities(withBodiesOfPeople(linked, document));
}

/** One cluster an entity, in order of first mention. */
export function clusterNames(mentions: readonly NameMention[]): Cluster[] {
  const of = (...types: readonly string[]) => mentions.filter(({ type }) => types.includes(type));
  return [
    ...clusterPeople(of('PERSON')),
    ...clusterOrganizations(of('ORGANIZATION')),
    ...clusterPlaces(of('LOCATION')),
    ...clusterGroups(of('GROUP')),
    ...clusterBy(
      of('EVENT', 'PRODUCT', 'WORK', 'DATE', 'MONEY', 'QUANTITY'),
      ({ type, words, date, amount }) =>
        `${type} ${date?.date ?? (amount ? `${amount.value} ${amount.unit ?? ''}` : fold(words.join(' ')))}`,
    ).values(),
  ].sort((a, b) => order(a) - order(b));
}

/** No sentence has as many tokens. */
const MORE_THAN_TOKENS = 1e6;

const order = ({ names: [first] }: Cluster): number => first!.sentence * MORE_THAN_TOKENS + first!.first;
