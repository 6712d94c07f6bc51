import { NAMES, type EntityType, type Sentence, type TaggedName } from '../document.ts';

/** A type that has this many times the mentions of all others together is the name's; less is no agreement. */
const MAJORITY = 2;

/** One mention says nothing about another. */
const LEAST_MENTIONS = 2;

/**
 * Within an article one name has one type (Krishnan and Manning 2006): a mention that differs from what most mentions
 * of the same words say takes their type. Borders stay.
 */
export function agreeOnNames(sentences: readonly Sentence[]): Sentence[] {
  const decided = decidedTypes(sentences);
  return sentences.map((sentence) => ({
    ...sentence,
    names: sentence.names.map((name) =>
      NAMES.has(name.type) ? { ...name, type: decided.get(wordsOf(name, sentence)) ?? name.type } : name,
    ),
  }));
}

function decidedTypes(sentences: readonly Sentence[]): ReadonlyMap<string, EntityType> {
  const counts = new Map<string, Map<EntityType, number>>();
  for (const sentence of sentences) {
    for (const name of sentence.names.filter(({ type }) => NAMES.has(type))) {
      const words = wordsOf(name, sentence);
      const types = counts.get(words) ?? new Map<EntityType, number>();
      counts.set(words, types.set(name.type, (types.get(name.type) ?? 0) + 1));
    }
  }
  const decided = new Map<string, EntityType>();
  for (const [words, types] of counts) {
    const mentions = [...types.values()].reduce((sum, count) => sum + count, 0);
    for (const [type, count] of types) {
      if (count >= LEAST_MENTIONS && count >= MAJORITY * (mentions - count)) decided.set(words, type);
    }
  }
  return decided;
}

const wordsOf = ({ first, end }: TaggedName, { tokens }: Sentence): string =>
  tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ');
