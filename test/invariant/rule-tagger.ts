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
  const subject = names.find(({ end }) => end === root) ?? names.find(({ first }) => first === root + 1);
  const tokens = words.map((word, index) => {
    if (index === root) return { ...word, pos: 'VERB' as const, head: -1, relation: 'root' };
    if (!/\w/.test(word.text)) return { ...word, pos: 'PUNCT' as const, head: root, relation: 'punct' };
    const isSubject = subject !== undefined && index === subject.end - 1;
    const pos = word.text in TYPES ? ('PROPN' as const) : ('NOUN' as const);
    return { ...word, pos, head: root, relation: isSubject ? 'nsubj' : 'dep' };
  });
  return { paragraph, tokens, names };
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
