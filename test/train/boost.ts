/** Fits gradient-boosted trees (histogram splits). Deterministic for a seed. */
import type { Forest, Tree } from '../../src/claims/trees.ts';
import { eachAlone, type Loss } from './loss.ts';
import { random } from './random.ts';

export type Rows = {
  readonly features: readonly string[];
  /** Row by row, `features.length` values each. */
  readonly values: Float32Array;
  /** 1 supported, 0 not. */
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
};

export type BoostOptions = {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly bins: number;
  readonly rowShare: number;
  readonly featureShare: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastLeaf: number;
  readonly ridge: number;
  readonly seed: number;
  /** Per feature: 1 when more of it may only speak for support, -1 only against, 0 either way. */
  readonly directions?: readonly number[];
};

export const usualOptions: BoostOptions = {
  trees: 220,
  depth: 5,
  rate: 0.05,
  bins: 48,
  rowShare: 0.6,
  featureShare: 0.15,
  leastLeaf: 8,
  ridge: 4,
  seed: 7,
};

/** By default each row is judged alone. */
export function boost(rows: Rows, options: BoostOptions = usualOptions, loss: Loss = eachAlone(rows)): Forest {
  const n = rows.labels.length;
  const width = rows.features.length;
  const cuts = Array.from({ length: width }, (_, f) => cutPoints(rows, f, options.bins));
  const binned = binAll(rows, cuts);
  const next = random(options.seed);
  const margin = new Float64Array(n);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    const { gradient, hessian } = loss(margin, next);
    const members = pick(n, options.rowShare, next);
    const columns = pick(width, options.featureShare, next);
    const tree = grow(binned, cuts, gradient, hessian, members, columns, options);
    trees.push(tree);
    for (let i = 0; i < n; i++) margin[i] = (margin[i] ?? 0) + leafOf(tree, rows.values, i * width);
  }
  return { features: rows.features, base: 0, trees };
}

function leafOf(tree: Tree, values: Float32Array, offset: number): number {
  let node = 0;
  for (let f = tree.feature[0] ?? -1; f >= 0; f = tree.feature[node] ?? -1) {
    node = (tree.left[node] ?? 0) + ((values[offset + f] ?? 0) <= (tree.value[node] ?? 0) ? 0 : 1);
  }
  return tree.value[node] ?? 0;
}

function pick(n: number, share: number, next: () => number): Int32Array {
  const chosen: number[] = [];
  for (let i = 0; i < n; i++) if (next() < share) chosen.push(i);
  return Int32Array.from(chosen);
}

/** Values between the quantiles of a feature: at most `bins - 1` cuts. */
function cutPoints(rows: Rows, feature: number, bins: number): number[] {
  const width = rows.features.length;
  const sorted = Float32Array.from(rows.labels, (_, i) => rows.values[i * width + feature] ?? 0).sort();
  const cuts: number[] = [];
  for (let b = 1; b < bins; b++) {
    const at = Math.floor((sorted.length * b) / bins);
    const [low, high] = [sorted[at - 1] ?? 0, sorted[at] ?? 0];
    const cut = low === high ? low : Math.fround((low + high) / 2);
    if (cut !== cuts.at(-1) && cut < (sorted.at(-1) ?? 0)) cuts.push(cut);
  }
  return cuts;
}

/** Feature by feature: a split reads one feature of many rows. */
function binAll(rows: Rows, cuts: readonly (readonly number[])[]): Uint8Array {
  const width = rows.features.length;
  const n = rows.labels.length;
  const binned = new Uint8Array(rows.values.length);
  for (let i = 0; i < binned.length; i++) {
    const list = cuts[i % width] ?? [];
    const value = rows.values[i] ?? 0;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (list[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    binned[(i % width) * n + Math.floor(i / width)] = low;
  }
  return binned;
}

type Growing = { feature: number[]; value: number[]; left: number[] };

function grow(
  binned: Uint8Array,
  cuts: readonly (readonly number[])[],
  gradient: Float64Array,
  hessian: Float64Array,
  members: Int32Array,
  columns: Int32Array,
  options: BoostOptions,
): Tree {
  const tree: Growing = { feature: [], value: [], left: [] };
  const add = () => {
    tree.feature.push(-1);
    tree.value.push(0);
    return tree.left.push(0) - 1;
  };
  const round = (x: number) => Number(x.toPrecision(4));
  const split = (node: number, own: Int32Array, depth: number, low: number, high: number): void => {
    let [g, h] = [0, 0];
    for (const i of own) {
      g += gradient[i] ?? 0;
      h += hessian[i] ?? 0;
    }
    const best = depth > 0 ? bestSplit(binned, cuts, gradient, hessian, own, columns, options, g, h) : undefined;
    if (!best) {
      tree.value[node] = round(options.rate * Math.min(high, Math.max(low, -g / (h + options.ridge))));
      return;
    }
    const { feature, bin } = best;
    const start = feature * gradient.length;
    const goesLeft = (i: number) => (binned[start + i] ?? 0) <= bin;
    const left = add();
    add();
    tree.feature[node] = feature;
    tree.value[node] = cuts[feature]?.[bin] ?? 0;
    tree.left[node] = left;
    const direction = options.directions?.[feature] ?? 0;
    // Below a split on a feature with a direction, neither side may cross the middle.
    const middle = direction === 0 ? 0 : Math.min(high, Math.max(low, best.middle));
    const leftBounds = direction > 0 ? [low, middle] : direction < 0 ? [middle, high] : [low, high];
    const rightBounds = direction > 0 ? [middle, high] : direction < 0 ? [low, middle] : [low, high];
    split(left, own.filter(goesLeft), depth - 1, leftBounds[0] ?? low, leftBounds[1] ?? high);
    split(
      left + 1,
      own.filter(i => !goesLeft(i)),
      depth - 1,
      rightBounds[0] ?? low,
      rightBounds[1] ?? high,
    );
  };
  split(add(), members, options.depth, -Infinity, Infinity);
  return tree;
}

function bestSplit(
  binned: Uint8Array,
  cuts: readonly (readonly number[])[],
  gradient: Float64Array,
  hessian: Float64Array,
  own: Int32Array,
  columns: Int32Array,
  { leastLeaf, ridge, directions }: BoostOptions,
  g: number,
  h: number,
): { feature: number; bin: number; middle: number } | undefined {
  const n = gradient.length;
  const whole = (g * g) / (h + ridge);
  let best: { feature: number; bin: number; middle: number } | undefined;
  let most = 1e-6;
  const sums = new Float64Array(512);
  for (const feature of columns) {
    const bins = (cuts[feature]?.length ?? 0) + 1;
    sums.fill(0, 0, bins * 2);
    for (let k = 0; k < own.length; k++) {
      const i = own[k] ?? 0;
      const at = (binned[feature * n + i] ?? 0) * 2;
      sums[at] = (sums[at] ?? 0) + (gradient[i] ?? 0);
      sums[at + 1] = (sums[at + 1] ?? 0) + (hessian[i] ?? 0);
    }
    let [gl, hl] = [0, 0];
    for (let bin = 0; bin + 1 < bins; bin++) {
      gl += sums[bin * 2] ?? 0;
      hl += sums[bin * 2 + 1] ?? 0;
      if (hl < leastLeaf || h - hl < leastLeaf) continue;
      const gain = (gl * gl) / (hl + ridge) + ((g - gl) * (g - gl)) / (h - hl + ridge) - whole;
      if (gain <= most) continue;
      const [a, b] = [-gl / (hl + ridge), -(g - gl) / (h - hl + ridge)];
      if ((directions?.[feature] ?? 0) * (b - a) < 0) continue;
      [most, best] = [gain, { feature, bin, middle: (a + b) / 2 }];
    }
  }
  return best;
}
