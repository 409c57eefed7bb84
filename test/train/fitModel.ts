/** Fits the shipped model: two forests on labelled open sets and rule-made pairs, one free, one bound to directions. */
import { logOdds, type Model } from '../../src/claims/model.ts';
import type { Forest } from '../../src/claims/trees.ts';
import { type BoostOptions, boost, usualOptions } from './boost.ts';
import { directionOf, tellsTheClaim } from './directions.ts';
import type { Row } from './featureRows.ts';

/** How much each set counts, whatever its size; both labels of a set count alike. */
const setWeights: Readonly<Record<string, number>> = {
  wice: 1.5,
  feverous: 0.5,
  rule_copy: 1,
  rule_edit: 1,
  rule_gone: 0.5,
};

/** Sets whose licences allow training. */
export const openSets = /^(?:wice|summedits_.*|factcheckgpt|fever_symmetric|feverous|rule_.*)$/;

export function fitForests(names: readonly string[], rows: readonly Row[]): Forest[] {
  const chosen = names.filter(tellsTheClaim);
  return [
    fitForest(names, names, rows, usualOptions),
    fitForest(names, chosen, rows, { ...usualOptions, directions: chosen.map(directionOf) }),
  ];
}

function fitForest(names: readonly string[], kept: readonly string[], rows: readonly Row[], options: BoostOptions): Forest {
  const columns = kept.map(name => names.indexOf(name));
  const values = new Float32Array(rows.length * kept.length);
  for (const [i, row] of rows.entries()) {
    values.set(
      columns.map(c => row.values[c] ?? 0),
      i * kept.length,
    );
  }
  const labels = Uint8Array.from(rows, row => (row.record.label === 'supported' ? 1 : 0));
  return boost({ features: kept, values, labels, weights: weigh(rows) }, options);
}

function weigh(rows: readonly Row[]): Float32Array {
  const counts = new Map<string, number>();
  const key = ({ record }: Row) => `${record.dataset} ${record.label === 'supported'}`;
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const raw = rows.map(row => (setWeights[row.record.dataset] ?? 1) / (counts.get(key(row)) ?? 1));
  const mean = raw.reduce((a, b) => a + b, 0) / Math.max(1, rows.length);
  return Float32Array.from(raw, w => w / mean);
}

/** Held-out log odds by row: forests fitted on the other folds, a document's group always whole in one fold. */
export function heldOut(names: readonly string[], rows: readonly Row[], folds: number): number[] {
  const sums = rows.map(() => 0);
  const counts = rows.map(() => 0);
  for (let fold = 0; fold < folds; fold++) {
    const forests = fitForests(
      names,
      rows.filter(r => openSets.test(r.record.dataset) && foldOf(r, folds) !== fold),
    );
    rows.forEach((row, i) => {
      // Sets that are never trained on are answered by all folds' forests together.
      if (openSets.test(row.record.dataset) && foldOf(row, folds) !== fold) return;
      sums[i] =
        (sums[i] ?? 0) +
        logOdds(
          forests,
          names.map((name, j) => [name, row.values[j] ?? 0] as const),
        );
      counts[i] = (counts[i] ?? 0) + 1;
    });
  }
  return sums.map((sum, i) => sum / Math.max(1, counts[i] ?? 1));
}

export function foldOf({ record }: Row, folds: number): number {
  let hash = 2166136261;
  for (let i = 0; i < record.group.length; i++) hash = Math.imul(hash ^ record.group.charCodeAt(i), 16777619);
  return (hash >>> 0) % folds;
}

/** The curve from log odds to probability, by Newton's method; sets and labels weigh alike, so 0.5 is even odds. */
export function calibrate(rows: readonly Row[], odds: readonly number[]): Pick<Model, 'slope' | 'shift'> {
  const weights = weigh(rows);
  let [slope, shift] = [1, 0];
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    rows.forEach((row, i) => {
      const z = odds[i] ?? 0;
      const p = 1 / (1 + Math.exp(-(slope * z + shift)));
      const w = weights[i] ?? 0;
      const d = w * (p - (row.record.label === 'supported' ? 1 : 0));
      const h = w * p * (1 - p);
      g0 += d * z;
      g1 += d;
      h00 += h * z * z;
      h01 += h * z;
      h11 += h;
    });
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    shift -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Number(slope.toFixed(4)), shift: Number(shift.toFixed(4)) };
}
