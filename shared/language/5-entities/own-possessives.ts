import { SentenceSpan } from '../sentence-span.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import { FIRMS_OF_OWNERS } from './lexicon/products.ts';

/** The name with the possessive in which it ends: "Moody’s", "according to Carlucci’s,"; not "Orrin" of "Orrin’s boats". */
export function withOwnPossessive(name: SentenceSpan): SentenceSpan {
  const { sentence, start, end, after } = name;
  return isPossessive(after?.text) && endsInPossessive(new SentenceSpan(sentence, { first: start, end: end + 1 }))
    ? new SentenceSpan(sentence, { first: start, end: end + 1 })
    : name;
}

/** Whether the possessive at the end of a body's name is its own: a known firm's, or one behind which nothing is owned. */
export function endsInPossessive({ sentence, start, end, last, after }: SentenceSpan): boolean {
  if (!isPossessive(last.text)) return false;
  if (FIRMS_OF_OWNERS.has(new SentenceSpan(sentence, { first: start, end: end - 1 }).written)) return true;
  if (isAccordingTo(sentence[start - 2]?.text, sentence[start - 1]?.text)) return after?.pos === 'PUNCT';
  return after?.pos === 'VERB' && takesClauseOfWords(verbCue(after.text.toLowerCase()));
}

const isPossessive = (text: string | undefined): boolean => /^['’]s$/.test(text ?? '');

const isAccordingTo = (according: string | undefined, to: string | undefined): boolean =>
  to === 'to' && /^according$/iu.test(according ?? '');
