import type { Entity } from '../analysis.ts';
import { TokenSpan, type AnnotatedDocument, type Token } from '../annotated.ts';
import { groupBy } from '../group-by.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import { indexEntities } from './entity-index.ts';
import { isReporting } from './mention-grammar.ts';
import { entityId } from './slug.ts';

/** Bodies that have no name but that of whose they are. */
const NOUNS = wordSet('campaign camp administration office team');

/** Of which there is one to each owner: "his office", not "the Lund office". */
const OWNED = wordSet('office team');

interface NamedBody {
  readonly noun: Token;
  readonly start: Token;
  readonly owner: Entity;
}

/** With the bodies that are called after a person and that the article lets speak: "the Lund campaign", "Roe’s administration". */
export function withBodiesOfPeople(entities: readonly Entity[], { paragraphs }: AnnotatedDocument): Entity[] {
  const nouns = paragraphs.flatMap(({ tokens }) => tokens.filter(isBody));
  // Most articles have no such noun: the index of entities is made where one has.
  if (nouns.length === 0) return [...entities];
  const index = indexEntities(entities);
  const named = nouns.flatMap((noun): NamedBody[] => {
    const start = ownerOf(noun);
    const owner = start && personOf(index.entityOf(TokenSpan.of(start)), entities);
    return start && owner?.type === 'PERSON' ? [{ noun, start: firstOf(start), owner }] : [];
  });
  const bodies = [...groupBy(named, ({ noun, owner }) => `${owner.id} ${noun.lower}`).values()];
  const bare = nouns.filter(isBare);
  const found = bodies.flatMap((mentions) => {
    const isOnly = bodies.filter(([other]) => other?.noun.lower === mentions[0]?.noun.lower).length === 1;
    const own = isOnly ? bare.filter(({ lower }) => lower === mentions[0]?.noun.lower) : [];
    return bodyOf(mentions, own) ?? [];
  });
  const known = new Set(entities.map(({ id }) => id));
  return [...entities, ...found.filter(({ id }) => !known.has(id))];
}

/** "The Ida Lund campaign", whose name was taken for that of a body: the person of that name. */
const personOf = (owner: Entity | undefined, entities: readonly Entity[]): Entity | undefined =>
  owner?.type === 'ORGANIZATION' ? entities.find(({ type, name }) => type === 'PERSON' && name === owner.name) : owner;

/** Undefined where it does not speak. */
function bodyOf(named: readonly NamedBody[], bare: readonly Token[]): Entity | undefined {
  const [first] = named;
  if (!first || ![...named.map(({ noun }) => noun), ...bare].some(isSource)) return undefined;
  const name = `${familyNameOf(first.owner)} ${first.noun.lower}`;
  const spans = [
    ...named.map(({ start, noun }) => TokenSpan.of(start, noun)),
    ...bare.filter((noun) => named.some((body) => isTakenUp(body.noun, noun))).map((noun) => TokenSpan.of(noun)),
  ];
  return {
    id: entityId('ORGANIZATION', name),
    type: 'ORGANIZATION',
    name,
    aliases: [],
    roles: [],
    salience: 0,
    mentions: spans
      .map((span) => ({ ...span.toText(), kind: 'description' as const }))
      .sort((a, b) => a.paragraph - b.paragraph || a.start - b.start),
  };
}

/** Not "campaign" in "campaign manager". */
const isBody = ({ lower, pos, relation }: Token): boolean =>
  NOUNS.has(lower) && (pos === 'NOUN' || pos === 'PROPN') && relation !== 'compound' && relation !== 'amod';

/** `Lund’s campaign`, `her campaign`, `the Lund campaign` */
const ownerOf = (noun: Token): Token | undefined =>
  noun.dependents.find(
    (token) =>
      token.isBefore(noun) &&
      ((token.relation === 'nmod' && token.subtype === 'poss') ||
        (token.relation === 'compound' && token.pos === 'PROPN' && !OWNED.has(noun.lower))),
  );

/** Where the name of an owner begins, without title and article. */
const firstOf = (owner: Token): Token =>
  owner.subtree(({ subtype, relation }) => subtype === 'desc' || relation === 'det').first;

/** "the campaign", and nothing else */
const isBare = ({ dependents }: Token): boolean => {
  const [article, ...others] = dependents.filter(({ relation }) => relation !== 'punct');
  return article?.lower === 'the' && others.length === 0;
};

/** `the Lund campaign said`, `the Lund campaign issued a statement saying`, `according to Lund’s campaign` */
const isSource = (noun: Token): boolean =>
  noun.relation === 'nsubj'
    ? isReporting({ head: noun }) || hasClause(noun.head) || verbsOf(noun).some(isSaying)
    : noun.children('case').some(({ lower }) => lower === 'according');

/** `thinks that it wins`, `plans to print it`: the verb tells what a body thinks or wants. */
const hasClause = (verb: Token | undefined): boolean =>
  verb?.dependents.some(({ relation }) => relation === 'ccomp' || relation === 'xcomp') ?? false;

/** What is said of a subject beside its verb: "issued a statement saying", "does not count and has denied". */
const verbsOf = ({ head: verb }: Token): Token[] => [
  ...(verb?.subtree().tokens ?? []).filter(({ lower }) => lower.endsWith('ing')),
  ...(verb?.children('conj') ?? []).filter((other) => other.children('nsubj').length === 0),
];

const isSaying = ({ lower }: Token): boolean => takesClauseOfWords(verbCue(lower));

/** `The Lund campaign said … / The campaign said …` */
const isTakenUp = (named: Token, noun: Token): boolean => {
  const apart = noun.paragraph.ordinal - named.paragraph.ordinal;
  return apart === 0 ? named.isBefore(noun) : apart === 1;
};

const familyNameOf = ({ name }: Entity): string => {
  const words = name.split(' ').filter((word) => !/^(?:Jr|Sr|I{2,3}|IV)\.?$/u.test(word));
  return words.at(-1) ?? name;
};
