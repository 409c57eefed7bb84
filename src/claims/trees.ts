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

/** The sum of all trees for one row of feature values, in log odds. */
export function decide(forest: Forest, row: ArrayLike<number>): number {
  let sum = forest.base;
  for (const { feature, value, left } of forest.trees) {
    let node = 0;
    for (let asked = feature[0] ?? -1; asked >= 0; asked = feature[node] ?? -1) {
      node = (left[node] ?? 0) + ((row[asked] ?? 0) <= (value[node] ?? 0) ? 0 : 1);
    }
    sum += value[node] ?? 0;
  }
  return sum;
}
