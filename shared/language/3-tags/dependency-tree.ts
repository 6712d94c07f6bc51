/**
 * The best tree over a sentence, by Chu and Liu (1965) and Edmonds (1967): each word takes its best head; a cycle is
 * contracted to one node and solved again. Quadratic per contraction in the words of one sentence or window.
 */

/** Stands for the root where a node's head is named. */
const ROOT = 0;

/**
 * Heads of the highest-scoring tree with exactly one word at its root: -1 for that word, else the index of the head.
 * `score(word, head)` is read for head -1 (the root) and for every other word; what is not finite counts as impossible.
 */
export function bestTree(size: number, score: (word: number, head: number) => number): number[] {
  if (size === 0) return [];
  // Node 0 is the root, node i + 1 word i. scores[child][head].
  const scores = Array.from({ length: size + 1 }, (_, child) =>
    Float64Array.from({ length: size + 1 }, (_, head) =>
      child === ROOT || child === head ? -Infinity : bounded(score(child - 1, head - 1)),
    ),
  );
  let heads = bestHeads(scores);
  if (!isSingleRooted(heads)) {
    // A second word at the root must cost more than all else can gain.
    const [lowest, highest] = range(scores);
    const penalty = (highest - lowest + 1) * (size + 1);
    for (const row of scores) row[ROOT]! -= penalty;
    heads = spanningTree(scores);
  }
  return heads.slice(1).map((head) => head - 1);
}

/** Scores beyond are impossible anyway; the bound keeps their sums exact enough. */
const BOUND = 1e6;
const bounded = (score: number): number => (Number.isNaN(score) ? -BOUND : Math.min(BOUND, Math.max(-BOUND, score)));

function range(scores: readonly Float64Array[]): [number, number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const row of scores) {
    for (const score of row) {
      if (score === -Infinity) continue;
      lowest = Math.min(lowest, score);
      highest = Math.max(highest, score);
    }
  }
  return [lowest, highest];
}

/** The best head of each node; the root's is itself. */
const bestHeads = (scores: readonly Float64Array[]): number[] =>
  scores.map((row, child) => (child === ROOT ? ROOT : indexOfBest(row)));

function indexOfBest(row: Float64Array): number {
  let best = 0;
  for (let index = 1; index < row.length; index++) if (row[index]! > row[best]!) best = index;
  return best;
}

const isSingleRooted = (heads: readonly number[]): boolean =>
  heads.filter((head, child) => child !== ROOT && head === ROOT).length === 1 && cycleIn(heads) === undefined;

/** The nodes of one cycle, in no order, or nothing. */
function cycleIn(heads: readonly number[]): number[] | undefined {
  const seenFrom = new Int32Array(heads.length).fill(-1);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node !== ROOT && seenFrom[node] === -1) {
      seenFrom[node] = start;
      node = heads[node]!;
    }
    if (node === ROOT || seenFrom[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return undefined;
}

/** Heads of the best tree, of however many words at the root. */
function spanningTree(scores: readonly Float64Array[]): number[] {
  const heads = bestHeads(scores);
  const cycle = cycleIn(heads);
  if (cycle === undefined) return heads;

  // Contract: the nodes outside keep their order, the cycle becomes the last node.
  const inCycle = new Set(cycle);
  const outside = scores.map((_, node) => node).filter((node) => !inCycle.has(node));
  const joined = outside.length;
  const contracted = Array.from({ length: joined + 1 }, () => new Float64Array(joined + 1).fill(-Infinity));
  const entered = new Int32Array(joined); // the cycle's node that an outside head enters by
  const left = new Int32Array(joined); // the cycle's node that governs an outside child
  for (const [place, node] of outside.entries()) {
    for (const [headPlace, head] of outside.entries()) contracted[place]![headPlace] = scores[node]![head]!;
    for (const member of cycle) {
      const governing = scores[node]![member]!;
      if (governing > contracted[place]![joined]!) {
        contracted[place]![joined] = governing;
        left[place] = member;
      }
      // Entering the cycle here breaks the arc that this member had inside it.
      const entering = scores[member]![node]! - scores[member]![heads[member]!]!;
      if (entering > contracted[joined]![place]!) {
        contracted[joined]![place] = entering;
        entered[place] = member;
      }
    }
  }

  const solved = spanningTree(contracted);
  const entry = solved[joined]!;
  for (const [place, node] of outside.entries()) {
    if (node !== ROOT) heads[node] = solved[place] === joined ? left[place]! : outside[solved[place]!]!;
  }
  heads[entered[entry]!] = outside[entry]!;
  return heads;
}
