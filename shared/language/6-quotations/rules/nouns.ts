import { TokenSpan, type Token } from '../../annotated.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import type { CueKind } from '../../lexicon/cue-kinds.ts';
import { hasTrait, nounCue } from '../../lexicon/reporting.ts';
import { isSaying } from '../cues.ts';
import { nounPhrase } from '../noun-phrases.ts';
import { sourceOf, type FoundSource } from '../sources.ts';
import { saidBy, type FoundAround, type TokenRule } from './token-rule.ts';

const ABOUT = wordSet('of about on for against to with toward towards over');
const GIVERS = wordSet('by from');
const HOLDERS = wordSet('by from of among');
const COPULAS = wordSet('is was are were be been');

/** A noun that reports, with its owner: "Petrov's claim". */
interface ReportingNoun {
  readonly noun: Token;
  readonly kind: CueKind;
  readonly owner: Token | undefined;
}

const ruleFor =
  (contentOf: (reporting: ReportingNoun) => TokenSpan | null | undefined) =>
  (token: Token): FoundAround | null => {
    const reporting = reportingNoun(token);
    const content = reporting && contentOf(reporting);
    return content ? aroundNoun(reporting, content) : null;
  };

function reportingNoun(noun: Token): ReportingNoun | undefined {
  const kind = noun.pos === 'NOUN' ? nounCue(noun.lower) : undefined;
  return kind && { noun, kind, owner: noun.children('nmod').find(({ subtype }) => subtype === 'poss') };
}

function aroundNoun({ noun, kind, owner }: ReportingNoun, content: TokenSpan): FoundAround {
  const cueStart = owner?.isBefore(noun) ? Math.min(owner.subtree().end, noun.index) : noun.index;
  return {
    contents: [content],
    cue: new TokenSpan(noun.paragraph, cueStart, noun.index + 1),
    cueKind: kind,
    source: sourceOfNoun(noun, owner, content),
  };
}

function sourceOfNoun(noun: Token, owner: Token | undefined, content: TokenSpan): FoundSource | null {
  if (owner) return saidBy(owner.subtree().trimmed(), 'owner of the noun');
  const from = noun
    .children('nmod')
    .find((token) => token.isAfter(noun) && token.index < content.start && hasCase(token, HOLDERS));
  if (from) return saidBy(nounPhrase(from), 'phrase after the noun');
  const verb = noun.head;
  if (verb?.pos !== 'VERB' || !['obj', 'obl'].includes(noun.relation)) return null;
  // Words in marks are somebody's: the nearest subject is the best guess.
  return content.touchesQuoted() || isOfSubject(noun, verb) ? sourceOf(verb) : null;
}

const WITH_IT = wordSet('with on');
const IN = wordSet('in');
const DISAGREEING = wordSet('disagree disagrees disagreed disagreeing quarrel quarrels quarreled quarrelled');
const REACHING = wordSet('come comes came coming');

/** `made a promise to`, `campaigned on pledges to`, `came to the conclusion that`, `said in a statement that`; not `fled after reports that`, `is investigating claims that`, which are others'. */
function isOfSubject(noun: Token, verb: Token): boolean {
  if (noun.relation === 'obj') return hasTrait(verb.lower, 'carries');
  if (noun.relation !== 'obl' || isDisputing(verb)) return false;
  return hasCase(noun, WITH_IT) || REACHING.has(verb.lower) || (hasCase(noun, IN) && isSaying(verb));
}

/** `takes issue with the suggestion`: another's. */
const isDisputing = (verb: Token): boolean =>
  DISAGREEING.has(verb.lower) || verb.children('obj').some(({ lower }) => lower === 'issue');

const hasCase = (token: Token, words: ReadonlySet<string>): boolean =>
  token.children('case').some(({ lower }) => words.has(lower));

/** `The bill won the support of farmers`: what is said or believed is of the subject. */
function received(token: Token): FoundAround | null {
  const reporting = reportingNoun(token);
  const verb = token.head;
  if (!reporting || reporting.owner || token.relation !== 'obj' || verb?.pos !== 'VERB') return null;
  if (!hasTrait(verb.lower, 'receives')) return null;
  // "accusations of fraud": what is said, not who says it.
  const giving = reporting.kind === 'belief' ? HOLDERS : GIVERS;
  const from = token.children('nmod').find((phrase) => phrase.isAfter(token) && hasCase(phrase, giving));
  const subject = sourceOf(verb);
  if (!from || !subject || subject.span.end > token.index) return null;
  return {
    contents: [subject.span],
    cue: TokenSpan.of(verb.isBefore(token) ? verb : token, token),
    cueKind: reporting.kind,
    source: saidBy(nounPhrase(from), 'phrase after the noun'),
  };
}

function clauseOfNoun({ noun }: ReportingNoun): TokenSpan | undefined {
  const clause = noun
    .children('acl', 'ccomp')
    .find((token) => token.isAfter(noun) && token.subtype !== 'relcl' && token.dependents.some(isMarker));
  return clause?.subtree().trimmed();
}

const isMarker = ({ lower, relation, pos }: Token): boolean =>
  (lower === 'that' || lower === 'to') && (relation === 'mark' || pos === 'SCONJ');

/** `The answer was that …`: what is said is the predicate. */
function predicateOf({ noun }: ReportingNoun): TokenSpan | undefined {
  const predicate = noun.head;
  if (noun.relation !== 'nsubj' || !predicate) return undefined;
  const that = predicate.children('mark').find((mark) => mark.lower === 'that' && mark.isAfter(noun));
  if (that) return predicate.subtree().from(that).trimmed();
  const clause = COPULAS.has(predicate.lower) ? predicate.children('ccomp')[0] : undefined;
  return clause ? clause.subtree().trimmed() : predicate.children('cop').at(-1)?.next?.quoted;
}

/** `raised concerns about`, `made a case for`: the verb only carries the noun. */
const isCarried = ({ relation, head: verb }: Token): boolean =>
  relation === 'obj' && verb?.pos === 'VERB' && hasTrait(verb.lower, 'carries');

/** What a noun is about: "doubts about the dam"; where the verb that carries it has the phrase, right after the noun. */
function aboutOf(head: Token | undefined, noun: Token): TokenSpan | undefined {
  const about = head
    ?.children('nmod', 'acl', 'obl')
    .find(
      (token) =>
        token.isAfter(noun) &&
        token
          .children('case', 'mark')
          .some(({ lower, previous }) => ABOUT.has(lower) && (head === noun || previous === noun)),
    );
  if (!about) return undefined;
  const { paragraph, start, end } = about.subtree();
  return new TokenSpan(paragraph, start + 1, Math.max(end, start + 2)).trimmed();
}

/** Nouns that report, in the order in which they are asked. */
export const NOUN_RULES: readonly TokenRule[] = [
  {
    id: 'noun/received',
    example: '<content>The bill</content> <cue>won the support</cue> of <source>farmers</source>.',
    counter: ['The bill won a prize.'],
    confidence: 0.5,
    find: received,
  },
  {
    id: 'noun/clause',
    example:
      '<source>Petrov’s</source> <cue>claim</cue> that <content>the votes were lost</content> angered the crowd.',
    confidence: 0.5,
    find: ruleFor(clauseOfNoun),
  },
  {
    id: 'noun/predicate',
    example: '<source>His</source> <cue>argument</cue> is that <content>the dam is too old</content>.',
    confidence: 0.5,
    find: ruleFor(predicateOf),
  },
  {
    id: 'noun/carried',
    example: '<source>The union</source> raised <cue>concerns</cue> about <content>the pier</content>.',
    counter: ['The union raised a flag about the pier.'],
    confidence: 0.5,
    find: ruleFor(({ noun }) => (isCarried(noun) ? (aboutOf(noun, noun) ?? aboutOf(noun.head, noun)) : undefined)),
  },
  {
    id: 'noun/owned',
    example: '<source>Her</source> <cue>criticism</cue> of <content>the pier</content> was heard.',
    confidence: 0.5,
    find: ruleFor(({ noun, owner }) => (owner && !isCarried(noun) ? aboutOf(noun, noun) : undefined)),
  },
];
