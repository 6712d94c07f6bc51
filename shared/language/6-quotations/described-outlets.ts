import type { Entity, Mention } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { world } from '../knowledge/world.ts';
import { NEWSPAPER_ENDING } from '../lexicon/bearers.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import type { Introductions } from './introductions.ts';

/** What outlets are called, by what they are. */
const PAPERS = wordSet('newspaper paper daily tabloid broadsheet');
const MAGAZINES = wordSet('magazine weekly monthly');
const STATIONS = wordSet('network channel station broadcaster');
const ANY_OUTLET = wordSet('outlet publication');
const KINDS: readonly ReadonlySet<string>[] = [PAPERS, MAGAZINES, STATIONS];

/** Who speaks for a paper, after its name or after "the paper’s": "the paper’s editorial board". */
const EDITORS = wordSet('board editors editor');

/** What is broadcast by name. */
const BROADCASTER =
  /^(?:ABC|Al Jazeera|BBC|CBC|CBS|CNBC|CNN|C-SPAN|Fox|FOX|ITV|MSNBC|NBC|NPR|PBS|Sky|Telemundo|Univision)\b|\b(?:Channel|Network|Radio|Television|TV)\b/u;

/** What is a magazine by name. */
const MAGAZINE =
  /^(?:Newsweek|People|Time|TIME|The Atlantic|The Economist|The New Yorker|National Review|Rolling Stone|Vanity Fair|Forbes|Fortune|Der Spiegel|Esquire|GQ|Vogue)$|\b(?:Magazine|Review|Weekly)$/u;

/** What prints nothing, though it writes. */
const UNPRINTED =
  /^(?:AFP|Agence France-Presse|AP|Associated Press|Axios|Bloomberg|Breitbart|BuzzFeed|Drudge|Facebook|Google|HuffPost|Huffington Post|POLITICO|Politico|Reuters|Salon|Slate|Twitter|UPI|Vox|X|Yahoo|YouTube)\b/u;

/** "a white paper" is none. */
const KINDS_OF_PAPER = wordSet('white working research policy position discussion term green');

/** In how many paragraphs an outlet is still, or already, "the paper". */
const REACH = 6;

/** Whom "the newspaper", "the paper’s editorial board" and "a Salem newspaper" mean: the one outlet that an article names. */
export class DescribedOutlets {
  private readonly index: EntityIndex;
  private readonly introductions: Introductions;
  private known: readonly Entity[] | undefined;

  constructor(index: EntityIndex, introductions: Introductions) {
    this.index = index;
    this.introductions = introductions;
  }

  /** Read when the first source asks. */
  private get outlets(): readonly Entity[] {
    return (this.known ??= this.index.entities.filter(
      (entity) => entity.type === 'ORGANIZATION' && isOutlet(entity, this.introductions),
    ));
  }

  /** Undefined where an article names no such outlet, or several of which none is nearer. */
  meant({ head }: TokenSpan): Entity | undefined {
    const noun = head && outletNoun(head);
    const outlet = noun && !isWhitePaper(noun) ? this.near(noun, noun.lower) : undefined;
    return noun && outlet && this.isAnotherNearer(outlet, noun) ? undefined : outlet;
  }

  /** Whose editorial a paper prints: the one paper that is named near it. */
  printerOf(editorial: Token): Entity | undefined {
    return this.near(editorial, 'newspaper');
  }

  /** `Lund’s Check examined it. The news site said …`: whether the paragraph names another body before it, and not the outlet. */
  private isAnotherNearer(outlet: Entity, noun: Token): boolean {
    const isHere = ({ mentions }: Entity) =>
      mentions.some(({ paragraph, end }) => paragraph === noun.paragraph.ordinal && end <= noun.start);
    return (
      !KINDS.some((kind) => kind.has(noun.lower)) &&
      !isHere(outlet) &&
      this.index.entities.some((entity) => entity.type === 'ORGANIZATION' && isHere(entity))
    );
  }

  private near(noun: Token, called: string): Entity | undefined {
    const fitting = this.outlets.filter((outlet) => canBe(outlet, called, this.introductions));
    const place = noun.paragraph.ordinal;
    const isNear = ({ paragraph }: Mention) => Math.abs(paragraph - place) <= REACH;
    const near = fitting.filter(({ mentions }) => mentions.some(isNear));
    return near.length > 0 ? (only(near) ?? only(near.filter((outlet) => isNamedBefore(outlet, noun)))) : only(fitting);
  }
}

const only = (some: readonly Entity[]): Entity | undefined => (some.length === 1 ? some[0] : undefined);

/** "newspaper" of "the newspaper", "a Salem newspaper", "the paper’s editorial board"; "Newspaper" alone in a headline. */
function outletNoun(head: Token): Token | undefined {
  const owner = EDITORS.has(head.lower) ? head.children('nmod').find(({ subtype }) => subtype === 'poss') : undefined;
  const noun = owner ?? head;
  const isOutletNoun = [...KINDS, ANY_OUTLET].some((kind) => kind.has(noun.lower)) || isOfNews(noun);
  if (!isOutletNoun || noun.children('conj', 'acl').length > 0) return undefined;
  const modifiers = noun.dependents.filter((token) => token.isBefore(noun) && token.relation !== 'case');
  const [first] = modifiers;
  if (!first) return noun.index === 0 ? noun : undefined;
  const isOne = /^(?:the|an?)$/u.test(first.lower);
  // "a newspaper", which tells nothing of itself, may be any.
  return isOne && (first.lower === 'the' || modifiers.some(({ pos }) => pos === 'PROPN')) ? noun : undefined;
}

/** "the news organization" */
const isOfNews = (noun: Token): boolean =>
  /^(?:organi[sz]ation|agency|site|website|service)$/u.test(noun.lower) &&
  noun.children('compound').some(({ lower }) => lower === 'news');

function isOutlet(entity: Entity, introductions: Introductions): boolean {
  const { name } = entity;
  if (name.split(' ').length > 1 && NEWSPAPER_ENDING.test(name.split(' ').at(-1) ?? '')) return true;
  if (
    world()
      .lookUp(name)
      .bearers.some(({ kind }) => kind === 'media')
  )
    return true;
  const nouns = introductions.nounsOf(entity);
  return [...KINDS, ANY_OUTLET].some((kind) => [...kind].some((noun) => nouns.has(noun)));
}

/** A station is no paper; what the article calls an outlet is that. */
function canBe(outlet: Entity, noun: string, introductions: Introductions): boolean {
  const told = introductions.nounsOf(outlet);
  const kind = KINDS.find((words) => words.has(noun));
  const toldKind = KINDS.find((words) => [...words].some((word) => told.has(word)));
  if (!kind) return true;
  if (toldKind) return kind === toldKind;
  if (BROADCASTER.test(outlet.name)) return kind === STATIONS;
  if (MAGAZINE.test(outlet.name)) return kind === MAGAZINES;
  return kind === PAPERS && !UNPRINTED.test(outlet.name);
}

/** "the paper" where the article has told of a white paper. */
export const isWhitePaper = (noun: Token): boolean =>
  noun.lower === 'paper' &&
  [...(noun.paragraph.previous?.tokens ?? []), ...noun.paragraph.tokens].some(
    ({ lower, previous }) => lower === 'paper' && KINDS_OF_PAPER.has(previous?.lower ?? ''),
  );

/** In the same paragraph or in the one before. */
const isNamedBefore = ({ mentions }: Entity, { paragraph: { ordinal }, start }: Token): boolean =>
  mentions.some(({ paragraph, end }) => paragraph === ordinal - 1 || (paragraph === ordinal && end <= start));
