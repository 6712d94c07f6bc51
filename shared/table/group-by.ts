/** Groups in the order of their first elements; `Map.groupBy` comes with Node 21. */
export function groupBy<T>(list: readonly T[], keyOf: (element: T) => string | number): T[][] {
  const groups = new Map<string | number, T[]>();
  for (const element of list) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return [...groups.values()];
}
