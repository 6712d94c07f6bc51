import type { Entity, Mention } from '../analysis.ts';
import { TokenSpan, type Token } from '../annotated.ts';
import { personNamedBy, type EntityIndex } from '../5-entities/entity-index.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import { DOCUMENTS, wordSet } from '../lexicon/closed-classes.ts';

/** Documents, and what is asked of many. */
const ISSUED = wordSet('poll survey study analysis invitation memo report reports statement letter');

/** Words of a title that are written small: "Director General for Safeguards". */
const SMALL = wordSet('of for and the');

/** Who is named within a source whose tree hangs the name on another word; nobody where it may be somebody else's. */
export function namedInside(source: TokenSpan, { entities }: EntityIndex): Entity | undefined {
  const { end } = source.trimmed().toText();
  const inside = namesWithin(source, entities);
  const last = inside.find(({ entity, mention }) => entity.type === 'PERSON' && mention.end === end);
  if (last && (isApposition(source, last.mention) || isTitled(source, last.mention))) return last.entity;
  const [first] = inside;
  if (first?.entity.type === 'PERSON' && isBeforeAside(source, first.mention) && isTitled(source, first.mention))
    return first.entity;
  const called = inside.filter(({ mention }) => isAlias(source, mention) || isIdentified(source, mention));
  if (called.length === 1) return called[0]?.entity;
  const bodies = inside.filter(({ entity }) => entity.type === 'ORGANIZATION');
  const [body] = bodies;
  if (body && bodies.length === 1 && isIssuer(source, body.mention)) return body.entity;
  const named = bodies.filter(({ mention }) => isCalled(source, mention) || isIntroduced(source, mention));
  return named[0]?.entity;
}

/** `Makers like Orrin`, `other candidates, including Ida Lund and Karl Roe`: who is named as one of those who speak. */
export function examplesIn(source: TokenSpan, { entities }: EntityIndex): Entity[] {
  // Most sources hold no such name: the names are looked through for the others.
  if (!source.tokens.some(({ relation, lower }) => relation === 'appos' || EXAMPLE.has(lower))) return [];
  const inside = namesWithin(source, entities);
  const examples = inside.filter(({ entity, mention }) => SPEAKING.has(entity.type) && isExample(source, mention));
  return [...new Set(examples.map((example) => (bearerOf(example, inside, source) ?? example).entity))];
}

/** `including University of Tisbury professor Zeyna Tufek`: the person whose title a body is a part of. */
const bearerOf = ({ entity, mention: body }: NameInside, inside: readonly NameInside[], source: TokenSpan) =>
  entity.type === 'PERSON'
    ? undefined
    : inside.find(({ entity: { type }, mention: { start } }) => {
        const title = source.tokens.filter((token) => token.start >= body.end && token.end <= start);
        return (
          type === 'PERSON' &&
          isPersonNoun(title.at(-1)?.lower ?? '') &&
          title.every(({ text, lower }) => text !== ',' && lower !== 'and')
        );
      });

interface NameInside {
  readonly entity: Entity;
  readonly mention: Mention;
}

function namesWithin(source: TokenSpan, entities: readonly Entity[]): NameInside[] {
  const { paragraph, start, end } = source.trimmed().toText();
  return entities.flatMap((entity) =>
    entity.mentions
      .filter((mention) => mention.kind === 'name' && mention.paragraph === paragraph)
      .filter((mention) => mention.start >= start && mention.end <= end)
      .map((mention) => ({ entity, mention })),
  );
}

const ADDRESSES = wordSet('mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor');

/** `Ms Finger`, `Doctor`: a surname that the tagger took for no name, borne by one person of the article. */
export function onlyBearer(source: TokenSpan, { entities }: EntityIndex): Entity | undefined {
  const { tokens } = source.trimmed();
  const [name, ...more] = tokens.filter(({ lower }, at) => at > 0 || tokens.length === 1 || !ADDRESSES.has(lower));
  if (!name || more.length > 0 || !/^\p{Lu}\p{Ll}/u.test(name.text) || name.pos === 'PRON') return undefined;
  const bearers = entities.filter(({ type, name: full }) => type === 'PERSON' && full.endsWith(` ${name.text}`));
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** `the health ministry` where the one body is named whose name holds these words: "Iran’s Health Ministry". */
export function bodyOfWords(source: TokenSpan, bodies: readonly NamedBody[]): Entity | undefined {
  const { tokens } = source.trimmed();
  if (tokens[0]?.lower !== 'the' || tokens.length < FEWEST_WORDS) return undefined;
  const words = ` ${source.trimmed().toText().text.slice('the '.length).toLowerCase()} `;
  const [body, other] = bodies.filter(({ name }) => name.includes(words));
  return other ? undefined : body?.entity;
}

/** A body with its name in small letters, a space on either side. */
export interface NamedBody {
  readonly entity: Entity;
  readonly name: string;
}

export const namedBodies = ({ entities }: EntityIndex): NamedBody[] =>
  entities.flatMap((entity) =>
    entity.type === 'ORGANIZATION' ? [{ entity, name: ` ${entity.name.toLowerCase()} ` }] : [],
  );

/** Of a description that tells one body from others: "the health ministry". */
const FEWEST_WORDS = 3;

/** `CBS Boats Insider Ann Lund`: the person behind a title that the tagger took for a body. */
export function namedBehindTitle(source: TokenSpan, index: EntityIndex): Entity | undefined {
  const { tokens, last } = source.trimmed();
  return tokens.every(isOfTitle) ? personNamedBy(last, index) : undefined;
}

const isOfTitle = ({ pos, text }: Token): boolean => pos === 'PROPN' || (pos === 'NOUN' && /^\p{Lu}/u.test(text));

/** What can be named as one of those who speak. */
const SPEAKING: ReadonlySet<string> = new Set(['PERSON', 'ORGANIZATION', 'LOCATION']);

/** What bodies are called beside their names. */
const BODIES = wordSet(`agency group organisation organization company firm newspaper paper magazine network channel
  station broadcaster website site service bank airline party movement think-tank institute charity watchdog union club
  team maker manufacturer retailer giant outlet daily weekly television radio tv publisher portal blog militia
  tabloid journal`);

/** `Russia’s Interfax news agency`, `the rights group Justice Watch` */
function isCalled(source: TokenSpan, { start, end }: Mention): boolean {
  const { head } = source;
  if (!head || !BODIES.has(head.lower)) return false;
  return source.tokens.some(
    (name) =>
      name.start >= start &&
      name.end <= end &&
      name.head === head &&
      !OF_MANY_BODIES.has(name.lower) &&
      (['compound', 'flat', 'appos'].includes(name.relation) || name.subtype === 'desc'),
  );
}

/** `the think-tank Institut Lumen`: a name behind nothing but what it is called, whatever the tree hangs on what. */
function isIntroduced(source: TokenSpan, { start, end }: Mention): boolean {
  const lead = source.tokens.filter((token) => token.end <= start);
  const noun = lead.at(-1);
  return (
    source.last.end === end &&
    noun !== undefined &&
    BODIES.has(compoundOf(noun)) &&
    lead.every(({ pos, text }) => ['DET', 'ADJ', 'NOUN'].includes(pos) || text === '-')
  );
}

/** "think-tank", which is three tokens. */
const compoundOf = (noun: Token): string =>
  noun.previous?.text === '-' ? `${noun.at(-2)?.lower ?? ''}-${noun.lower}` : noun.lower;

/** `a street vendor who goes by the name “Biscuit”` */
const isAlias = (source: TokenSpan, { start }: Mention): boolean => {
  const name = source.tokens.find((token) => token.start === start);
  return name?.marked?.kind === 'nickname' && name.relation === 'appos' && name.isUnder(source.head ?? name);
};

/** `a woman later identified as Eva Lund` */
function isIdentified(source: TokenSpan, { start }: Mention): boolean {
  const as = source.tokens.find((token) => token.start === start)?.previous;
  return as?.lower === 'as' && IDENTIFIED.has(as.previous?.lower ?? '') && as.previous?.head === source.head;
}

const IDENTIFIED = wordSet('identified known named');

/** `Makers like Orrin`, `countries including Norway and Iceland`, `two bakers, Ida Lund and Karl Roe` */
function isExample(source: TokenSpan, { start, end }: Mention): boolean {
  const { head } = source;
  const own = nameIn(source, start, end);
  const name = own?.relation === 'conj' ? own.head : own;
  const marker = name?.children('case').find((token) => token.isBefore(name));
  if (!head || name?.head !== head || name.quoted !== head.quoted) return false;
  return EXAMPLE.has(marker?.lower ?? '') || (name.relation === 'appos' && head.lower.endsWith('s'));
}

/** "The U.N. refugee agency" is a body of the United Nations, not they. */
const OF_MANY_BODIES = wordSet('u.n. un nations eu e.u. union nato a.u. au');

const EXAMPLE = wordSet('like including');

/** The token of a name on which its others hang. */
const nameIn = (source: TokenSpan, start: number, end: number): Token | undefined =>
  source.tokens.find((token) => token.start >= start && token.end <= end && !isWithin(token.head, start, end));

/** `the head of homeland security, Michael Chertoff,` */
const isApposition = (source: TokenSpan, { start }: Mention): boolean =>
  source.tokens.find((token) => token.start === start)?.previous?.text === ',';

/** `study co-author Paul Roe, a physicist at Tisbury College`: what follows the name tells more of him. */
const isBeforeAside = (source: TokenSpan, { end }: Mention): boolean => {
  const comma = source.tokens.find((token) => token.start >= end);
  return comma?.text === ',' && (comma.next?.pos === 'DET' || comma.next?.lower === 'who');
};

/** `Deputy Director General for Safeguards Pierre Goldschmidt`: a title in capitals, without an article; `Orrin’s newly named chair Ann Roe`. */
function isTitled(source: TokenSpan, { start }: Mention): boolean {
  const title = source.tokens.filter((token) => token.end <= start);
  const [first] = title;
  if (isPersonNoun(title.at(-1)?.lower ?? '') && title.every(isPartOfTitle)) return true;
  return (
    first !== undefined &&
    /^\p{Lu}/u.test(first.text) &&
    first.pos !== 'DET' &&
    title.every(({ text, lower }) => /^\p{Lu}/u.test(text) || SMALL.has(lower)) &&
    /^\p{Lu}/u.test(title.at(-1)?.text ?? '')
  );
}

/** "the newly named chair", "Orrin’s chair", not "an aide to President". */
const isPartOfTitle = ({ pos, relation }: Token): boolean =>
  ['DET', 'ADJ', 'ADV', 'NOUN', 'PROPN', 'PART', 'NUM'].includes(pos) || relation === 'amod';

/** `a Defense Ministry statement`, `the Home Office's letter`, `reports from the Reel`: who issued what carries the words. */
function isIssuer(source: TokenSpan, { start, end }: Mention): boolean {
  const { head } = source;
  if (!head || !(DOCUMENTS.has(head.lower) || ISSUED.has(head.lower))) return false;
  const name = nameIn(source, start, end);
  if (name?.head !== head) return false;
  const marker = name.children('case').find((token) => token.isBefore(name));
  return name.isBefore(head) ? !marker : ['from', 'by', 'of'].includes(marker?.lower ?? '');
}

const isWithin = (token: { start: number; end: number } | undefined, start: number, end: number): boolean =>
  token !== undefined && token.start >= start && token.end <= end;
