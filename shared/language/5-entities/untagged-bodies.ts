import { BODY_NOUNS } from '../lexicon/bearers.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import type { Sentence, TaggedName, Token } from '../document.ts';

/** What a body is said to be after its name, beside `BODY_NOUNS`. */
const BODIES = wordSet(`company organization organisation nonprofit non-profit institute association website site outlet
  publication magazine coalition watchdog start-up federation think-tank consultancy pollster`);

/** No name of a body has more words before its head. */
const LONGEST = 5;

/** "Northern Decisions, a public opinion research group": a name that was not tagged, or of which one word was taken for a people. */
export function withUntaggedBodies(sentences: readonly Sentence[]): Sentence[] {
  return sentences.map((sentence) => {
    const { tokens, names } = sentence;
    // Most sentences tell nothing behind a comma of what a name is.
    if (!tokens.some(({ relation }) => relation === 'appos')) return sentence;
    const found = tokens.flatMap((_, index): TaggedName[] => {
      const head = bodyDescribedBy(index, tokens);
      const name = head === undefined ? undefined : nameAround(head, tokens);
      const isTaken = names.some(
        ({ type, first, end }) => name && type !== 'GROUP' && first < name.end && name.first < end,
      );
      return name && !isTaken ? [name] : [];
    });
    if (found.length === 0) return sentence;
    const others = names.filter(({ first, end }) => !found.some((body) => first < body.end && body.first < end));
    return { ...sentence, names: [...others, ...found].sort((a, b) => a.first - b.first) };
  });
}

/** Index of the word of which "a … group" is said, right behind it and a comma. */
function bodyDescribedBy(index: number, tokens: readonly Token[]): number | undefined {
  const { text, relation, head } = tokens[index]!;
  if (relation !== 'appos') return undefined;
  const lower = text.toLowerCase();
  const isThinkTank = lower === 'tank' && tokens[index - 1]?.text === 'think';
  if (!(BODY_NOUNS.has(lower) || BODIES.has(lower) || isThinkTank)) return undefined;
  const isBehind = head >= 0 && head < index && tokens[head + 1]?.text === ',';
  return isBehind && /^an?$/.test(tokens[head + 2]?.text ?? '') ? head : undefined;
}

/** Words in capitals that end with the head; one alone must be no ordinary word. */
function nameAround(head: number, tokens: readonly Token[]): TaggedName | undefined {
  const isCapital = (index: number) => /^\p{Lu}/u.test(tokens[index]?.text ?? '') && tokens[index]?.pos !== 'DET';
  if (!isCapital(head)) return undefined;
  let first = head;
  while (first > 0 && head - first < LONGEST && isCapital(first - 1) && tokens[first - 1]?.pos !== 'ADP') first--;
  // "Center for International Policy"
  if (/^(?:of|for|on|and|&)$/.test(tokens[first - 1]?.text ?? '')) return undefined;
  const isOrdinary = first === head && (head === 0 || tokens[head]?.pos !== 'PROPN');
  return isOrdinary ? undefined : { type: 'ORGANIZATION', first, end: head + 1 };
}
