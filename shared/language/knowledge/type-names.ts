import type { EntityType, Sentence, TaggedName, Token } from '../document.ts';
import type { Gazetteer } from './gazetteer.ts';
import { withoutFinancialNames } from '../5-entities/financial-names.ts';
import { FIRMS_OF_OWNERS } from '../5-entities/lexicon/products.ts';
import { withLongerNames } from '../5-entities/longer-names.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { withKnownSpans } from './known-spans.ts';
import { nameKey } from './name-key.ts';
import { add, fromContext, fromLists, WEIGHTS, type Points } from './type-evidence.ts';

/** Types between which the lists and the context decide; the others of the tagger stand against them. */
const CANDIDATES: readonly EntityType[] = ['PERSON', 'ORGANIZATION', 'LOCATION', 'GROUP'];
const NAMES: ReadonlySet<EntityType> = new Set([...CANDIDATES, 'EVENT', 'PRODUCT', 'WORK']);

/** A mention that by itself speaks so clearly for another bearer keeps its type: "in Washington" beside a pitcher. */
const ANOTHER_BEARER = 6;

/** Parts of full names in the article, which may stand for the whole. */
interface Bearers {
  readonly families: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

/** A mention of a name with what the words around it tell. */
interface Weighed {
  readonly name: TaggedName;
  readonly sentence: Sentence;
  readonly context: Points;
}

/**
 * Names with the borders that the lists know and the types that the tagger's scores, the lists and the context make
 * likeliest; one name has one type within an article, unless a mention tells of another bearer.
 */
export function typeNames(tagged: readonly Sentence[], gazetteer: Gazetteer): Sentence[] {
  const sentences = tagged.map((sentence) =>
    withoutFinancialNames(withLongerNames(withKnownSpans(withoutRest(withoutAddresses(sentence)), gazetteer))),
  );
  const families = familiesIn(sentences);
  const beginnings = beginningsIn(sentences);
  const groups = new Map<string, [Weighed, ...Weighed[]]>();
  for (const sentence of sentences) {
    for (const name of sentence.names.filter((name) => NAMES.has(name.type) && !isTitle(name, sentence))) {
      const key = nameKey(new SentenceSpan(sentence.tokens, name).written);
      const weighed = { name, sentence, context: fromContext(name, sentence) };
      const group = groups.get(key);
      if (group) group.push(weighed);
      else groups.set(key, [weighed]);
    }
  }
  const types = new Map<TaggedName, EntityType>();
  for (const [key, group] of groups) decide(key, group, { families, beginnings }, gazetteer, types);
  return sentences.map((sentence) => ({
    ...sentence,
    names: sentence.names.map((name) => {
      const type = types.get(name);
      const typed = type === undefined || type === name.type ? name : { ...name, type };
      return withOwner(typed, sentence);
    }),
  }));
}

/** Addresses of mail and of machines, which the tagger takes for who is behind them. */
const ADDRESS = /@[^.@]+\.|^www\.|^https?:|^[\p{Ll}\d-]+(?:\.[\p{Ll}\d-]+){2,}$/u;

const withoutAddresses = (sentence: Sentence): Sentence => ({
  ...sentence,
  names: sentence.names.filter(
    (name) => !NAMES.has(name.type) || !ADDRESS.test(new SentenceSpan(sentence.tokens, name).written),
  ),
});

/** "Bandung four", "New York State Attorney" General: a number in letters or an office behind a name is none of it. */
const withoutRest = (sentence: Sentence): Sentence => ({
  ...sentence,
  names: sentence.names.map((name) => {
    const { last, length, after } = new SentenceSpan(sentence.tokens, name);
    const isNumber = last.pos === 'NUM' && /^\p{Ll}/u.test(last.text);
    const isOffice = last.text === 'Attorney' && after?.text === 'General';
    const isCut = NAMES.has(name.type) && length > 1 && (isNumber || isOffice);
    return isCut ? { ...name, end: name.end - 1 } : name;
  }),
});

/** "Moody's" is the firm's name, not what belongs to Moody. */
function withOwner(name: TaggedName, { tokens }: Sentence): TaggedName {
  const span = new SentenceSpan(tokens, name);
  const isFirm = name.type === 'ORGANIZATION' && isPossessive(span.after) && FIRMS_OF_OWNERS.has(span.written);
  return isFirm ? { ...name, end: name.end + 1 } : name;
}

const isPossessive = (token: Token | undefined): boolean => /^['’]s$/.test(token?.text ?? '');

/** A title in quotation marks, or a nickname. */
const isTitle = ({ type, first }: TaggedName, { tokens }: Sentence): boolean =>
  type === 'WORK' && /^["“‘]$/.test(tokens[first - 1]?.text ?? '');

function decide(
  key: string,
  group: readonly [Weighed, ...Weighed[]],
  { families, beginnings }: Bearers,
  gazetteer: Gazetteer,
  types: Map<TaggedName, EntityType>,
): void {
  const [first] = group;
  const lists = fromLists(first.name, first.sentence, gazetteer);
  if (families.has(key)) add(lists, 'PERSON', WEIGHTS.family);
  if (beginnings.has(key) && group.some(({ name }) => name.type !== 'LOCATION'))
    add(lists, 'ORGANIZATION', WEIGHTS.beginning);
  const total: Points = { ...lists };
  for (const { context } of group)
    for (const [type, worth] of Object.entries(context) as [EntityType, number][])
      add(total, type, worth / Math.sqrt(group.length));
  const common = best(total, first.name.type);
  for (const { name, context } of group) {
    const own: Points = { ...lists };
    for (const [type, worth] of Object.entries(context) as [EntityType, number][]) add(own, type, worth);
    const mine = best(own, name.type);
    const margin = (own[mine] ?? 0) - (own[common] ?? 0);
    types.set(name, mine !== common && margin >= ANOTHER_BEARER ? mine : common);
  }
}

/** The likeliest type; of equals the tagger's. */
function best(points: Points, tagged: EntityType): EntityType {
  let found = tagged;
  for (const type of [...CANDIDATES, 'EVENT', 'PRODUCT', 'WORK'] as EntityType[])
    if ((points[type] ?? -Infinity) > (points[found] ?? -Infinity)) found = type;
  return found;
}

/** Last words of the full names that the tagger takes for people's. */
const familiesIn = (sentences: readonly Sentence[]): ReadonlySet<string> =>
  new Set(spansOf(sentences, 'PERSON').map(({ last }) => nameKey(last.text)));

/** First words of the organisations' names. */
const beginningsIn = (sentences: readonly Sentence[]): ReadonlySet<string> =>
  new Set(spansOf(sentences, 'ORGANIZATION').map(({ first }) => nameKey(first.text)));

/** Names of several words. */
const spansOf = (sentences: readonly Sentence[], wanted: EntityType): SentenceSpan[] =>
  sentences.flatMap(({ tokens, names }) =>
    names
      .filter(({ type, first, end }) => type === wanted && end - first > 1)
      .map((name) => new SentenceSpan(tokens, name)),
  );
