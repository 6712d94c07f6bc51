import { TokenSpan, type Token } from '../../annotated.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import { adjectiveCue } from '../../lexicon/reporting.ts';
import { nounPhrase } from '../noun-phrases.ts';
import { sourceOf, type FoundSource } from '../sources.ts';
import { saidBy, type FoundAround, type TokenRule } from './token-rule.ts';

const OF_FEELING = wordSet('of about on for against to with toward towards over in at by');
const CLAUSE_MARKS = wordSet('that to if whether');
const TIMES = wordSet('first last least point moment time times');

const isMarked = (token: Token, relation: string, words: ReadonlySet<string>): boolean =>
  token.children(relation).some(({ lower }) => words.has(lower));

/** `She is confident that …` */
function withClause(adjective: Token): FoundAround | null {
  const clause = clauseOf(adjective);
  return clause ? aroundAdjective(adjective, clause.subtree(), adjective.index + 1) : null;
}

const clauseOf = (adjective: Token): Token | undefined =>
  adjective
    .children('ccomp', 'xcomp', 'advcl')
    .find((token) => token.isAfter(adjective) && (token.relation !== 'advcl' || isMarked(token, 'mark', CLAUSE_MARKS)));

/** `they seem aware of …`, `voters angry at …` */
function withPhrase(adjective: Token): FoundAround | null {
  if (clauseOf(adjective)) return null;
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
  return aroundAdjective(adjective, phrase.from(phrase.start + 1), phrase.start + 1);
}

function aroundAdjective(adjective: Token, content: TokenSpan, cueEnd: number): FoundAround | null {
  const cueKind = adjective.pos === 'ADJ' ? adjectiveCue(adjective.lower) : undefined;
  const source = cueKind && holderOf(adjective);
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
    example: '<source>She</source> <cue>is confident</cue> <content>that the ice will hold</content>.',
    counter: ['The ice is thick in January.'],
    confidence: 0.65,
    find: withClause,
  },
  {
    id: 'adjective/about',
    example: '<source>The voters</source> <cue>are angry about</cue> <content>the toll</content>.',
    confidence: 0.65,
    find: withPhrase,
  },
];
