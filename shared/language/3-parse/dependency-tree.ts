/**
 * The best tree over a sentence, by Chu and Liu (1965) and Edmonds (1967): each word takes its best head; cycles are
 * contracted to one node until none is left, then opened again where they are entered. Quadratic in the words.
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
  const scores = Array.from({ length: size + 1 }, () => new Float64Array(size + 1).fill(-Infinity));
  for (let child = 1; child <= size; child++) {
    const row = scores[child]!;
    for (let head = 0; head <= size; head++) if (head !== child) row[head] = bounded(score(child - 1, head - 1));
  }
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

function bestHeads(scores: readonly Float64Array[]): number[] {
  const all = [...scores.keys()];
  return scores.map((row, child) => (child === ROOT ? ROOT : bestHead(row, all)));
}

function bestHead(row: Float64Array, heads: readonly number[]): number {
  let best = ROOT;
  for (const head of heads) if (row[head]! > row[best]!) best = head;
  return best;
}

const isSingleRooted = (heads: readonly number[]): boolean =>
  heads.filter((head, child) => child !== ROOT && head === ROOT).length === 1 && cycleIn(heads) === undefined;

/** The nodes of one cycle, or nothing. */
function cycleIn(heads: readonly number[], nodes: Iterable<number> = heads.keys()): number[] | undefined {
  const seenFrom = new Int32Array(heads.length).fill(-1);
  for (const start of nodes) {
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

/** A cycle that stands as one node, its first member, and what is needed to open it again. */
interface Contraction {
  readonly members: readonly number[];
  /** Each member's head in the cycle. */
  readonly inside: readonly number[];
  /** By head outside: the member that it would take for its child, breaking the cycle there. */
  readonly entry: Int32Array;
  /** By child outside: the member that would be its head. */
  readonly governor: Int32Array;
}

/** Heads of the best tree, of however many words at the root. Overwrites the scores. */
function spanningTree(scores: readonly Float64Array[]): number[] {
  const heads = bestHeads(scores);
  const contractions: Contraction[] = [];
  let nodes = [...heads.keys()];
  for (let members = cycleIn(heads, nodes); members !== undefined; members = cycleIn(heads, nodes)) {
    const inCycle = new Set(members);
    const outside = nodes.filter((node) => !inCycle.has(node));
    contractions.push(contract(scores, heads, members, outside));
    const [joined] = members as [number];
    for (const node of outside) if (inCycle.has(heads[node]!)) heads[node] = joined;
    heads[joined] = bestHead(scores[joined]!, outside);
    nodes = [...outside, joined];
  }
  for (const contraction of contractions.reverse()) open(contraction, heads);
  return heads;
}

/** Writes the scores of the joined node over those of the cycle's first member. */
function contract(
  scores: readonly Float64Array[],
  heads: readonly number[],
  members: readonly number[],
  outside: readonly number[],
): Contraction {
  const [joined] = members as [number];
  const inside = members.map((member) => heads[member]!);
  const given = members.map((member, place) => scores[member]![inside[place]!]!);
  const entry = new Int32Array(scores.length);
  const governor = new Int32Array(scores.length);
  for (const node of outside) {
    let strongest = joined;
    let gain = -Infinity;
    for (const [place, member] of members.entries()) {
      if (scores[node]![member]! > scores[node]![strongest]!) strongest = member;
      // To enter here costs what the cycle gave this member.
      const gained = scores[member]![node]! - given[place]!;
      if (gained > gain) {
        gain = gained;
        entry[node] = member;
      }
    }
    governor[node] = strongest;
    scores[node]![joined] = scores[node]![strongest]!;
    scores[joined]![node] = gain;
  }
  return { members, inside, entry, governor };
}

function open({ members, inside, entry, governor }: Contraction, heads: number[]): void {
  const [joined] = members as [number];
  const entering = heads[joined]!;
  for (const [node, head] of heads.entries()) if (head === joined && node !== ROOT) heads[node] = governor[node]!;
  for (const [place, member] of members.entries()) heads[member] = inside[place]!;
  heads[entry[entering]!] = entering;
}
