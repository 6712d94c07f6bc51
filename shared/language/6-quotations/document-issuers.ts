import type { Token } from '../annotated.ts';
import { RELATIVE_THINGS, wordSet } from '../lexicon/closed-classes.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import { isAgent } from './cues.ts';
import { isDefinite } from './document-words.ts';
import { isRelaying } from './sources.ts';

/** What is issued with these verbs: "the union released a report". */
export const ISSUES =
  wordSet(`release released releases releasing publish published publishes publishing conduct conducted conducts
  commission commissioned commissions issue issued issues issuing write wrote written writing send sent sends sending file
  filed files filing post posted posts posting air aired airs airing launch launched launches unveil unveiled unveils
  compile compiled compiles produce produced calculate calculated collect collected gather gathered analyse analysed
  analyze analyzed tally tallied collate collated track tracked assemble assembled prepare prepared provide provided`);

/** Also where the tree compounds or joins what a preposition of its own marks: "reports | from The Reel and Variety Post". */
export const isMarked = (token: Token, preposition: string): boolean =>
  /^(?:nmod|compound|conj)$/u.test(token.relation) && token.children('case').some(({ lower }) => lower === preposition);

/** Who issued what a token is said of: "by Roe", "from the union", "released on Friday by the Reel". */
export function issuerAmong(token: Token): Token[] {
  if (isMarked(token, 'by') || isMarked(token, 'from')) return [token];
  const issuer = issuerInClause(token);
  if (issuer) return [issuer];
  const examples = [...exampleFrom(token), ...availableFrom(token)];
  if (examples.length > 0) return examples;
  const agent = token.relation === 'acl' && ISSUES.has(token.lower) ? agentOf(token) : attributedTo(token);
  if (agent) return [agent];
  // "a poll of 400 voters released by the Reel", "the average of polls compiled by the Reel"
  const inner = isMarked(token, 'of') ? token.children('acl').filter(({ lower }) => ISSUES.has(lower)) : [];
  return inner.flatMap((verb) => agentOf(verb) ?? []);
}

/** `The union said in a statement that …`, `In a poll, the Reel found …`: who says what stands in a document. */
export function speakerIn(noun: Token): Token | undefined {
  const isWithin = noun.children('case').some(({ lower }) => lower === 'in') && !isDefinite(noun);
  const verb = noun.relation === 'obl' && isWithin ? noun.head : undefined;
  if (!verb || isRelaying(verb) || !takesClauseOfWords(verbCue(verb.lower))) return undefined;
  return verb.children('nsubj').find(({ subtype }) => subtype !== 'pass');
}

/** `a letter the union sent the mayor`: who issued it, in a clause that says so. */
function issuerInClause({ relation, lower, dependents }: Token): Token | undefined {
  const subject =
    relation === 'acl' && ISSUES.has(lower) ? dependents.find((token) => token.relation === 'nsubj') : undefined;
  return subject && subject.subtype !== 'pass' && !RELATIVE_THINGS.has(subject.lower) ? subject : undefined;
}

/** `a statement attributed to Roe` */
const attributedTo = ({ relation, lower, dependents }: Token): Token | undefined =>
  relation === 'acl' && lower === 'attributed'
    ? dependents.find((token) => token.relation === 'obl' && token.children('case').some((to) => to.lower === 'to'))
    : undefined;

/** `the data available from the bureau` */
const availableFrom = ({ lower, dependents }: Token): Token[] =>
  lower === 'available'
    ? dependents.filter(
        (token) => token.relation === 'obl' && token.children('case').some((from) => from.lower === 'from'),
      )
    : [];

/** `three polls, including one from the Reel` */
const exampleFrom = (token: Token): Token[] =>
  token.children('case').some(({ lower }) => lower === 'including') && /^(?:one|those)$/u.test(token.lower)
    ? token.dependents.flatMap(issuerAmong)
    : [];

/** `the Post-ABC poll`, `a Reel/Orvane survey`: names up to the noun that a mark joins, whatever the tree hangs on what. */
export function partnersBefore(noun: Token): Token[] {
  const partners: Token[] = [];
  let isJoined = false;
  for (let { previous } = noun; previous?.sentence === noun.sentence; { previous } = previous) {
    if (/^[-–/]$/u.test(previous.text)) isJoined = true;
    else if (previous.pos === 'PROPN') partners.unshift(previous);
    else break;
  }
  return isJoined ? partners : [];
}

/** Also "published on the eve of the vote by the Reel", where the tree hangs the agent on the vote. */
export function agentOf(verb: Token): Token | undefined {
  const agents = verb.children('obl');
  const isNamed = (token: Token) => token.pos === 'PROPN' && token.relation === 'nmod' && isAgent(token);
  return agents.find(isAgent) ?? agents.flatMap((token) => token.subtree().tokens.filter(isNamed))[0];
}
