/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of the items without repetition, all of them where there are fewer (Fisher and Yates). */
export function drawn<T>(items: readonly T[], size: number, random: () => number): T[] {
  const rest = [...items];
  return Array.from({ length: Math.min(size, items.length) }, () => {
    const at = Math.floor(random() * rest.length);
    return rest.splice(at, 1)[0]!;
  });
}
