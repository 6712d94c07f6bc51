import type { Entity } from '../analysis.ts';
import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import type { DescribedOutlets } from './described-outlets.ts';
import { agentOf, isMarked, issuerAmong, ISSUES, partnersBefore, speakerIn } from './document-issuers.ts';
import { carriesWords, isDefinite, ownerOf } from './document-words.ts';
import { nounPhrase } from './noun-phrases.ts';
import { isRelative } from './relative-pronouns.ts';

/** Nouns that may tell of one document: "the survey" is the poll. */
const KINDS: readonly ReadonlySet<string>[] = [
  wordSet('poll survey results findings data'),
  wordSet('study report analysis paper findings investigation'),
  wordSet('lawsuit suit complaint filing petition'),
  wordSet('ad advertisement spot video'),
  wordSet('statement release'),
  wordSet('letter petition'),
  wordSet('email e-mail memo emailed e-mailed'),
  wordSet('article story column op-ed editorial piece essay'),
  wordSet('post tweet message tweeted'),
];

/** What stands with a noun and tells no other document. */
const FRESH = wordSet('new recent latest same online national statewide nationwide fresh just released');

/** What outlets print: "a report in the Ledger". */
const PRINTED = wordSet(
  'report reports article articles story stories op-ed op-eds column columns essay editorial editorials piece interview',
);

/** Parts of a document, and what is made of several. */
const MADE_OF = wordSet('results findings average analysis summary');

/** How many documents are looked back on. Keeps the work linear. */
const MOST_BACK = 100;

/** In how many paragraphs "the statement" is still the one that was told of. */
const REACH = 3;

/** Kinds of outlets that stand behind their name. */
const OUTLETS = wordSet('newspaper magazine website blog channel network agency broadcaster tabloid daily weekly site');

/** What is bought to speak for somebody. */
const ADS = wordSet('ad advertisement spot');

/** Verbs that tell of a document by themselves. */
const WRITES = wordSet('emailed e-mailed tweeted');

/** What a body that has just spoken may have spoken in. */
const SPOKEN_AS = wordSet('statement release survey poll study memo');

interface Document {
  readonly noun: Token;
  readonly issuers: readonly Entity[];
  /** All that has been said with the noun, also where it was told of before. */
  readonly words: ReadonlySet<string>;
  /** "The statement", and none was told of before. */
  readonly isUntold?: boolean;
}

/** Whose words a document carries: its owner's, or those of the ones who were told to have issued it. */
export class NamedDocuments {
  private readonly index: EntityIndex;
  private readonly outlets: DescribedOutlets;
  /** In reading order, outside of quotation marks. */
  private readonly documents: Document[] = [];
  private readonly byNoun: ReadonlyMap<Token, Document>;

  constructor(index: EntityIndex, paragraphs: readonly AnnotatedParagraph[], outlets: DescribedOutlets) {
    this.index = index;
    this.outlets = outlets;
    for (const { tokens } of paragraphs)
      for (const noun of tokens)
        if (noun.quoted === undefined)
          if (this.isDocument(noun)) this.documents.push(this.read(noun));
          else if (WRITES.has(noun.lower)) this.documents.push(this.writtenBy(noun));
    this.byNoun = new Map(this.documents.map((document) => [document.noun, document]));
  }

  issuersOf({ head }: TokenSpan): readonly Entity[] {
    const known = head && this.byNoun.get(head);
    if (!known || head.children('conj').some((other) => issuerAmong(other).length === 0)) return [];
    if (known.issuers.length > 0 || ownerOf(head)) return known.issuers;
    const after = this.toldAfter(head);
    const printer =
      after.length === 0 && isDefinite(head) && head.lower === 'editorial' ? this.outlets.printerOf(head) : undefined;
    return printer ? [printer] : after;
  }

  /** `The Reel confirmed it. According to the statement, …`: a document of which nothing was told, but that somebody spoke. */
  isUntold({ head }: TokenSpan): boolean {
    const isBare = head?.dependents.every(({ relation }) => /^(?:det|case|punct)$/u.test(relation));
    return (
      head !== undefined && isBare === true && SPOKEN_AS.has(head.lower) && this.byNoun.get(head)?.isUntold === true
    );
  }

  /** `Lund emailed her supporters. / The email says …` */
  private writtenBy(verb: Token): Document {
    const [writer] = verb.children('nsubj');
    return { noun: verb, issuers: writer ? this.joined(writer) : [], words: new Set() };
  }

  /** "The Post" is none. */
  private isDocument(noun: Token): boolean {
    return carriesWords(noun) && (noun.pos !== 'PROPN' || this.index.entityOf(TokenSpan.of(noun)) === undefined);
  }

  private read(noun: Token): Document {
    const words = new Set(noun.subtree(isRelative).tokens.map(({ lower }) => lower));
    const issuers = this.issuersAt(noun);
    if (issuers.length > 0 || ownerOf(noun) || !isDefinite(noun)) return { noun, issuers, words };
    const told = this.lastTold(noun);
    if (!told) return { noun, issuers, words, isUntold: true };
    if (!modifiersOf(noun).every((word) => told.words.has(word))) return { noun, issuers, words };
    return { noun, issuers: told.issuers, words: new Set([...told.words, ...words]) };
  }

  /** The last document of the kind, but for those of which it is not known either. */
  private lastTold(noun: Token): Document | undefined {
    const first = Math.max(0, this.documents.length - MOST_BACK);
    for (let at = this.documents.length - 1; at >= first; at--) {
      const document = this.documents[at]!;
      if (noun.paragraph.ordinal - document.noun.paragraph.ordinal > REACH) return undefined;
      if (areOneKind(document.noun, noun) && (document.issuers.length > 0 || !isDefinite(document.noun)))
        return document;
    }
    return undefined;
  }

  /** `according to a new poll. / A Reel poll found …`: the only issuers of such a document near it, where it is one. */
  private toldAfter(noun: Token): readonly Entity[] {
    const isFresh = noun.dependents.some(({ lower }) => FRESH.has(lower)) && modifiersOf(noun).length === 0;
    const isTold = noun.dependents.some((token) => issuerAmong(token).length > 0);
    if (!isFresh || isTold || !noun.dependents.some(({ lower }) => /^an?$/u.test(lower))) return [];
    const near = this.documents.filter(
      (document) =>
        areOneKind(document.noun, noun) && Math.abs(document.noun.paragraph.ordinal - noun.paragraph.ordinal) <= REACH,
    );
    const [only, ...others] = near.filter(({ issuers }) => issuers.length > 0);
    return only && others.every(({ issuers }) => isSameList(issuers, only.issuers)) ? only.issuers : [];
  }

  /** Those who are named with a document or said to have issued it: `the union released a report`. */
  private issuersAt(noun: Token): readonly Entity[] {
    if (ownerOf(noun)) return this.ownersOf(noun);
    const named = this.issuersIn(noun);
    const verb = noun.head;
    if (named.length > 0 || !verb) return named;
    const speaker = speakerIn(noun);
    if (speaker) return this.joined(speaker);
    if (!ISSUES.has(verb.lower)) return named;
    const issuer =
      noun.relation === 'obj' ? verb.children('nsubj')[0] : noun.relation === 'nsubj' ? agentOf(verb) : undefined;
    return issuer ? this.joined(issuer) : [];
  }

  /** `his address`, `Roe’s letter`, `the bank’s report` */
  private ownersOf(noun: Token): Entity[] {
    const owner = ownerOf(noun);
    const entity = owner && (this.index.entityOf(owner.subtree()) ?? this.outlets.meant(owner.subtree()));
    return entity && isSpeaking(entity) ? [entity] : [];
  }

  /** `a CNN/ORC poll`, `a survey conducted by the Reel`, `a letter from Roe`, `a report in the Ledger`, `the results of a Reel poll` */
  private issuersIn(noun: Token): Entity[] {
    const agents = noun.dependents.flatMap((token) => issuerAmong(token));
    const [agent] =
      agents.length > 0 ? agents : noun.dependents.filter((token) => isMarked(token, 'in') && PRINTED.has(noun.lower));
    if (agent) return this.joined(agent);
    // "results of such studies, published in a paper by Roe"
    const published = noun.dependents
      .filter(({ relation, lower }) => relation === 'acl' && ISSUES.has(lower))
      .flatMap((verb) => verb.children('obl').filter((token) => /^\p{Ll}/u.test(token.text) && carriesWords(token)));
    if (published[0]) return [...this.issuersAt(published[0])];
    const inside = noun.dependents.find((token) => isMarked(token, 'of'));
    if (inside && carriesWords(inside) && MADE_OF.has(noun.lower)) {
      const made = this.issuersAt(inside);
      if (made.length > 0) return [...made];
    }
    const body = inside && !carriesWords(inside) ? this.index.entityOf(TokenSpan.of(inside)) : undefined;
    if (body?.type === 'ORGANIZATION') return [body];
    const before = [
      ...partnersBefore(noun),
      ...noun.dependents.filter(
        (token) => token.isBefore(noun) && token.pos === 'PROPN' && token.children('case').length === 0,
      ),
    ];
    const owners = [...new Set(before.flatMap((token) => this.joined(token)))];
    const bodies = owners.filter(({ type }) => type === 'ORGANIZATION');
    // "A Roe ad" is his campaign’s.
    return bodies.length > 0 || !ADS.has(noun.lower) ? bodies : owners;
  }

  /** Somebody and those who are joined to him. */
  private joined(first: Token): Entity[] {
    const isJoined = ({ relation }: Token) => relation === 'conj' || relation === 'acl';
    const named = [first, ...first.children('conj')].map(
      (token) =>
        this.index.entityOf(TokenSpan.of(token)) ??
        this.index.entityOf(nounPhrase(token, (part) => isJoined(part) || isRelative(part))) ??
        this.outletOf(token),
    );
    return [...new Set(named)].filter((entity) => entity !== undefined && isSpeaking(entity)) as Entity[];
  }

  /** `the Daily Herald newspaper` */
  private outletOf(noun: Token): Entity | undefined {
    const name = OUTLETS.has(noun.lower) ? noun.children('compound', 'flat', 'appos').at(-1) : undefined;
    return name && this.index.entityOf(TokenSpan.of(name));
  }
}

const isSameList = (some: readonly Entity[], others: readonly Entity[]): boolean =>
  some.length === others.length && some.every((entity, at) => entity === others[at]);

const areOneKind = ({ lower: one }: Token, { lower: other }: Token): boolean =>
  one === other || KINDS.some((kind) => kind.has(one) && kind.has(other));

const isSpeaking = ({ type }: Entity): boolean => type === 'PERSON' || type === 'ORGANIZATION';

const modifiersOf = (noun: Token): string[] =>
  noun.children('amod', 'compound').flatMap(({ lower, pos }) => (pos === 'PROPN' || FRESH.has(lower) ? [] : [lower]));
