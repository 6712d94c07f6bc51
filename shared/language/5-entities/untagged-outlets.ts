import type { Gazetteer } from '../knowledge/gazetteer.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import type { Sentence, TaggedName, Token } from '../document.ts';

/** "Deadline says the film is dead", "wrote on X": outlets and platforms whose names are ordinary words, where the place tells that they are meant. */
export function withUntaggedOutlets(sentences: readonly Sentence[], gazetteer: Gazetteer): Sentence[] {
  return sentences.map((sentence) => {
    const { tokens, names } = sentence;
    const isFree = (index: number) => !names.some(({ first, end }) => first <= index && index < end);
    const found = tokens.flatMap((_, index): TaggedName[] =>
      (isPlatform(tokens, index) || isSpeakingOutlet(tokens, index, gazetteer)) && isFree(index)
        ? [{ type: 'ORGANIZATION', first: index, end: index + 1 }]
        : [],
    );
    return { ...sentence, names: [...names, ...found].sort((a, b) => a.first - b.first) };
  });
}

/** A known outlet that is the subject of a verb of saying, alone. */
function isSpeakingOutlet(tokens: readonly Token[], index: number, gazetteer: Gazetteer): boolean {
  const token = tokens[index];
  if (token?.pos !== 'PROPN' || token.relation !== 'nsubj' || !/^\p{Lu}\p{Ll}/u.test(token.text)) return false;
  const verb = tokens[token.head]?.text.toLowerCase() ?? '';
  if (!takesClauseOfWords(verbCue(verb)) || tokens.some(({ head }) => head === index)) return false;
  return gazetteer.lookUp(token.text).bearers[0]?.kind === 'media';
}

/** "wrote on X:", not "on X and Y" */
function isPlatform(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return (
    token?.text === 'X' &&
    before?.text === 'on' &&
    (!after || /^(?:PUNCT|ADP|PRON|SCONJ)$/.test(after.pos)) &&
    after?.text !== '-'
  );
}
