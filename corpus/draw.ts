import { createHash } from 'node:crypto';

/** Of every draw here; a draw is repeated by its name. */
const SEED = 'news-statements-1';

/** The same number, 0..1, for the same name. */
const chance = (name: string): number =>
  (createHash('sha256').update(`${SEED} ${name}`).digest().readUIntBE(0, 6) + 1) / (2 ** 48 + 1);

/** Some of all, without repetition, each with a chance in proportion to its weight; the order is that of the draw. */
export function draw<T>(
  draw: string,
  all: readonly T[],
  size: number,
  name: (one: T) => string,
  weight: (one: T) => number = () => 1,
): T[] {
  const key = (one: T) => -Math.log(chance(`${draw} ${name(one)}`)) / weight(one);
  return all
    .filter((one) => weight(one) > 0)
    .map((one) => ({ one, key: key(one) }))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ one }) => one);
}
