import type { Span } from '../../article/article.ts';
import type { Entity } from '../analysis.ts';
import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { ArticleSpeakers } from './article-speakers.ts';
import type { Attribution } from './rule.ts';
import { canBeCalled, isOfAnyBody } from './described-speakers.ts';
import { nobody, type FoundSpeakers } from './found-speakers.ts';
import { outerBody, outerPerson } from './outer-person.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { issuingPhrase } from './issuing-phrases.ts';
import { canMean, isDocument, isNamelessBody, LastSpeakers } from './last-speakers.ts';
import { nounPhrase } from './noun-phrases.ts';
import { isInOwnWords } from './own-words.ts';
import { antecedentOf, isRelative } from './relative-pronouns.ts';
import { canBeTheSame } from './same-speakers.ts';
import { Talk } from './talk.ts';
import { subjectBefore } from './varied-descriptions.ts';

/** Who speaks, attribution by attribution. */
export function speakersOf(
  attributions: readonly Attribution[],
  index: EntityIndex,
  paragraphs: readonly AnnotatedParagraph[],
): (attribution: Attribution) => FoundSpeakers {
  const talk = new Talk(attributions, index);
  const article = new ArticleSpeakers(index, paragraphs);
  const last = new LastSpeakers(attributions, index);
  const found = new Map<Attribution, FoundSpeakers>();
  const find = (attribution: Attribution): FoundSpeakers => {
    const { source, turn } = attribution;
    const around = talk.turnAround(attribution);
    if (around) return remembered(around);
    return (
      (turn && talk.speakerOf(turn)) ?? (source ? inText(attribution, source.span) : nobody('no words name a source'))
    );
  };
  const inText = (attribution: Attribution, source: TokenSpan): FoundSpeakers =>
    source.length === 1 && source.first.pos === 'PRON'
      ? ofPronoun(attribution, source.first)
      : withoutAddressee(ofDescription(attribution, source), attribution, index);
  const ofDescription = (attribution: Attribution, source: TokenSpan): FoundSpeakers => {
    const found = describedNear(attribution, source);
    article.descriptions.note(source, found.entities);
    const known = found.entities.length === 0 ? article.descriptions.meant(source) : undefined;
    return known && !isInOwnWords(known, attribution)
      ? { entities: [known], reason: 'the only one that the article calls so' }
      : found;
  };
  const describedNear = (attribution: Attribution, source: TokenSpan): FoundSpeakers => {
    const found = article.speakersIn(source);
    const issuer = found.entities.length === 0 ? issuingPhrase(source) : undefined;
    if (issuer) return inText(attribution, issuer);
    const both = found.entities.length === 0 ? theTwo(attribution, source) : [];
    if (both.length > 0) return { entities: both, reason: 'the two who spoke last' };
    const varied = found.entities.length === 0 ? article.varied.meant(source, attribution.contents) : undefined;
    if (varied && !isInOwnWords(varied, attribution))
      return { entities: [varied], reason: 'the subject before, whom the description can mean' };
    const same = found.entities.length === 0 ? theSame(attribution, source) : undefined;
    if (same) return { entities: [same], reason: 'who spoke last, who is called the same' };
    const body = found.entities.length === 0 ? bodyBefore(attribution, source) : undefined;
    if (body) return { entities: [body], reason: 'the body that spoke last, which the description can mean' };
    const subject = found.entities.length === 0 ? bodySubjectBefore(source, attribution, index) : undefined;
    return subject ? { entities: [subject], reason: 'the body that is the subject before' } : found;
  };
  /** `Gowdy and Latte wrote. The two lawmakers said`, where the statement before has two who speak. */
  const theTwo = (attribution: Attribution, source: TokenSpan): readonly Entity[] => {
    const [first, second] = source.trimmed().tokens;
    const before = first?.lower === 'the' && second?.lower === 'two' ? last.before(attribution) : undefined;
    const speakers = before ? remembered(before).entities : [];
    return speakers.length === 2 && speakers.every(({ type }) => type === 'PERSON') ? speakers : [];
  };
  /** `Karl Roe, head of the port, said …. The same official told …` */
  const theSame = (attribution: Attribution, source: TokenSpan): Entity | undefined => {
    const before = last.before(attribution);
    const [spoke, other] = before ? remembered(before).entities : [];
    return spoke && !other && canBeTheSame(source, spoke, article.introductions) ? spoke : undefined;
  };
  /** `according to the Golf Foundation. Many have closed, the group said`: the body that spoke last. */
  const bodyBefore = (attribution: Attribution, source: TokenSpan): Entity | undefined => {
    const before = last.before(attribution);
    const [spoke, other] = before ? remembered(before).entities : [];
    if (!before || spoke?.type !== 'ORGANIZATION' || other) return undefined;
    if (!canBeCalled(source, spoke) && !article.isUntoldDocument(source)) return undefined;
    const isRival = (body: Entity) => !canBeCalled(source, spoke) || canBeCalled(source, body);
    return last.isAnotherBodyNamed(spoke, before, source, isRival) ? undefined : spoke;
  };
  const ofPronoun = (attribution: Attribution, pronoun: Token): FoundSpeakers => {
    const isAddressee = (entity: Entity) => isTold(entity, attribution, index);
    const fits = (entity: Entity) =>
      canMean(pronoun, entity) && !isAddressee(entity) && !isInOwnWords(entity, attribution);
    for (const [entity, reason] of nearestTo(pronoun))
      if (entity && fits(entity)) return { entities: [entity], reason };
    const around = outerBody(pronoun, index);
    if (around) return { entities: [around], reason: 'the subject of the clause around the relative one' };
    const before = beforeThings(attribution, pronoun);
    // "He calls it a lie, but warns that …"
    if (before?.source?.span.first === pronoun && remembered(before).entities.length > 0) return remembered(before);
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
    return toldBefore(attribution, pronoun, before, fits) ?? own;
  };
  /** Of whom the text before a pronoun tells, where nobody has spoken. */
  const toldBefore = (
    { contents }: Attribution,
    pronoun: Token,
    before: Attribution | undefined,
    fits: (entity: Entity) => boolean,
  ): FoundSpeakers | undefined => {
    const joined = pronoun.lower === 'they' && !before ? article.varied.subjectsBefore(pronoun, contents) : [];
    if (joined.length > 0) return { entities: joined, reason: 'those whom the subject before joins' };
    const subject = isHeOrShe(pronoun) ? article.varied.subjectBefore(pronoun, contents) : undefined;
    if (subject && fits(subject)) return { entities: [subject], reason: SUBJECT };
    const only = isHeOrShe(pronoun) && !before ? article.varied.onlyOneBefore(pronoun, fits) : undefined;
    return only && { entities: [only], reason: 'the only one of whom the text near tells' };
  };
  /** Whom the place of a pronoun tells, the surest first. */
  const nearestTo = (pronoun: Token): readonly (readonly [Entity | undefined, string])[] => [
    [outerPerson(pronoun, index), 'the subject of the clause around the relative one'],
    [
      isHeOrShe(pronoun) ? article.varied.subjectRightBefore(pronoun) : undefined,
      'the subject of the sentence right before, which names nobody else',
    ],
    [article.onlyOneInShort(pronoun), 'the only one in the short paragraph before'],
    [
      isHeOrShe(pronoun) ? article.newInSentenceBefore(pronoun) : undefined,
      'who is named for the first time in the sentence before',
    ],
  ];
  /**
   * `Research that focuses on it could help. He says …`: what a thing is said to do tells nothing of "he", nor does what
   * somebody said of whom he speaks: `Holt spoke of the match. “I had a word with Holt,” he said`.
   */
  const beforeThings = (attribution: Attribution, pronoun: Token): Attribution | undefined => {
    const isInMarks = attribution.contents.every(({ first }) => first.quoted);
    const isPassedOver = (other: Attribution): boolean => {
      const { entities } = remembered(other);
      if (entities.length === 0) return isOfThing(other);
      return isInMarks && entities.every((entity) => isInOwnWords(entity, attribution));
    };
    const isNear = (other: Attribution) => pronoun.paragraph.ordinal - other.cue.paragraph.ordinal <= 1;
    let before = last.before(attribution);
    while (before && isHeOrShe(pronoun) && isPassedOver(before)) {
      before = last.before(before);
      if (before && !isNear(before)) return undefined;
    }
    return before;
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
    const subject = subjectBeforeWords(attribution, index);
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

/** `Orrin has sold more looms. / Sales doubled, the company said`: the body that is the subject of the last sentence about one that is named. */
function bodySubjectBefore(source: TokenSpan, { contents }: Attribution, index: EntityIndex): Entity | undefined {
  if (!isOfAnyBody(source)) return undefined;
  const entityOf = (token: Token) => index.entityOf(nounPhrase(token, isRelative));
  const subject = subjectBefore(source.first, contents, (token) => entityOf(token) !== undefined);
  const entity = subject && entityOf(subject);
  return entity?.type === 'ORGANIZATION' && canBeCalled(source, entity) ? entity : undefined;
}

const isOfThing = ({ frame, source }: Attribution): boolean => {
  const head = source?.span.head;
  const isNoun = head?.pos === 'NOUN' && !isPersonNoun(head.lower) && !isPeopleNoun(head.lower);
  return (frame === 'object' || frame === 'oblique') && isNoun;
};

const SUBJECT = 'the subject of the last sentence that has somebody as its subject';
const isHeOrShe = ({ lower }: Token): boolean => /^s?he$/u.test(lower);
const NAMELESS = 'the last speaker has no name';
const OF_ITSELF = 'the one whom the pronoun seems to mean is named in the words that it speaks';

/** `Slinker gave $250. "I know Roe," he said`: the subject of the sentence before the words. */
function subjectBeforeWords({ contents, cue }: Attribution, index: EntityIndex): Entity | undefined {
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

/** The role that the article has given the speaker up to this point, the nearest one before or in the source. */
export function officeAt({ roles }: Entity, { paragraph, end }: Span): string | undefined {
  return roles.findLast((role) => role.paragraph < paragraph || (role.paragraph === paragraph && role.start < end))
    ?.text;
}
