/** Gradient-boosted trees: the shape they are stored in, and how they answer. Training is in test/train. */

export type Tree = {
  /** Feature tested at each inner node; -1 marks a leaf. */
  readonly feature: readonly number[];
  /** At inner nodes: go left when the value is at most this. At leaves: the answer. */
  readonly value: readonly number[];
  /** Left child; the right one follows it. */
  readonly left: readonly number[];
};

export type Forest = {
  readonly features: readonly string[];
  /** Log odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
};

/** The nodes of all trees one after another, near each other in the processor's memory; children by their place there. */
type Nodes = {
  readonly roots: readonly number[];
  readonly feature: Int16Array;
  readonly value: Float64Array;
  readonly left: Int32Array;
};

const laidOut = new WeakMap<Forest, Nodes>();

/** The sum of all trees for one row of feature values, in log odds. */
export function decide(forest: Forest, row: ArrayLike<number>): number {
  const { roots, feature, value, left } = nodesOf(forest);
  let sum = forest.base;
  for (const root of roots) {
    let node = root;
    for (let asked = feature[node] ?? -1; asked >= 0; asked = feature[node] ?? -1) {
      node = (left[node] ?? 0) + ((row[asked] ?? 0) <= (value[node] ?? 0) ? 0 : 1);
    }
    sum += value[node] ?? 0;
  }
  return sum;
}

function nodesOf(forest: Forest): Nodes {
  const known = laidOut.get(forest);
  if (known) return known;
  const roots: number[] = [];
  let count = 0;
  for (const { feature } of forest.trees) {
    roots.push(count);
    count += feature.length;
  }
  const nodes = {
    roots,
    feature: Int16Array.from(forest.trees.flatMap(tree => tree.feature)),
    value: Float64Array.from(forest.trees.flatMap(tree => tree.value)),
    left: Int32Array.from(forest.trees.flatMap(({ left }, t) => left.map(child => child + (roots[t] ?? 0)))),
  };
  laidOut.set(forest, nodes);
  return nodes;
}
