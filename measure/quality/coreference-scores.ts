/** Clusters of mentions; a mention is a string that is the same in key and response. */
export type Clusters = readonly (readonly string[])[];

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Sums of numerators and denominators over documents, as the CoNLL-2012 scorer adds them up. */
export class Fraction {
  private right = { precision: 0, recall: 0 };
  private whole = { precision: 0, recall: 0 };

  add(precision: readonly [number, number], recall: readonly [number, number]): void {
    this.right.precision += precision[0];
    this.whole.precision += precision[1];
    this.right.recall += recall[0];
    this.whole.recall += recall[1];
  }

  score(): Score {
    const precision = this.right.precision / Math.max(1, this.whole.precision);
    const recall = this.right.recall / Math.max(1, this.whole.recall);
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
  }
}

type Ratio = readonly [number, number];

/** Links (Vilain et al. 1995): for recall, how many links of each key cluster the response keeps. */
export function muc(key: Clusters, response: Clusters): { precision: Ratio; recall: Ratio } {
  const links = (clusters: Clusters, others: Clusters): Ratio => {
    const at = clusterOf(others);
    let right = 0;
    let whole = 0;
    for (const cluster of clusters) {
      const missing = cluster.filter((mention) => !at.has(mention)).length;
      const parts = new Set(cluster.flatMap((mention) => at.get(mention) ?? [])).size + missing;
      right += cluster.length - parts;
      whole += cluster.length - 1;
    }
    return [right, whole];
  };
  return { precision: links(response, key), recall: links(key, response) };
}

/** Mentions (Bagga and Baldwin 1998): for recall, the share of its key cluster that each mention is found with. */
export function bCubed(key: Clusters, response: Clusters): { precision: Ratio; recall: Ratio } {
  const shares = (clusters: Clusters, others: Clusters): Ratio => {
    const at = clusterOf(others);
    let right = 0;
    let whole = 0;
    for (const cluster of clusters) {
      const together = new Map<number, number>();
      for (const mention of cluster) {
        const other = at.get(mention);
        if (other !== undefined) together.set(other, (together.get(other) ?? 0) + 1);
      }
      for (const count of together.values()) right += (count * count) / cluster.length;
      whole += cluster.length;
    }
    return [right, whole];
  };
  return { precision: shares(response, key), recall: shares(key, response) };
}

/** Entities (Luo 2005, phi 4): clusters aligned one to one by the assignment with the greatest similarity. */
export function ceafe(key: Clusters, response: Clusters): { precision: Ratio; recall: Ratio } {
  const at = clusterOf(response);
  const similarity = key.map((cluster) => {
    const together = new Map<number, number>();
    for (const mention of cluster) {
      const other = at.get(mention);
      if (other !== undefined) together.set(other, (together.get(other) ?? 0) + 1);
    }
    return new Map(
      [...together].map(([other, count]) => [other, (2 * count) / (cluster.length + response[other]!.length)]),
    );
  });
  const best = greatestAssignment(similarity, response.length);
  return { precision: [best, response.length], recall: [best, key.length] };
}

const clusterOf = (clusters: Clusters): Map<string, number> =>
  new Map(clusters.flatMap((cluster, index) => cluster.map((mention) => [mention, index] as const)));

/** The Hungarian algorithm in O(n^3), after e-maxx; rows to columns, missing entries are 0. */
function greatestAssignment(rows: readonly ReadonlyMap<number, number>[], columns: number): number {
  const size = Math.max(rows.length, columns);
  const cost = (row: number, column: number) => -(rows[row - 1]?.get(column - 1) ?? 0);
  const u = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    let column = 0;
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue;
        const reduced = cost(current, other) - u[current]! - v[other]!;
        if (reduced < least[other]!) {
          least[other] = reduced;
          way[other] = column;
        }
        if (least[other]! < delta) {
          delta = least[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (used[other]) {
          u[rowOf[other]!]! += delta;
          v[other]! -= delta;
        } else least[other]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const previous = way[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    } while (column !== 0);
  }
  let total = 0;
  for (let column = 1; column <= size; column++) total -= cost(rowOf[column]!, column);
  return total;
}
