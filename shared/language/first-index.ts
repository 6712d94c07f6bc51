/** Index of the first item in [low, high) that fits, where all behind it fit as well; `high` where none does. */
export function firstIndex<Item>(
  items: ArrayLike<Item>,
  fits: (item: Item) => boolean,
  low = 0,
  high = items.length,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
