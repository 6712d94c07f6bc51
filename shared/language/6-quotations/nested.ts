import type { Draft, Place } from './drafts.ts';
import { nodesIn, type ParagraphTree } from './paragraph-tree.ts';

/**
 * Drops what is reported inside what somebody reports: "she said he hopes to win" is hers whole, and no word of his.
 * Words in marks, and what another who is named says in a clause of its own, keep their attribution.
 */
export function withoutNested(drafts: readonly Draft[], trees: readonly ParagraphTree[]): Draft[] {
  const reaches = trees.map(({ nodes }) => new Int32Array(nodes.length).fill(-1));
  const free = new Set<Draft>();
  let paragraph = -1;
  let reach = -1;
  for (const [place, draft] of outermostFirst(drafts)) {
    if (place.paragraph !== paragraph) reach = -1;
    paragraph = place.paragraph;
    if (place.last > reach) free.add(draft);
    reach = Math.max(reach, place.last);
    reaches[paragraph]![place.first] = reach;
  }
  for (const reached of reaches)
    for (let at = 1; at < reached.length; at++) reached[at] = Math.max(reached[at]!, reached[at - 1]!);
  return drafts.filter(
    (draft) =>
      draft.quoted || free.has(draft) || isSayingOfAnother(draft, trees[draft.paragraph]!, reaches[draft.paragraph]!),
  );
}

/** The contents of all drafts in reading order, what holds others before them, and of equal ones what was found first. */
function outermostFirst(drafts: readonly Draft[]): (readonly [Place, Draft])[] {
  return drafts
    .flatMap((draft) => draft.contents.map((place) => [place, draft] as const))
    .sort(
      ([a, { number: m }], [b, { number: n }]) =>
        a.paragraph - b.paragraph || a.first - b.first || b.last - a.last || m - n,
    );
}

/** `The report says Okonkwo told the police that …`: the source, too, stands in what is reported. */
function isSayingOfAnother(
  { link: { cueKind, source, rule } }: Draft,
  tree: ParagraphTree,
  reaches: Int32Array,
): boolean {
  if (cueKind !== 'assertion' || rule !== 'that' || !source || reaches[source.first]! < source.last) return false;
  return nodesIn(tree, source).some(({ pos }) => pos === 'PROPN');
}
