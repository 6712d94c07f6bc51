import { TokenSpan, type Token } from '../../annotated.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import type { CueKind } from '../../lexicon/cue-kinds.ts';
import { adjectiveCue } from '../../lexicon/reporting.ts';
import { nounPhrase } from '../noun-phrases.ts';
import { sourceOf, type FoundSource } from '../sources.ts';
import { saidBy, type FoundAround, type TokenRule } from './token-rule.ts';

const OF_FEELING = wordSet('of about on for against to with toward towards over in at by');
const CLAUSE_MARKS = wordSet('that to if whether');
const TIMES = wordSet('first last least point moment time times');

const isMarked = (token: Token, relation: string, words: ReadonlySet<string>): boolean =>
  token.children(relation).some(({ lower }) => words.has(lower));

/** Where what is felt begins and ends, and where its cue ends. */
interface Felt {
  readonly content: TokenSpan;
  readonly cueEnd: number;
}

/** Asks only adjectives that the lexicon knows. */
const ruleFor =
  (feltBy: (adjective: Token) => Felt | null) =>
  (token: Token): FoundAround | null => {
    const cueKind = token.pos === 'ADJ' ? adjectiveCue(token.lower) : undefined;
    const felt = cueKind && feltBy(token);
    return felt ? aroundAdjective(token, cueKind, felt) : null;
  };

/** `She is confident that …` */
function clauseFelt(adjective: Token): Felt | null {
  const clause = clauseOfAdjective(adjective);
  return clause ? { content: clause.subtree(), cueEnd: adjective.index + 1 } : null;
}

const clauseOfAdjective = (adjective: Token): Token | undefined =>
  adjective
    .children('ccomp', 'xcomp', 'advcl')
    .find((token) => token.isAfter(adjective) && (token.relation !== 'advcl' || isMarked(token, 'mark', CLAUSE_MARKS)));

/** `they seem aware of …`, `voters angry at …` */
function phraseFelt(adjective: Token): Felt | null {
  if (clauseOfAdjective(adjective)) return null;
  const about = adjective
    .children('obl', 'advcl')
    .find(
      (token) =>
        token.isAfter(adjective) &&
        !TIMES.has(token.lower) &&
        (isMarked(token, 'case', OF_FEELING) || isMarked(token, 'mark', OF_FEELING)),
    );
  if (!about) return null;
  const phrase = about.subtree();
  return { content: phrase.from(phrase.start + 1), cueEnd: phrase.start + 1 };
}

function aroundAdjective(adjective: Token, cueKind: CueKind, { content, cueEnd }: Felt): FoundAround | null {
  const source = holderOf(adjective);
  if (!source || content.isEmpty) return null;
  const copula = adjective.children('cop', 'aux')[0];
  const start = copula && copula.index >= source.span.end ? copula : adjective;
  return {
    contents: [content.trimmed()],
    cue: new TokenSpan(adjective.paragraph, start.index, cueEnd),
    cueKind,
    source,
  };
}

/** Who feels so: the adjective's subject, the noun that it follows, or the subject of the verb that it completes. */
function holderOf(adjective: Token): FoundSource | null {
  // "It was clear that …": to nobody in particular.
  if (adjective.children('expl').length > 0) return null;
  const subject = adjective.children('nsubj').at(-1);
  if (subject) return saidBy(nounPhrase(subject), 'subject of the adjective');
  const { head } = adjective;
  // "make sure that it stays"
  if (!head || head.isAfter(adjective) || /^ma(?:k|d)/u.test(head.lower)) return null;
  if (adjective.relation === 'amod')
    return saidBy(
      nounPhrase(head, (token) => token === adjective),
      'noun of the adjective',
    );
  return ['xcomp', 'advcl'].includes(adjective.relation) && head.pos === 'VERB' ? sourceOf(head) : null;
}

export const ADJECTIVE_RULES: readonly TokenRule[] = [
  {
    id: 'adjective/clause',
    example: '<source>She</source> <cue>is confident</cue> that <content>the ice will hold</content>.',
    counter: ['The ice is thick in January.'],
    confidence: 0.65,
    find: ruleFor(clauseFelt),
  },
  {
    id: 'adjective/about',
    example: '<source>The voters</source> <cue>are angry about</cue> <content>the toll</content>.',
    confidence: 0.65,
    find: ruleFor(phraseFelt),
  },
];
