import { ENTITY_TYPES, type Beliefs, type EntityType, type TaggedName } from '../document.ts';
import { ModelMismatch } from './model-files.ts';

/**
 * What a word's tag says: outside of names, or the beginning or inside of one. `begins`: index of an inside's "B-" tag;
 * `shift`: added to its scores.
 */
export type NameTag =
  | { readonly place: 'O'; readonly shift: number }
  | { readonly place: 'B'; readonly type: EntityType; readonly shift: number }
  | { readonly place: 'I'; readonly type: EntityType; readonly shift: number; readonly begins: number };

/** Throws ModelMismatch unless the labels are "O" and a "B-" and an "I-" for each of our types. `shifts` by type. */
export function parseNameTags(labels: readonly string[], shifts: Readonly<Record<string, number>> = {}): NameTag[] {
  const expected = ['O', ...ENTITY_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])];
  if (labels.toSorted().join() !== expected.toSorted().join()) {
    throw new ModelMismatch(`its entity labels are ${labels.join(' ')}, not ${expected.join(' ')}`);
  }
  return labels.map((label) => {
    if (label === 'O') return { place: 'O', shift: 0 };
    const type = label.slice(2) as EntityType;
    const shift = shifts[type] ?? 0;
    return label.startsWith('B')
      ? { place: 'B', type, shift }
      : { place: 'I', type, shift, begins: labels.indexOf(`B-${type}`) };
  });
}

/**
 * The names of the best valid tag sequence (Viterbi): the inside of a name only follows its beginning or inside.
 * `score(word, tag)`: logits; what is no number counts as very unlikely.
 */
export function bestNames(
  size: number,
  tags: readonly NameTag[],
  score: (word: number, tag: number) => number,
): TaggedName[] {
  if (size === 0) return [];
  let totals = tags.map((tag, index) => (tag.place === 'I' ? -Infinity : numeric(score(0, index)) + tag.shift));
  const cameFrom: number[][] = [];
  for (let word = 1; word < size; word++) {
    const best = indexOfBest(totals);
    const before = tags.map((tag, index) => {
      if (tag.place !== 'I') return best;
      return totals[tag.begins]! > totals[index]! ? tag.begins : index;
    });
    totals = before.map((previous, index) => totals[previous]! + numeric(score(word, index)) + tags[index]!.shift);
    cameFrom.push(before);
  }

  const names: TaggedName[] = [];
  let index = indexOfBest(totals);
  let end = size;
  for (let word = size - 1; word >= 0; word--) {
    const tag = tags[index]!;
    if (tag.place === 'B') {
      names.push({ type: tag.type, first: word, end, beliefs: beliefsIn(word, end, tag.type, tags, score) });
    }
    if (tag.place !== 'I') end = word;
    if (word > 0) index = cameFrom[word - 1]![index]!;
  }
  return names.reverse();
}

/** What the scores give the same words under each type, against the type that they were given. */
function beliefsIn(
  first: number,
  end: number,
  type: EntityType,
  tags: readonly NameTag[],
  score: (word: number, tag: number) => number,
): Beliefs {
  const totals = new Map<EntityType, number>();
  for (const [index, tag] of tags.entries()) {
    if (tag.place === 'O') continue;
    let total = totals.get(tag.type) ?? 0;
    if (tag.place === 'B') total += numeric(score(first, index)) + tag.shift;
    else for (let word = first + 1; word < end; word++) total += numeric(score(word, index));
    totals.set(tag.type, total);
  }
  const own = totals.get(type)!;
  return Object.fromEntries(
    [...totals].map(([other, total]) => [other, Math.round((10 * (total - own)) / (end - first)) / 10]),
  );
}

const indexOfBest = (totals: readonly number[]): number =>
  totals.reduce((best, total, index) => (total > totals[best]! ? index : best), 0);

const UNLIKELY = -1e6;
const numeric = (score: number): number => (Number.isFinite(score) ? score : UNLIKELY);
