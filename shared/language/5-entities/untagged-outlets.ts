import type { Gazetteer } from '../knowledge/gazetteer.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import type { Sentence, TaggedName, Token } from '../document.ts';

/** "Deadline says the film is dead", "wrote on X": outlets and platforms whose names are ordinary words, where the place tells that they are meant. */
export function withUntaggedOutlets(sentences: readonly Sentence[], gazetteer: Gazetteer): Sentence[] {
  const titles = titlesIn(sentences, gazetteer);
  return sentences.map((sentence) => {
    const { tokens, names } = sentence;
    const at = (index: number) => names.find(({ first, end }) => first <= index && index < end);
    const found = tokens.flatMap((_, index): TaggedName[] => {
      const name = at(index);
      const isOutlet = name
        ? isOcean(name) && isTitle(tokens, index, titles)
        : isPlatform(tokens, index) ||
          isSpeakingOutlet(tokens, index, gazetteer) ||
          isTitle(tokens, index, titles) ||
          isSpeakingTitle(tokens, index);
      return isOutlet ? [{ type: 'ORGANIZATION', first: index, end: index + 1 }] : [];
    });
    const others = names.filter(({ first }) => !found.some((outlet) => outlet.first === first));
    return { ...sentence, names: [...others, ...found].sort((a, b) => a.first - b.first) };
  });
}

/** "The Atlantic", which is a magazine behind "The". */
const isOcean = ({ type, first, end }: TaggedName): boolean => type === 'LOCATION' && end - first === 1;

/** Outlets of one word that an article names with "The" in capitals within a sentence: "the editors of The Advocate". */
function titlesIn(sentences: readonly Sentence[], gazetteer: Gazetteer): ReadonlySet<string> {
  const isKnown = (word: string) => gazetteer.lookUp(word).bearers.some(({ kind }) => kind === 'media');
  return new Set(
    sentences.flatMap(({ tokens }) =>
      tokens.flatMap(({ text }, index) => (index > 1 && isAfterThe(tokens, index) && isKnown(text) ? [text] : [])),
    ),
  );
}

/** "The" and one word in capitals. */
const isAfterThe = (tokens: readonly Token[], index: number): boolean =>
  tokens[index - 1]?.text === 'The' &&
  /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? '') &&
  !/^[\p{Lu}-]/u.test(tokens[index + 1]?.text ?? '');

/** `“It is lost,” The Blaze reported`: "The" in capitals within a sentence, and a verb of saying. */
function isSpeakingTitle(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (index < 2 || !isAfterThe(tokens, index) || token?.pos !== 'PROPN' || token.relation !== 'nsubj') return false;
  return takesClauseOfWords(verbCue(tokens[token.head]?.text.toLowerCase() ?? ''));
}

const isTitle = (tokens: readonly Token[], index: number, titles: ReadonlySet<string>): boolean =>
  isAfterThe(tokens, index) && titles.has(tokens[index]?.text ?? '');

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
