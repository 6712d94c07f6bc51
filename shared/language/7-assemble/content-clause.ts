import type { Token, TokenSpan } from '../annotated.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { isInfinitive, isVerb } from '../6-quotations/cues.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { nounCue } from '../lexicon/reporting.ts';
import { lemmaOf, type Candidate } from './exclusion.ts';

/** Verbs with which plans and views of one's own are made known. */
const MAKING_KNOWN =
  wordSet(`announce reveal confirm disclose outline unveil express voice reiterate repeat reaffirm propose
  deny reject dismiss`);

const PREDICATIVE_WITH_DEED = wordSet('of');

/** A finite verb, an infinitive, a participle, or a predicate with its copula. */
const isPredicate = (token: Token): boolean =>
  isVerb(token) || token.children('cop').length > 0 || token.children('nsubj').length > 0;

/** A clause, or a noun that carries one: "plans to cut 500 jobs", made known. */
export function isClause(candidate: Candidate): boolean {
  const { attribution, head, content, word } = candidate;
  const { frame, rule } = attribution;
  if (!head) return false;
  if (isPredicate(head) && !(head.pos === 'NOUN' && frame === 'object')) return true;
  if (frame === 'objectControl' && attribution.cueKind !== 'assertion') return holdsWish(content, word);
  if (frame === 'objectControl' || frame === 'predicative') return holdsDeed(content, frame);
  if (frame === 'clause' || frame === undefined)
    return (
      attribution.contents.some(({ tokens }) => tokens.some(isPredicate)) &&
      !/^(?:noun\/(?:owned|carried|received)|adjective\/about)/u.test(rule)
    );
  return MAKING_KNOWN.has(lemmaOf(candidate)) && carriesClause(head, word);
}

/** "urged the council to lock the gate", "accused him of stealing": an infinitive or a participle under what is addressed. */
function holdsDeed(content: TokenSpan, frame: string): boolean {
  return content.tokens.some(
    (token) =>
      isVerb(token) &&
      (isInfinitive(token) ||
        (frame === 'predicative' &&
          token.lower.endsWith('ing') &&
          token.children('mark', 'case').some(({ lower }) => PREDICATIVE_WITH_DEED.has(lower)))),
  );
}

/** "wants the troops to leave", not "wants more police to tackle crime" or "his songs to last": whoever is to do it is somebody. */
const holdsWish = (content: TokenSpan, verb: Token): boolean =>
  !isOwnThing(verb) &&
  content.tokens.some(
    (token) =>
      isVerb(token) &&
      isInfinitive(token) &&
      ((token.head === verb && token.relation !== 'advcl') ||
        (token.head && ['PROPN', 'PRON'].includes(token.head.pos))),
  );

/** "her songs", not "her son" */
const isOwnThing = (verb: Token): boolean =>
  verb
    .children('obj', 'nsubj')
    .some(
      (object) =>
        object.isAfter(verb) &&
        object.children('nmod').some(({ pos }) => pos === 'PRON') &&
        !isPersonNoun(object.lower) &&
        !isPeopleNoun(object.lower),
    );

const carriesClause = (noun: Token, verb: Token): boolean =>
  nounCue(noun.lower) !== undefined &&
  [...noun.children('acl', 'ccomp'), ...verb.children('advcl', 'xcomp', 'ccomp').filter(isInfinitive)].some(
    (clause) => clause.isAfter(noun) && isPredicate(clause) && tellsContent(clause),
  );

/** "reports that it fell", "reports it fell", "plans to go", not "reports which he wrote", "a report issued in May". */
const tellsContent = (clause: Token): boolean =>
  clause.children('mark').length > 0 || (clause.subtype !== 'relcl' && clause.children('nsubj', 'case').length > 0);
