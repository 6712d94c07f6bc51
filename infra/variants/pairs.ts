/** A variant: of each parameter the place of its choice. */
type Row = readonly number[];

const pairId = (one: number, choice: number, other: number, otherChoice: number): string =>
  one < other ? `${one}=${choice} ${other}=${otherChoice}` : `${other}=${otherChoice} ${one}=${choice}`;

/**
 * Few variants in which every two choices of two parameters meet at least once.
 * @param sizes how many choices each parameter has.
 */
export function pairwise(sizes: readonly number[]): Row[] {
  const open = new Map<string, readonly [one: number, choice: number, other: number, otherChoice: number]>();
  sizes.forEach((size, one) => {
    for (let other = one + 1; other < sizes.length; other++)
      for (let choice = 0; choice < size; choice++)
        for (let otherChoice = 0; otherChoice < sizes[other]!; otherChoice++)
          open.set(pairId(one, choice, other, otherChoice), [one, choice, other, otherChoice]);
  });
  const rows: Row[] = [];
  for (let next = open.values().next(); !next.done; next = open.values().next()) {
    const [one, choice, other, otherChoice] = next.value;
    const row = new Map([
      [one, choice],
      [other, otherChoice],
    ]);
    sizes.forEach((size, parameter) => {
      if (row.has(parameter)) return;
      const gains = Array.from({ length: size }, (_, candidate) => {
        return [...row].filter(([set, chosen]) => open.has(pairId(set, chosen, parameter, candidate))).length;
      });
      row.set(parameter, gains.indexOf(Math.max(...gains)));
    });
    const full = sizes.map((_, parameter) => row.get(parameter)!);
    full.forEach((chosen, parameter) => {
      full.forEach((otherChosen, otherParameter) =>
        open.delete(pairId(parameter, chosen, otherParameter, otherChosen)),
      );
    });
    rows.push(full);
  }
  return rows;
}
