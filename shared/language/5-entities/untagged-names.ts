import type { EntityType, Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';

/** Names of more words are not looked for again. */
const LONGEST = 8;

/** Types of the telling names of an article: by their first word, then by all their words. */
type TellingNames = ReadonlyMap<string, ReadonlyMap<string, EntityType>>;

/** A telling name that is tagged in one place is found wherever else it stands untagged, or tagged in part. */
export function withUntaggedNames(sentences: readonly Sentence[]): Sentence[] {
  const telling = tellingNames(sentences);
  return sentences.map((cut) => {
    const sentence = withWholeNames(cut, telling);
    const found = untaggedIn(sentence, telling);
    return { ...sentence, names: [...sentence.names, ...found].sort((a, b) => a.first - b.first) };
  });
}

function tellingNames(sentences: readonly Sentence[]): TellingNames {
  const telling = new Map<string, Map<string, EntityType>>();
  for (const { tokens, names } of sentences) {
    for (const name of names) {
      const span = withArticle(new SentenceSpan(tokens, name));
      if (span.length > LONGEST || /^(?:DATE|MONEY|QUANTITY)$/.test(name.type) || !isTelling(span)) continue;
      const key = span.first.text;
      const ofWord = telling.get(key) ?? new Map<string, EntityType>();
      const text = textOf(span);
      if (!ofWord.has(text)) ofWord.set(text, name.type);
      telling.set(key, ofWord);
    }
  }
  return telling;
}

/** "the film, The Reel reports": an article in capitals within a sentence belongs to the name. */
function withArticle(name: SentenceSpan): SentenceSpan {
  const isPart = name.before?.text === 'The' && name.start > 1;
  return isPart ? new SentenceSpan(name.sentence, { first: name.start - 1, end: name.end }) : name;
}

/** Not an ordinary word at the beginning of a sentence: an acronym, one with a capital within, or several with capitals. */
function isTelling({ length, first, last }: SentenceSpan): boolean {
  if (length === 1) return /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,}|\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,})$/u.test(first.text);
  return /^\p{Lu}/u.test(first.text) && /^\p{Lu}/u.test(last.text);
}

/** "Orvane" is whole where "Orvane Label Group" is tagged elsewhere and stands here. */
function withWholeNames(sentence: Sentence, telling: TellingNames): Sentence {
  const { tokens, names } = sentence;
  const whole = names.map((name) => {
    const types = telling.get(tokens[name.first]!.text);
    const isTaken = (end: number) =>
      names.some((other) => other !== name && other.first < end && other.end > name.first);
    const longer = types && longestFrom(tokens, name.first, types, isTaken);
    return longer?.type === name.type && longer.end > name.end ? { ...name, end: longer.end } : name;
  });
  return { ...sentence, names: whole };
}

/** The longest telling names outside of the tagged ones, from left to right. */
function untaggedIn({ tokens, names }: Sentence, telling: TellingNames): TaggedName[] {
  const found: TaggedName[] = [];
  for (const [first, { text }] of tokens.entries()) {
    const types = telling.get(text);
    if (!types) continue;
    const isTaken = (end: number) => [...names, ...found].some((name) => name.first < end && name.end > first);
    if (isTaken(first + 1)) continue;
    const name = longestFrom(tokens, first, types, isTaken);
    if (name) found.push(name);
  }
  return found;
}

function longestFrom(
  tokens: readonly Token[],
  first: number,
  types: ReadonlyMap<string, EntityType>,
  isTaken: (end: number) => boolean,
): TaggedName | undefined {
  for (let end = Math.min(tokens.length, first + LONGEST); end > first; end--) {
    const type = types.get(textOf(new SentenceSpan(tokens, { first, end })));
    if (type && !isTaken(end)) return { type, first, end };
  }
  return undefined;
}

const textOf = ({ spaced }: SentenceSpan): string => spaced.replaceAll('’', "'");
