import type { Token, TokenSpan } from '../annotated.ts';
import { PERSONAL, wordSet } from '../lexicon/closed-classes.ts';
import { cueOf } from './cues.ts';

/** A comma or a dash behind which the writer may go on. */
const PAUSE = /^(?:,|[–—-]+)$/u;
const DASH = /^[–—-]+$/u;

const ALTHOUGH = wordSet('though although');
const OPEN = wordSet('unclear clear uncertain certain known remains');

/** An aside of the writer's behind what was said: `will run in May - though it is unclear whether …`, `would go, although he wrote that …`. */
export function beforeAside(content: TokenSpan, cue: Token): TokenSpan {
  const aside = content
    .from(content.start + 2)
    .tokens.find(
      (token) =>
        !token.quoted &&
        PAUSE.test(token.previous?.text ?? '') &&
        (isReservation(token, cue) || isCommentOfDash(token, content) || isJudgement(token)),
    );
  return aside ? content.until(aside.index - 1) : content;
}

/** `though it is unclear whether`, `though he left open …`, `although she wrote that` */
function isReservation({ lower, head: clause }: Token, cue: Token): boolean {
  // "a witness saying that …, although it was not clear whether": the witness may say it, too.
  if (!ALTHOUGH.has(lower) || !clause || cue.lower.endsWith('ing')) return false;
  const [subject] = clause.children('nsubj', 'expl');
  if (!subject || !PERSONAL.has(subject.lower)) return false;
  if (subject.lower === 'it' && OPEN.has(clause.lower)) return true;
  const leavesOpen =
    clause.lower === 'left' && clause.children('advmod', 'xcomp').some((word) => word.lower === 'open');
  const isSaid = cueOf(clause)?.kind === 'assertion' && clause.children('ccomp').some((said) => said.isAfter(clause));
  return leavesOpen || (isSaid && clause.children('aux').length === 0);
}

/** `for Lund to quit - which the mayor has shown little wish to do`, up to the end. */
const isCommentOfDash = ({ lower, relation, previous, head }: Token, content: TokenSpan): boolean =>
  lower === 'which' &&
  relation !== 'nsubj' &&
  DASH.test(previous?.text ?? '') &&
  head !== undefined &&
  content.from(content.start + 2).tokens.some((token) => token.subtype === 'relcl' && head.isUnder(token));

/** `, which he called “a disaster”`: what somebody says of it. */
const isJudgement = ({ lower, head, index }: Token): boolean =>
  lower === 'which' &&
  head?.subtype === 'relcl' &&
  cueOf(head)?.frames.has('predicative') === true &&
  head.children('nsubj').some((subject) => PERSONAL.has(subject.lower) && subject.index > index);
