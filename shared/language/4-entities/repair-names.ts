import type { Sentence, TaggedName, Token } from '../document.ts';
import { initialsOf } from './cluster-organizations.ts';
import { PARTICLES } from './lexicon/people.ts';
import { countryOfPeople, placeNamed } from './lexicon/places.ts';

/** Names of more words are not looked for again. */
const LONGEST = 8;

/**
 * What the tagger leaves open within one sentence, form and the rest of the article often tell: two places that a hyphen
 * joins are cut, a nickname in quotation marks joins the names around it, an acronym in brackets is a name, and a name
 * that is tagged in one place is found wherever else it stands untagged. Linear.
 */
export function repairNames(sentences: readonly Sentence[]): Sentence[] {
  const repaired = sentences.map(({ names, ...sentence }) => {
    const cut = names.flatMap((name) => cutAtHyphen(sentence.tokens, name));
    const joined = joinedParts(sentence.tokens, cut).map((name) => withSuffix(sentence.tokens, name));
    return { ...sentence, names: withAcronyms(sentence.tokens, joined) };
  });
  const known = knownNames(repaired);
  return repaired.map((sentence) => withKnownNames(sentence, known));
}

/** "Dwayne “The Rock” Johnson", "Mohammed" and "bin Salman" */
function joinedParts(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const joined: TaggedName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const people = before?.type === 'PERSON' && name.type === 'PERSON';
    const surname = people && name.first === before.end && PARTICLES.has(tokens[name.first]!.text);
    if (people && (surname || isNickname(tokens, before.end, name.first)))
      joined.splice(-1, 1, { ...before, end: name.end });
    else joined.push(name);
  }
  return joined;
}

/** "Robert Downey" and "Jr." */
const withSuffix = (tokens: readonly Token[], name: TaggedName): TaggedName =>
  name.type === 'PERSON' && /^(?:Jr|Sr)\.?$/.test(tokens[name.end]?.text ?? '') ? { ...name, end: name.end + 1 } : name;

/** Up to three words in quotation marks; the marks may be tagged with either name. */
const isNickname = (tokens: readonly Token[], first: number, end: number): boolean =>
  /^ ?["“‘(]?(?: ?\p{L}+){0,3} ?["”’)]? ?$/u.test(textOf(tokens, first, end)) &&
  /["“‘]/.test(
    tokens
      .slice(first, end + 1)
      .map(({ text }) => text)
      .join(''),
  ) &&
  end - first <= 5;

/** "the World Health Organization (WHO)" */
function withAcronyms(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const taken = new Set(names.map(({ first }) => first));
  const acronyms = names.flatMap(({ type, first, end }): TaggedName[] => {
    const [open, acronym, close] = tokens.slice(end, end + 3).map(({ text }) => text);
    if (open !== '(' || close !== ')' || acronym === undefined || taken.has(end + 1)) return [];
    const words = tokens.slice(first, end).map(({ text }) => text);
    return initialsOf(words).has(acronym.replaceAll('.', '')) ? [{ type, first: end + 1, end: end + 2 }] : [];
  });
  return [...names, ...acronyms].sort((a, b) => a.first - b.first);
}

/** "Russia-Ukraine", "U.S.-Japanese" */
function cutAtHyphen(tokens: readonly Token[], name: TaggedName): TaggedName[] {
  const hyphen = tokens.findIndex(
    ({ text }, index) => index > name.first && index < name.end - 1 && /^[-–]$/.test(text),
  );
  if (hyphen < 0) return [name];
  const halves = [
    { ...name, end: hyphen },
    { ...name, first: hyphen + 1 },
  ].map((half) => ({ half, text: textOf(tokens, half.first, half.end) }));
  const places = halves.every(({ text }) => placeNamed(text) ?? countryOfPeople(text));
  return places ? halves.map(({ half, text }) => ({ ...half, type: placeNamed(text) ? 'LOCATION' : 'GROUP' })) : [name];
}

/** Names by their first word: acronyms, and names of several words in capitals. */
function knownNames(sentences: readonly Sentence[]): Map<string, Map<string, TaggedName['type']>> {
  const known = new Map<string, Map<string, TaggedName['type']>>();
  for (const { tokens, names } of sentences) {
    for (const { type, first, end } of names) {
      const text = textOf(tokens, first, end);
      if (end - first > LONGEST || /^(?:DATE|MONEY|QUANTITY)$/.test(type) || !isTelling(tokens, first, end)) continue;
      const key = tokens[first]!.text;
      const names = known.get(key) ?? new Map<string, TaggedName['type']>();
      if (!names.has(text)) names.set(text, type);
      known.set(key, names);
    }
  }
  return known;
}

/** Not an ordinary word at the beginning of a sentence: an acronym, or several words with capitals. */
function isTelling(tokens: readonly Token[], first: number, end: number): boolean {
  if (end - first === 1) return /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,})$/u.test(tokens[first]!.text);
  return /^\p{Lu}/u.test(tokens[first]!.text) && /^\p{Lu}/u.test(tokens[end - 1]!.text);
}

function withKnownNames(
  sentence: Sentence,
  known: ReadonlyMap<string, ReadonlyMap<string, TaggedName['type']>>,
): Sentence {
  const { tokens } = sentence;
  const tagged = new Set(
    sentence.names.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, index) => first + index)),
  );
  const found: TaggedName[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const candidates = known.get(tokens[first]!.text);
    if (!candidates || tagged.has(first)) continue;
    for (let end = Math.min(tokens.length, first + LONGEST); end > first; end--) {
      const type = candidates.get(textOf(tokens, first, end));
      if (!type || Array.from({ length: end - first }, (_, index) => first + index).some((index) => tagged.has(index)))
        continue;
      found.push({ type, first, end });
      first = end - 1;
      break;
    }
  }
  return found.length === 0
    ? sentence
    : { ...sentence, names: [...sentence.names, ...found].sort((a, b) => a.first - b.first) };
}

const textOf = (tokens: readonly Token[], first: number, end: number): string =>
  tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll('’', "'");
