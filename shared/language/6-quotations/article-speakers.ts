import type { Entity } from '../analysis.ts';
import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import { personNamedBy, type EntityIndex } from '../5-entities/entity-index.ts';
import { isPeopleNoun } from '../5-entities/lexicon/people.ts';
import { bodyOfWorld } from './bodies-by-world.ts';
import { describedSpeaker } from './described-speakers.ts';
import { DescribedOutlets, isWhitePaper } from './described-outlets.ts';
import { nobody, type FoundSpeakers } from './found-speakers.ts';
import { IntroducedPeople } from './introduced-people.ts';
import { Introductions } from './introductions.ts';
import { describedTogether, isPlural, isSomeOf, severalIn } from './joined-sources.ts';
import { KnownDescriptions } from './known-descriptions.ts';
import { NamedDocuments } from './named-documents.ts';
import { bodyOfWords, examplesIn, namedBehindTitle, namedBodies, namedInside, onlyBearer } from './named-inside.ts';
import { nounPhrase } from './noun-phrases.ts';
import { antecedentOf, isRelative, namedBefore, subjectOfNoun } from './relative-pronouns.ts';
import { isRelaying } from './sources.ts';
import { StatedAges } from './stated-ages.ts';
import { VariedNames } from './varied-names.ts';

/** What can speak: people, and organisations and places through theirs. */
const SPEAKING: readonly Entity['type'][] = ['PERSON', 'ORGANIZATION', 'LOCATION'];

/** Most tokens of a paragraph that only brings somebody in: a short sentence. */
const SHORT = 10;

/** Finds one whom a source means, or leaves it to the next. */
interface Way {
  readonly reason: string;
  readonly find: (source: TokenSpan) => Entity | undefined;
}

/** What an article tells of its speakers, asked source by source in reading order. */
export class ArticleSpeakers {
  private readonly index: EntityIndex;
  private readonly ways: readonly Way[];
  private readonly paragraphs: readonly AnnotatedParagraph[];
  private readonly outlets: DescribedOutlets;
  private known: NamedDocuments | undefined;
  readonly introductions: Introductions;
  readonly varied: VariedNames;
  readonly descriptions: KnownDescriptions;

  constructor(index: EntityIndex, paragraphs: readonly AnnotatedParagraph[]) {
    const introductions = new Introductions(paragraphs);
    const people = new IntroducedPeople(index, introductions);
    this.outlets = new DescribedOutlets(index, introductions);
    const ages = new StatedAges(index, paragraphs, introductions);
    const bodies = namedBodies(index);
    this.index = index;
    this.introductions = introductions;
    this.paragraphs = paragraphs;
    this.varied = new VariedNames(index, introductions);
    this.descriptions = new KnownDescriptions(index, introductions);
    this.ways = [
      { reason: 'who is named within the source', find: (source) => namedInside(source, index) },
      { reason: 'the only one of the surname', find: (source) => onlyBearer(source, index) },
      { reason: 'the body whose name holds these words', find: (source) => bodyOfWords(source, bodies) },
      { reason: 'the outlet that the article names', find: (source) => this.outlets.meant(source) },
      { reason: 'the only one of that age', find: (source) => ages.meant(source) },
      {
        reason: 'the only one that the description or the pronoun can mean',
        find: (source) => describedSpeaker(source, index, introductions),
      },
      {
        reason: 'who is brought in with the office that the description tells',
        find: (source) => people.described(source),
      },
      { reason: 'the only one near that the world knows as that', find: (source) => bodyOfWorld(source, index) },
    ];
  }

  /** Read when the first source asks that is no pronoun. */
  private get documents(): NamedDocuments {
    return (this.known ??= new NamedDocuments(this.index, this.paragraphs, this.outlets));
  }

  isUntoldDocument(source: TokenSpan): boolean {
    return this.documents.isUntold(source);
  }

  speakersIn(source: TokenSpan): FoundSpeakers {
    const { index } = this;
    const issuers = source.head?.pos === 'PRON' ? [] : this.documents.issuersOf(source);
    if (issuers.length > 0) return { entities: issuers, reason: 'whose document it is' };
    const examples = isPlural(source, index) ? this.examplesIn(source) : undefined;
    if (examples) return examples;
    const described = describedTogether(source, index);
    if (described) return { entities: [described], reason: 'who is named behind what he is' };
    const several = severalIn(source, index);
    if (several) {
      const entities = several.filter((entity) => entity !== undefined && SPEAKING.includes(entity.type));
      return entities.length > 0
        ? { entities: [...new Set(entities)] as Entity[], reason: 'whom the source names, joined by "and"' }
        : nobody('the source names several, and none of them is clear');
    }
    const relayed = relayedIn(source);
    if (relayed) return this.speakersIn(relayed);
    const antecedent = antecedentOf(source.first);
    const named = antecedent && namedBefore(source.first, antecedent, index);
    const subject = antecedent && !named && subjectOfNoun(antecedent);
    if (subject) return this.speakersIn(nounPhrase(subject, isRelative));
    const entity = antecedent ? named : index.entityOf(source);
    if (!entity) return this.meantBy(antecedent ? nounPhrase(antecedent, isRelative) : source);
    const titled = entity.type === 'ORGANIZATION' ? namedBehindTitle(source, index) : undefined;
    if (titled) return { entities: [titled], reason: 'who is named behind what he is' };
    if (isSomeOf(source)) return this.examplesIn(source) ?? nobody('the source is some of many');
    if (isPeopleNoun(entity.name) && !entity.name.includes(' ')) return nobody('the source is a word for people');
    if (!SPEAKING.includes(entity.type)) return nobody(`the source is a ${entity.type}, which does not speak`);
    return {
      entities: [entity],
      reason: antecedent ? 'whom the relative pronoun stands for' : 'whom the source mentions',
    };
  }

  /** `Roe was not impressed. / “No banker was jailed,” he noted`: who is alone in a paragraph of a few words before a pronoun. */
  onlyOneInShort({ paragraph, index }: Token): Entity | undefined {
    const before = paragraph.previous;
    if (!before || before.tokens.length > SHORT || before.quoted.length > 0) return undefined;
    if (paragraph.tokens.slice(0, index).some(({ quoted, pos }) => !quoted && pos !== 'PUNCT')) return undefined;
    return this.onlyOneIn(before.tokens);
  }

  /** `One other view came from Karl Roe, an analyst. He said …`: who is named for the first time, and alone, in the sentence before. */
  newInSentenceBefore(pronoun: Token): Entity | undefined {
    const { paragraph, sentence } = pronoun;
    const before = paragraph.sentences.findLast(({ end }) => end <= sentence.start);
    if (
      !before ||
      before.tokens.some(({ quoted, pos }) => quoted && pos !== 'PUNCT') ||
      sentence.until(pronoun.index).tokens.length > 0
    )
      return undefined;
    const only = this.onlyOneIn(before.tokens);
    const [first] = only?.mentions ?? [];
    const isNew = first?.paragraph === paragraph.ordinal && first.start >= before.first.start;
    return isNew && only!.roles.length > 0 ? only : undefined;
  }

  private onlyOneIn(tokens: readonly Token[]): Entity | undefined {
    const [only, other] = new Set(tokens.flatMap((token) => personNamedBy(token, this.index) ?? []));
    return other ? undefined : only;
  }

  private meantBy(source: TokenSpan): FoundSpeakers {
    if (source.head && isWhitePaper(source.head)) return nobody('the paper is a document');
    for (const { reason, find } of this.ways) {
      const entity = find(source);
      if (entity) return { entities: [entity], reason };
    }
    return this.examplesIn(source) ?? nobody('the source is no mention of an entity, or of one that is not clear');
  }

  private examplesIn(source: TokenSpan): FoundSpeakers | undefined {
    const entities = examplesIn(source, this.index);
    return entities.length > 0 ? { entities, reason: 'who is named as one of those who speak' } : undefined;
  }
}

/** `the Ledger, quoting Mayor Roe`: who is repeated, not who repeats. */
function relayedIn(source: TokenSpan): TokenSpan | undefined {
  const verb = source.tokens.find((token) => token.lower.endsWith('ing') && isRelaying(token));
  const words = verb && source.from(verb.index + 1).trimmed();
  return words && !words.isEmpty ? words : undefined;
}
