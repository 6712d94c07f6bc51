import type { EntityType, Sentence, SplitSentence, TaggedName, Tagger, Word } from '../../shared/language/document.ts';

/** What the articles of this test name. */
const TYPES: Readonly<Record<string, EntityType>> = {
  Mara: 'PERSON',
  Odo: 'PERSON',
  Quill: 'PERSON',
  Brandt: 'PERSON',
  Tarn: 'LOCATION',
  Harbor: 'LOCATION',
  Ferry: 'ORGANIZATION',
  Council: 'ORGANIZATION',
  '2019': 'DATE',
};

/**
 * Tags by a list, in no time: the model's place in tests of what becomes of an analysis, not of how good it is.
 * Version 2 knows no organisations, and fewer places: what it leaves out must leave the table.
 */
export const ruleTagger =
  (version: number): Tagger =>
  (sentences) =>
    Promise.resolve(sentences.map((sentence) => tag(sentence, version)));

function tag({ paragraph, words }: SplitSentence, version: number): Sentence {
  const root = Math.max(
    0,
    words.findIndex(({ text }) => text === 'said'),
  );
  const names = namesOf(words, version);
  const subjects = subjectsOf(words, names, root);
  const tokens = words.map((word, index) => {
    if (index === root) return { ...word, pos: 'VERB' as const, head: -1, relation: 'root' };
    if (!/\w/.test(word.text)) return { ...word, pos: 'PUNCT' as const, head: root, relation: 'punct' };
    return { ...word, ...(joined(index, subjects, root) ?? alone(word, index, subjects, root)) };
  });
  return { paragraph, tokens, names };
}

/** Who says: the name before the verb or after it, and those that an "and" joins to it, in the order of the text. */
function subjectsOf(words: readonly Word[], names: readonly TaggedName[], root: number): TaggedName[] {
  const isJoined = (one: TaggedName | undefined, next: TaggedName | undefined) =>
    one !== undefined && next?.first === one.end + 1 && words[one.end]!.text === 'and';
  let first = names.findIndex(({ end }) => end === root);
  if (first < 0) first = names.findIndex((name) => name.first === root + 1);
  if (first < 0) return [];
  let last = first;
  while (isJoined(names[first - 1], names[first])) first--;
  while (isJoined(names[last], names[last + 1])) last++;
  return names.slice(first, last + 1);
}

/** The tree of "Odo Brandt and Mara Quill": the last word of each name, the later ones under the first, each "and" under what follows. */
function joined(index: number, subjects: readonly TaggedName[], root: number) {
  const [first, ...others] = subjects;
  if (!first || others.length === 0) return undefined;
  const name = subjects.find((name) => name.first <= index && index < name.end);
  if (name && index < name.end - 1) return { pos: 'PROPN' as const, head: name.end - 1, relation: 'compound' };
  if (name === first) return { pos: 'PROPN' as const, head: root, relation: 'nsubj' };
  if (name) return { pos: 'PROPN' as const, head: first.end - 1, relation: 'conj' };
  const next = others.find((other) => other.first === index + 1);
  return next && { pos: 'CCONJ' as const, head: next.end - 1, relation: 'cc' };
}

function alone({ text }: Word, index: number, [subject]: readonly TaggedName[], root: number) {
  const pos = text in TYPES ? ('PROPN' as const) : ('NOUN' as const);
  return { pos, head: root, relation: index + 1 === subject?.end ? 'nsubj' : 'dep' };
}

function namesOf(words: readonly Word[], version: number): TaggedName[] {
  const names: TaggedName[] = [];
  words.forEach(({ text }, index) => {
    const type = TYPES[text];
    if (!type || (version > 1 && type === 'ORGANIZATION')) return;
    const last = names.at(-1);
    if (last?.end === index && last.type === type) names.splice(-1, 1, { ...last, end: index + 1 });
    else names.push({ type, first: index, end: index + 1 });
  });
  return names;
}
