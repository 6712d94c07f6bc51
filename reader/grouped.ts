/** Elements by key, in the order in which keys first come. (`Map.groupBy` is not in Node 20, which tests this.) */
export function grouped<T, Key>(elements: readonly T[], keyOf: (element: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const element of elements) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}
