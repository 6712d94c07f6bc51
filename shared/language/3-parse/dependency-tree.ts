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
  const scores = new ArcScores(size, score);
  let heads = bestHeads(scores);
  if (!isSingleRooted(heads)) {
    scores.makeRootsDear();
    heads = spanningTree(scores);
  }
  return heads.slice(1).map((head) => head - 1);
}

/** Scores beyond are impossible anyway; the bound keeps their sums exact enough. */
const BOUND = 1e6;
const bounded = (score: number): number => (Number.isNaN(score) ? -BOUND : Math.min(BOUND, Math.max(-BOUND, score)));

/** What each node gives each head. Node 0 is the root, node i + 1 word i. */
class ArcScores {
  /** How many nodes there are. */
  readonly size: number;
  private readonly values: Float64Array;

  constructor(words: number, score: (word: number, head: number) => number) {
    this.size = words + 1;
    this.values = new Float64Array(this.size * this.size).fill(-Infinity);
    for (let child = 1; child <= words; child++)
      for (let head = 0; head <= words; head++)
        if (head !== child) this.set(child, head, bounded(score(child - 1, head - 1)));
  }

  get(child: number, head: number): number {
    return this.values[child * this.size + head] ?? -Infinity;
  }

  set(child: number, head: number, score: number): void {
    this.values[child * this.size + head] = score;
  }

  /** A second word at the root then costs more than all else can gain. */
  makeRootsDear(): void {
    const finite = this.values.filter((score) => score !== -Infinity);
    const [lowest, highest] = finite.reduce(
      ([low, high], score) => [Math.min(low, score), Math.max(high, score)],
      [Infinity, -Infinity],
    );
    const penalty = (highest - lowest + 1) * this.size;
    for (let child = 0; child < this.size; child++) this.set(child, ROOT, this.get(child, ROOT) - penalty);
  }

  /** The head that the scores prefer; of equals the first. */
  bestHead(child: number, heads: readonly number[]): number {
    let best = ROOT;
    let most = this.get(child, ROOT);
    for (const head of heads) {
      const score = this.get(child, head);
      if (score > most) [best, most] = [head, score];
    }
    return best;
  }
}

function bestHeads(scores: ArcScores): number[] {
  const all = Array.from({ length: scores.size }, (_, node) => node);
  return all.map((child) => (child === ROOT ? ROOT : scores.bestHead(child, all)));
}

const isSingleRooted = (heads: readonly number[]): boolean =>
  heads.filter((head, child) => child !== ROOT && head === ROOT).length === 1 && cycleIn(heads) === undefined;

/** The nodes of one cycle, or nothing. */
function cycleIn(heads: readonly number[], nodes: Iterable<number> = heads.keys()): Cycle | undefined {
  const seenFrom = new Int32Array(heads.length).fill(-1);
  const headOf = (node: number): number => heads[node] ?? ROOT;
  for (const start of nodes) {
    let node = start;
    while (node !== ROOT && seenFrom[node] === -1) {
      seenFrom[node] = start;
      node = headOf(node);
    }
    if (node === ROOT || seenFrom[node] !== start) continue;
    const cycle: Cycle = [node];
    for (let next = headOf(node); next !== node; next = headOf(next)) cycle.push(next);
    return cycle;
  }
  return undefined;
}

type Cycle = [first: number, ...others: number[]];

/** A cycle that stands as one node, its first member, and what is needed to open it again. */
interface Contraction {
  readonly joined: number;
  /** Each member's head in the cycle. */
  readonly inside: ReadonlyMap<number, number>;
  /** By head outside: the member that it would take for its child, breaking the cycle there. */
  readonly entry: Int32Array;
  /** By child outside: the member that would be its head. */
  readonly governor: Int32Array;
}

/** Heads of the best tree, of however many words at the root. Overwrites the scores. */
function spanningTree(scores: ArcScores): number[] {
  const heads = bestHeads(scores);
  const contractions: Contraction[] = [];
  let nodes = [...heads.keys()];
  for (let members = cycleIn(heads, nodes); members !== undefined; members = cycleIn(heads, nodes)) {
    const inCycle = new Set(members);
    const outside = nodes.filter((node) => !inCycle.has(node));
    contractions.push(contract(scores, heads, members, outside));
    const [joined] = members;
    for (const node of outside) if (inCycle.has(heads[node] ?? ROOT)) heads[node] = joined;
    heads[joined] = scores.bestHead(joined, outside);
    nodes = [...outside, joined];
  }
  for (const contraction of contractions.reverse()) open(contraction, heads);
  return heads;
}

/** Writes the scores of the joined node over those of the cycle's first member. */
function contract(
  scores: ArcScores,
  heads: readonly number[],
  members: Cycle,
  outside: readonly number[],
): Contraction {
  const [joined] = members;
  const inside = new Map(members.map((member) => [member, heads[member] ?? ROOT]));
  // To enter at a member costs what the cycle gave it.
  const given = [...inside].map(([member, head]) => [member, scores.get(member, head)] as const);
  const entry = new Int32Array(scores.size);
  const governor = new Int32Array(scores.size);
  for (const node of outside) {
    let [strongest, most] = [joined, scores.get(node, joined)];
    let gain = -Infinity;
    for (const [member, cost] of given) {
      const score = scores.get(node, member);
      if (score > most) [strongest, most] = [member, score];
      const gained = scores.get(member, node) - cost;
      if (gained > gain) {
        gain = gained;
        entry[node] = member;
      }
    }
    governor[node] = strongest;
    scores.set(node, joined, most);
    scores.set(joined, node, gain);
  }
  return { joined, inside, entry, governor };
}

function open({ joined, inside, entry, governor }: Contraction, heads: number[]): void {
  const entering = heads[joined] ?? ROOT;
  for (const [node, head] of heads.entries())
    if (head === joined && node !== ROOT) heads[node] = governor[node] ?? ROOT;
  for (const [member, head] of inside) heads[member] = head;
  heads[entry[entering] ?? joined] = entering;
}
