import type { Sentence, TaggedName, Token } from '../document.ts';
import { DOCUMENTS } from '../lexicon/closed-classes.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import { isPeopleNoun, isPersonNoun, TITLES } from './lexicon/people.ts';

/** No name of a source that was missed has more tokens. */
const LONGEST = 4;

/**
 * "According to TeleMeter, …", "WaveMeter said …": a name that was not tagged is one where only somebody can stand who
 * says something. A word that looks like no ordinary one is enough; others have to be proper nouns within a sentence.
 */
export function withUntaggedSources(sentences: readonly Sentence[]): Sentence[] {
  const surnames = surnamesIn(sentences);
  return sentences.map((sentence) => {
    const { tokens } = sentence;
    const found = tokens
      .flatMap((_, index) => sourceAt(index, sentence) ?? [])
      .filter(
        // "Early said", of Karl Early: other stages know him.
        ({ end }) => !surnames.has(tokens[end - 1]?.text ?? ''),
      );
    if (found.length === 0) return sentence;
    const others = sentence.names.filter(({ first, end }) =>
      found.every((source) => first >= source.end || source.first >= end),
    );
    return { ...sentence, names: [...others, ...found].sort((a, b) => a.first - b.first) };
  });
}

const surnamesIn = (sentences: readonly Sentence[]): ReadonlySet<string> =>
  new Set(
    sentences.flatMap(({ tokens, names }) =>
      names.flatMap(({ type, end }) => (type === 'PERSON' ? (tokens[end - 1]?.text ?? []) : [])),
    ),
  );

/** The name that begins at a token, where it is the source of what is said and not tagged to its end. */
function sourceAt(first: number, { tokens, names }: Sentence): TaggedName | undefined {
  if (!isCapital(tokens[first]) || isCapital(tokens[first - 1])) return undefined;
  const end = endOfCapitals(first, tokens);
  const source = { first, end };
  const isToldOf = isAccordingTo(first, tokens);
  if (end - first > LONGEST || !(isToldOf || isSubject(source, tokens)) || isInHeadline(tokens)) return undefined;
  const tagged = names.filter((name) => name.first < end && first < name.end);
  // "Vermont Edition", of which only the place was tagged.
  const isCut =
    isToldOf &&
    tagged.length === 1 &&
    tagged.every((name) => name.first === first && name.end < end && name.type !== 'PERSON');
  if (tagged.length > 0 && !isCut) return undefined;
  if (isSomebody(source, tokens)) return { type: 'PERSON', ...source };
  return isName(tokens.slice(first, end), first) ? { type: 'ORGANIZATION', ...source } : undefined;
}

/** Behind the last of the words in capitals from a token on, and of what hyphens join to them: "Wave-X". */
function endOfCapitals(first: number, tokens: readonly Token[]): number {
  let end = first + 1;
  for (;;) {
    const isHyphen = tokens[end]?.text === '-' && tokens[end]?.start === tokens[end - 1]?.end;
    if (isCapital(tokens[end])) end++;
    else if (isHyphen && isCapital(tokens[end + 1])) end += 2;
    else return end;
  }
}

const isCapital = (token: Token | undefined): boolean =>
  token?.pos === 'PROPN' && /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu})/u.test(token.text);

/** "according to TeleMeter", "according to The Wave" */
function isAccordingTo(first: number, tokens: readonly Token[]): boolean {
  const to = tokens[first - 1]?.text === 'The' ? first - 2 : first - 1;
  return tokens[to]?.text === 'to' && /^according$/iu.test(tokens[to - 1]?.text ?? '');
}

/** "TeleMeter said", "said TeleMeter": the subject of a verb of saying, which stands beside it or behind a comma. */
function isSubject({ first, end }: Place, tokens: readonly Token[]): boolean {
  const [before, after] = [tokens[first - 1], tokens[end]];
  const name = tokens.slice(first, end).find(({ relation }) => relation === 'nsubj');
  const verb = name && tokens[name.head];
  if (verb?.pos !== 'VERB' || !takesClauseOfWords(verbCue(verb.text.toLowerCase()))) return false;
  return before === verb || ((!before || before.pos === 'PUNCT') && (after === verb || after?.text === ','));
}

interface Place {
  readonly first: number;
  readonly end: number;
}

/** "Harbor Bell, president of the club, said": what is told of the name behind a comma. */
const isSomebody = ({ first, end }: Place, tokens: readonly Token[]): boolean =>
  end - first > 1 &&
  tokens[end]?.text === ',' &&
  tokens.some(
    ({ relation, head, text }, index) =>
      index > end && relation === 'appos' && head >= first && head < end && isPersonNoun(text),
  );

/** "TeleMeter", "Wave-X": no ordinary word, wherever it stands; "Wave Edition" is none within a sentence. */
function isName(words: readonly Token[], first: number): boolean {
  const isOneWord = words.every(({ start }, at) => at === 0 || start === words[at - 1]?.end);
  if (isOneWord && isCamelCase(words.map(({ text }) => text).join(''))) return true;
  const last = words.at(-1)?.text ?? '';
  const isOrdinary =
    isPersonNoun(last) || isPeopleNoun(last) || TITLES.has(last.toLowerCase()) || DOCUMENTS.has(last.toLowerCase());
  const isTitled = TITLES.has(words[0]?.text.toLowerCase().replace('.', '') ?? '');
  // "Ms Finger", "Article", "Analysts"; "according to KOLE:", a turn of talk.
  return first > 1 && !isOrdinary && !isTitled && /^\p{Lu}\p{Ll}+$/u.test(last) && !/[^s]s$/u.test(last);
}

/** A capital within a word that is not all in capitals, nor a surname: "McRoe", "DiRoe". */
const isCamelCase = (word: string): boolean =>
  (/^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}\p{L}*$/u.test(word) && !/^(?:Mac|Fitz|Van|Von)\p{Lu}/u.test(word)) ||
  /^(?:\p{Lu}\p{Ll}+-\p{Lu}|\p{Ll}{1,2}\p{Lu}\p{Ll}{2,})$/u.test(word);

/** Most longer words of a headline begin with a capital: there a capital tells nothing. */
function isInHeadline(tokens: readonly Token[]): boolean {
  const longer = tokens.filter(({ text }) => /^\p{L}{4,}$/u.test(text));
  return longer.length > 2 && longer.every(({ text }) => /^\p{Lu}/u.test(text));
}
