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
  // "noted that the way crews vote works against him" is a clause, whatever the tree says.
  const isBare =
    rule.startsWith('clause/') && ![content.previous, content.first].some((word) => word?.lower === 'that');
  if (frame === 'clause' || frame === undefined)
    return (
      attribution.contents.some(({ tokens }) =>
        tokens.some((token) => isPredicate(token) && !(isBare && isOfNoun(token, head))),
      ) && !/^(?:noun\/(?:owned|carried|received)|adjective\/about)/u.test(rule)
    );
  const isFact = head.lower === 'fact' || MAKING_KNOWN.has(lemmaOf(candidate));
  return (isFact && carriesClause(head, word)) || isBlame(candidate) || holdsProof(candidate);
}

/** Verbs of blame and praise. */
const BLAMING =
  wordSet(`criticize criticise blame fault attack slam lash chide chastise rebuke condemn denounce mock ridicule
  praise commend applaud hail scold berate hammer rip blast excoriate lambast lambaste castigate knock rail
  inveigh eviscerate`);

/** "criticised the mayor for closing the road": what somebody is said to have done is a clause (corpus/GUIDELINES.md). */
export const isBlame = (candidate: Candidate): boolean =>
  BLAMING.has(lemmaOf(candidate)) &&
  candidate.content.tokens.some(
    (token) =>
      ((isVerb(token) && token.lower.endsWith('ing')) ||
        token.children('cop').some(({ lower }) => lower === 'being')) &&
      (token.head === candidate.word || token.head === candidate.head) &&
      token.children('mark', 'case').some(({ lower }) => lower === 'for'),
  );

/** "cited the protest as proof that the campaign works": what it is to prove is a clause. */
const holdsProof = ({ content, attribution: { frame } }: Candidate): boolean =>
  frame === 'object' &&
  content.tokens.some(
    (noun) =>
      PROOFS.has(noun.lower) &&
      noun.next?.lower === 'that' &&
      noun.children('case').some(({ lower }) => lower === 'as') &&
      noun.children('acl', 'ccomp').some(isPredicate),
  );

const PROOFS = wordSet('proof evidence');

/** "reveals the stunning thing that she saw": a noun with a relative clause is no clause. */
function isOfNoun(predicate: Token, noun: Token): boolean {
  for (let at: Token | undefined = predicate; at && at !== noun; at = at.head)
    if (at.subtype === 'relcl' && at.head === noun) return true;
  return false;
}

/** "urged the council to lock the gate", "accused him of stealing": an infinitive or a participle under what is addressed. */
function holdsDeed(content: TokenSpan, frame: string): boolean {
  return content.tokens.some(
    (token) =>
      isVerb(token) &&
      ((isInfinitive(token) && (frame !== 'predicative' || !isOfLabel(token))) ||
        (frame === 'predicative' &&
          token.lower.endsWith('ing') &&
          token.children('mark', 'case').some(({ lower }) => PREDICATIVE_WITH_DEED.has(lower)))),
  );
}

/** "hailed it as a way to build trust": the infinitive tells of the noun. */
function isOfLabel(infinitive: Token): boolean {
  for (let at = infinitive.head; at; at = at.head)
    if (at.pos === 'NOUN' && at.children('case').some(({ lower }) => lower === 'as')) return true;
  return false;
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
