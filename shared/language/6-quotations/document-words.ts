import type { Token } from '../annotated.ts';
import { DOCUMENTS, wordSet } from '../lexicon/closed-classes.ts';

/** Things beside documents that carry their owner's words. */
const WORDS_OF_SOMEBODY = wordSet(`address addresses remarks testimony interview book memoir blog website webpage page
  profile poll polls survey surveys study studies analysis analyses average invitation filing lawsuit suit complaint
  petition resolution communique communiqué declaration ruling announcement briefing tape recording broadcast account
  investigation estimate estimates results findings guidelines guidance affidavit summary paper research data review
  examination order cable piece passage count tally readout statistics projection projections forecast forecasts`);

/** "Editorial" is an adjective as well. */
export const carriesWords = (token: Token): boolean =>
  token.pos === 'NOUN' || token.pos === 'PROPN'
    ? DOCUMENTS.has(token.lower) || WORDS_OF_SOMEBODY.has(token.lower) || areNumbers(token)
    : token.lower === 'editorial' && token.relation === 'nsubj';

/** "according to union figures", "figures from the union", not "figures of the party", who are people. */
const areNumbers = ({ lower, dependents, relation, head }: Token): boolean =>
  (lower === 'figures' || lower === 'records') &&
  ((relation === 'nsubj' && SHOWING.test(head?.lower ?? '')) ||
    dependents.some(
      (token) =>
        (token.relation === 'case' && token.lower === 'according') ||
        token.children('case').some((from) => from.lower === 'from'),
    ));

const SHOWING = /^(?:show|suggest|indicate|reveal)(?:s|ed)?$/u;

/** Owners that only say when. */
const TIMES = wordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday week month year spring
  summer autumn fall winter night morning january february march april may june july august september october november
  december`);

/** Not "Monday’s poll". */
export const ownerOf = (noun: Token): Token | undefined =>
  noun.children('nmod').find(({ subtype, lower }) => subtype === 'poss' && !TIMES.has(lower));

/** "the poll", "last week’s poll" */
export const isDefinite = ({ dependents }: Token): boolean =>
  dependents.some(
    ({ relation, subtype, lower }) =>
      (relation === 'det' && /^(?:the|that|this)$/u.test(lower)) || (subtype === 'poss' && TIMES.has(lower)),
  );
