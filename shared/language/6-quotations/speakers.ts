import type { Span } from '../../article/article.ts';
import type { Entity } from '../analysis.ts';
import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { isPeopleNoun } from '../5-entities/lexicon/people.ts';
import type { Attribution } from './rule.ts';
import { canBeCalled, describedSpeaker } from './described-speakers.ts';
import { DescribedOutlets, isWhitePaper } from './described-outlets.ts';
import { IntroducedPeople } from './introduced-people.ts';
import { Introductions } from './introductions.ts';
import { nobody, type FoundSpeakers } from './found-speakers.ts';
import { NamedDocuments } from './named-documents.ts';
import { isSomeOf, severalIn } from './joined-sources.ts';
import { outerPerson } from './outer-person.ts';
import { canMean, isDocument, isNamelessBody, LastSpeakers } from './last-speakers.ts';
import { examplesIn, namedInside, onlyBearer } from './named-inside.ts';
import { nounPhrase } from './noun-phrases.ts';
import { isInOwnWords } from './own-words.ts';
import { antecedentOf, isRelative, namedBefore, subjectOfNoun } from './relative-pronouns.ts';
import { isRelaying } from './sources.ts';
import { Talk } from './talk.ts';
import { VariedNames } from './varied-names.ts';

/** What can speak: people, and organisations and places through theirs. */
const SPEAKING: readonly Entity['type'][] = ['PERSON', 'ORGANIZATION', 'LOCATION'];

/** Who speaks, attribution by attribution. */
export function speakersOf(
  attributions: readonly Attribution[],
  index: EntityIndex,
  paragraphs: readonly AnnotatedParagraph[],
): (attribution: Attribution) => FoundSpeakers {
  const talk = new Talk(attributions, index);
  const article = new Article(index, paragraphs);
  const last = new LastSpeakers(attributions, index);
  const found = new Map<Attribution, FoundSpeakers>();
  const find = (attribution: Attribution): FoundSpeakers => {
    const { source, turn } = attribution;
    return (
      (turn && talk.speakerOf(turn)) ?? (source ? inText(attribution, source.span) : nobody('no words name a source'))
    );
  };
  const inText = (attribution: Attribution, source: TokenSpan): FoundSpeakers =>
    source.length === 1 && source.first.pos === 'PRON'
      ? ofPronoun(attribution, source.first)
      : withoutAddressee(ofDescription(attribution, source), attribution, index);
  const ofDescription = (attribution: Attribution, source: TokenSpan): FoundSpeakers => {
    const found = article.speakersIn(source);
    const varied = found.entities.length === 0 ? article.varied.meant(source, attribution.contents) : undefined;
    if (varied && !isInOwnWords(varied, attribution))
      return { entities: [varied], reason: 'the subject before, whom the description can mean' };
    const body = found.entities.length === 0 ? bodyBefore(attribution, source) : undefined;
    return body ? { entities: [body], reason: 'the body that spoke last, which the description can mean' } : found;
  };
  /** `according to the Golf Foundation. Many have closed, the group said`: the body that spoke last. */
  const bodyBefore = (attribution: Attribution, source: TokenSpan): Entity | undefined => {
    const before = last.before(attribution);
    const [spoke, other] = before ? remembered(before).entities : [];
    if (!before || spoke?.type !== 'ORGANIZATION' || other) return undefined;
    if (!canBeCalled(source, spoke) && !article.isUntoldDocument(source)) return undefined;
    return last.isAnotherBodyNamed(spoke, before, source.first) ? undefined : spoke;
  };
  const ofPronoun = (attribution: Attribution, pronoun: Token): FoundSpeakers => {
    const outer = outerPerson(pronoun, index);
    if (outer && canMean(pronoun, outer) && !isInOwnWords(outer, attribution))
      return { entities: [outer], reason: 'the subject of the clause around the relative one' };
    const isAddressee = (entity: Entity) => isTold(entity, attribution, index);
    const alone = article.onlyOneInShort(pronoun);
    if (alone && canMean(pronoun, alone) && !isAddressee(alone) && !isInOwnWords(alone, attribution))
      return { entities: [alone], reason: 'the only one in the short paragraph before' };
    const before = last.before(attribution);
    const own = ownOf(attribution, pronoun, before);
    if (own.entities.length > 0 && !(before && goesOn(pronoun, attribution, before))) return own;
    const speakers = before ? remembered(before).entities : [];
    const known = { noneNamed: own.reason === OF_ITSELF, ofAnother: isOfAnother(pronoun, attribution) };
    const spoke = (before ? last.meantBy(pronoun, before, speakers, known) : []).filter(
      (entity) => !isAddressee(entity) && !isInOwnWords(entity, attribution),
    );
    if (spoke.length > 0 && spoke[0] !== own.entities[0]) return { entities: spoke, reason: 'who spoke last' };
    if (own.entities.length > 0) return own;
    const others = last.besideAddressee(pronoun, isAddressee);
    if (others.length > 0) return { entities: others, reason: 'the only one beside whom it is said to' };
    const subject = isPersonal(pronoun) ? article.varied.subjectBefore(pronoun, attribution.contents) : undefined;
    return subject && canMean(pronoun, subject) && !isAddressee(subject) && !isInOwnWords(subject, attribution)
      ? { entities: [subject], reason: SUBJECT }
      : own;
  };
  /** Whom coreference takes the pronoun for, unless he is named in what it says. */
  const ownOf = (attribution: Attribution, pronoun: Token, before: Attribution | undefined): FoundSpeakers => {
    if (before && pronoun.lower === 'it' && isNamelessBody(before)) return nobody(NAMELESS);
    if (before && pronoun.lower === 'they' && isDocument(before))
      return nobody('they are those of whom a document tells');
    const meant = article.speakersIn(TokenSpan.of(pronoun));
    // The grammar tells whom "who" stands for, whatever he says.
    const mayErr = antecedentOf(pronoun) === undefined;
    return mayErr && meant.entities.some((entity) => isInOwnWords(entity, attribution))
      ? insteadOfItself(attribution, pronoun)
      : withoutAddressee(meant, attribution, index);
  };
  const insteadOfItself = (attribution: Attribution, pronoun: Token): FoundSpeakers => {
    const subject = subjectBefore(attribution, index);
    return subject && canMean(pronoun, subject) && !isInOwnWords(subject, attribution)
      ? { entities: [subject], reason: 'the subject of the sentence before the words' }
      : nobody(OF_ITSELF);
  };
  const remembered = (attribution: Attribution): FoundSpeakers => {
    const known = found.get(attribution) ?? find(attribution);
    found.set(attribution, known);
    return known;
  };
  return remembered;
}

/** `“The vote has moved him,” he said`: nobody calls himself so. */
const isOfAnother = ({ lower }: Token, { contents }: Attribution): boolean =>
  contents.some(({ tokens }) =>
    tokens.some((token) => token.quoted && (lower === 'he' ? /^hi[ms]$/u : /^hers?$/u).test(token.lower)),
  );

const SUBJECT = 'the subject of the last sentence that has somebody as its subject';
const isPersonal = ({ lower }: Token) => /^s?he$/u.test(lower);
const NAMELESS = 'the last speaker has no name';
const OF_ITSELF = 'the one whom the pronoun seems to mean is named in the words that it speaks';

/** `Slinker gave $250. "I know Roe," he said`: the subject of the sentence before the words. */
function subjectBefore({ contents, cue }: Attribution, index: EntityIndex): Entity | undefined {
  const { paragraph, sentence } = [...contents.map(({ first }) => first), cue.first].reduce((a, b) =>
    b.isBefore(a) ? b : a,
  );
  const here = paragraph.sentences.findLast((other) => other.end <= sentence.start);
  const subject = (here ?? paragraph.previous?.sentences.at(-1))?.head?.children('nsubj')[0];
  return subject && index.entityOf(nounPhrase(subject, isRelative));
}

/** `Nguyen said …. She went on: …`: who spoke last, where the pronoun stands at the verb of saying itself. */
const goesOn = ({ head }: Token, { cue }: Attribution, before: Attribution): boolean =>
  head !== undefined && cue.has(head) && !before.rule.startsWith('noun/');

/** `He told Crane` is not Crane: nobody is told by himself. */
function withoutAddressee(found: FoundSpeakers, attribution: Attribution, index: EntityIndex): FoundSpeakers {
  return found.entities.some((entity) => isTold(entity, attribution, index))
    ? nobody('the one whom the pronoun seems to mean is told')
    : found;
}

const isTold = (entity: Entity, { cue, source }: Attribution, index: EntityIndex): boolean =>
  cue.tokens.some((verb) =>
    verb
      .children('iobj', 'obj')
      .some(
        (object) =>
          object.pos === 'PROPN' && !source?.span.has(object) && index.entityOf(TokenSpan.of(object)) === entity,
      ),
  );

/** Most tokens of a paragraph that only brings somebody in: a short sentence. */
const SHORT = 10;

/** Finds one whom a source means, or leaves it to the next. */
interface Way {
  readonly reason: string;
  readonly find: (source: TokenSpan) => Entity | undefined;
}

/** What an article tells of its speakers, asked source by source in reading order. */
class Article {
  private readonly index: EntityIndex;
  private readonly ways: readonly Way[];
  private readonly paragraphs: readonly AnnotatedParagraph[];
  private readonly outlets: DescribedOutlets;
  private known: NamedDocuments | undefined;
  readonly varied: VariedNames;

  constructor(index: EntityIndex, paragraphs: readonly AnnotatedParagraph[]) {
    const introductions = new Introductions(paragraphs);
    const people = new IntroducedPeople(index, introductions);
    this.outlets = new DescribedOutlets(index, introductions);
    this.index = index;
    this.paragraphs = paragraphs;
    this.varied = new VariedNames(index, introductions);
    this.ways = [
      { reason: 'who is named within the source', find: (source) => namedInside(source, index) },
      { reason: 'the only one of the surname', find: (source) => onlyBearer(source, index) },
      { reason: 'the outlet that the article names', find: (source) => this.outlets.meant(source) },
      {
        reason: 'the only one that the description or the pronoun can mean',
        find: (source) => describedSpeaker(source, index, introductions),
      },
      {
        reason: 'who is brought in with the office that the description tells',
        find: (source) => people.described(source),
      },
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
    const described = antecedent && !named && subjectOfNoun(antecedent);
    if (described) return this.speakersIn(nounPhrase(described, isRelative));
    const entity = antecedent ? named : index.entityOf(source);
    if (!entity) return this.meantBy(antecedent ? nounPhrase(antecedent, isRelative) : source);
    if (isSomeOf(source)) return this.examplesIn(source) ?? nobody('the source is some of many');
    if (isPeopleNoun(entity.name)) return nobody('the source is a word for people');
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
    const named = before.tokens.flatMap((token) => {
      const entity = token.pos === 'PROPN' ? this.index.entityOf(TokenSpan.of(token)) : undefined;
      return entity?.type === 'PERSON' ? [entity] : [];
    });
    const [only, other] = new Set(named);
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

/** The role that the article has given the speaker up to this point, the nearest one before or in the source. */
export function officeAt({ roles }: Entity, { paragraph, end }: Span): string | undefined {
  return roles.findLast((role) => role.paragraph < paragraph || (role.paragraph === paragraph && role.start < end))
    ?.text;
}

/** `the Ledger, quoting Mayor Roe`: who is repeated, not who repeats. */
function relayedIn(source: TokenSpan): TokenSpan | undefined {
  const verb = source.tokens.find((token) => token.lower.endsWith('ing') && isRelaying(token));
  const words = verb && source.from(verb.index + 1).trimmed();
  return words && !words.isEmpty ? words : undefined;
}
