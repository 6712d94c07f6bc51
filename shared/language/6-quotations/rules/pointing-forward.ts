import type { QuotedSpan } from '../../4-quoted/quoted-span.ts';
import type { Token, TokenSpan } from '../../annotated.ts';
import { cueOf } from '../cues.ts';
import type { GapAfter } from './gap-rule.ts';

/** `"Thanks!" He later posted that he would “be back”` */
const reportsThat = (verb: Token, words: TokenSpan): boolean =>
  verb
    .children('ccomp')
    .some((clause) =>
      clause.children('mark').some((that) => that.lower === 'that' && that.isAfter(verb) && words.has(that)),
    );

/** `"…," Scalia said: "…"`, `…, he said the plan …`: what follows is the content, not the quoted words before. */
export function pointsForward(verb: Token, { words, opensSentence, quoted }: GapAfter): boolean {
  if (verb.next?.text === ':' || reportsThat(verb, words)) return true;
  if (opensSentence) return false;
  if (isInPhrase(quoted) && hasOwnContent(verb, words)) return true;
  if (words.last.text === ',' && words.next?.quoted?.startsUpper) return true;
  const own = verb.children('ccomp').find((token) => token.isAfter(verb));
  return own !== undefined && !own.quoted && own.index < words.end;
}

/** `In calling it “a lie,” Firth …`, `As for the “lie,” …`: in a phrase without a subject that opens the sentence. */
function isInPhrase({ start, first: { sentence } }: QuotedSpan): boolean {
  const opening = sentence.until(start);
  if (opening.isEmpty) return false;
  const { pos, lower } = opening.first;
  return (
    (pos === 'ADP' || lower === 'as' || lower === 'in' || lower.endsWith('ing')) &&
    opening.tokens.every(({ relation }) => relation !== 'nsubj' && relation !== 'aux')
  );
}

/** `… showed his wit`, `… chanted “…”`: a verb with what it says, does or shows behind it. */
function hasOwnContent(verb: Token, words: TokenSpan): boolean {
  const traits = cueOf(verb)?.traits;
  // "told reporters", not "showed his wit"
  const hasAddressee = traits?.has('addressee') === true && !traits.has('carries');
  const relations = hasAddressee ? ['ccomp', 'xcomp'] : ['ccomp', 'xcomp', 'obj'];
  const isBeforeMarks = words.last === verb && words.next?.quoted !== undefined;
  return isBeforeMarks || verb.children(...relations).some((token) => token.isAfter(verb));
}
