/** Fits the shipped model: on labelled open sets and rule-made pairs, a free forest, a forest and a line bound to directions. */
import type { Feature } from '../../src/claims/examine/feature.ts';
import { logOdds, type Parts } from '../../src/claims/model.ts';
import type { Forest } from '../../src/claims/trees.ts';
import { type BoostOptions, boost, usualOptions } from './boost.ts';
import { directionOf, tellsTheClaim } from './directions.ts';
import type { Row } from './featureRows.ts';
import { fitLine } from './fitLine.ts';
import type { ClaimRecord } from './records.ts';
import { weigh } from './weigh.ts';

/** Sets whose licences allow training. */
export const openSets = /^(?:wice|summedits_.*|factcheckgpt|fever_symmetric|feverous|rule_.*)$/;

export function fitParts(names: readonly string[], rows: readonly Row[]): Parts {
  const chosen = names.filter(tellsTheClaim);
  const forests = [
    fitForest(names, names, rows, usualOptions),
    fitForest(names, chosen, rows, { ...usualOptions, directions: chosen.map(directionOf) }),
  ];
  return { forests, line: fitLine(names, chosen, rows, weigh(names, rows)) };
}

function fitForest(
  names: readonly string[],
  kept: readonly string[],
  rows: readonly Row[],
  options: BoostOptions,
): Forest {
  const columns = kept.map(name => names.indexOf(name));
  const values = new Float32Array(rows.length * kept.length);
  for (const [i, row] of rows.entries()) {
    values.set(
      columns.map(c => row.values[c] ?? 0),
      i * kept.length,
    );
  }
  const labels = Uint8Array.from(rows, row => (row.record.label === 'supported' ? 1 : 0));
  return boost({ features: kept, values, labels, weights: weigh(names, rows) }, options);
}

/** One model a fold, fitted on the other folds: a document's group is always whole in one of them. */
export function fitFolds(names: readonly string[], rows: readonly Row[], folds: number): Parts[] {
  return Array.from({ length: folds }, (_, fold) =>
    fitParts(
      names,
      rows.filter(r => openSets.test(r.record.dataset) && foldOf(r.record, folds) !== fold),
    ),
  );
}

/** Log odds by models that never saw the record's document; sets that are never trained on are answered by all. */
export function heldOut(models: readonly Parts[], record: ClaimRecord, features: readonly Feature[]): number {
  const fold = foldOf(record, models.length);
  const asked = openSets.test(record.dataset) ? models.slice(fold, fold + 1) : models;
  return asked.reduce((sum, parts) => sum + logOdds(parts, features), 0) / asked.length;
}

function foldOf({ group }: ClaimRecord, folds: number): number {
  let hash = 2166136261;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 16777619);
  return (hash >>> 0) % folds;
}

/** The slope from log odds to probability, by Newton's method. */
export function calibrate(names: readonly string[], rows: readonly Row[], odds: readonly number[]): number {
  const weights = weigh(names, rows);
  let slope = 1;
  for (let step = 0; step < 50; step++) {
    let [gradient, curvature] = [0, 1e-6];
    for (const [i, row] of rows.entries()) {
      const z = odds[i] ?? 0;
      const p = 1 / (1 + Math.exp(-slope * z));
      const w = weights[i] ?? 0;
      gradient += w * (p - (row.record.label === 'supported' ? 1 : 0)) * z;
      curvature += w * p * (1 - p) * z * z;
    }
    slope -= gradient / curvature;
  }
  return Number(slope.toFixed(4));
}
