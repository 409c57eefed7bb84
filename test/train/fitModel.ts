/** Fits the shipped model: on labelled open sets and rule-made pairs, two free forests, a forest and a line bound to directions. */
import type { Feature } from '../../src/claims/examine/feature.ts';
import { readEvidence } from '../../src/claims/examine/readEvidence.ts';
import { gapBeside } from '../../src/claims/gaps.ts';
import { type Curve, logOdds, type Parts, signsOf } from '../../src/claims/model.ts';
import { boost, type Rows, usualOptions } from './boost.ts';
import { directionOf, tellsTheClaim } from './directions.ts';
import { eachWithStore, evidenceFor, named, type Row } from './featureRows.ts';
import { fitLine } from './fitLine.ts';
import { besideRivals } from './loss.ts';
import type { ClaimRecord } from './records.ts';
import { byDocument, bySet } from './rivals.ts';
import { weigh } from './weigh.ts';

/** Sets whose licences allow training. */
export const openSets = /^(?:wice|summedits_.*|factcheckgpt|fever_symmetric|feverous|rule_.*)$/;

/**
 * Two kinds of forests. One learns of each claim alone, which sees best what a single changed word does; the others learn
 * of claims beside others of their set and document, which keeps out what merely tells sets and documents apart.
 */
export function fitParts(names: readonly string[], rows: readonly Row[]): Parts {
  const chosen = names.filter(tellsTheClaim);
  const labels = Uint8Array.from(rows, row => (row.record.label === 'supported' ? 1 : 0));
  const rowsWith = (kept: readonly string[], weights: Float32Array): Rows => ({
    features: kept,
    values: columnsOf(names, kept, rows),
    labels,
    weights,
  });
  const weights = weigh(names, rows);
  const [alone, free] = [rowsWith(names, weights), rowsWith(names, weigh(names, rows, 1))];
  const bound = rowsWith(chosen, weights);
  const forests = [
    boost(alone, usualOptions),
    boost(free, usualOptions, besideRivals(free, [bySet(rows), byDocument(rows)])),
    boost(bound, { ...usualOptions, directions: chosen.map(directionOf) }, besideRivals(bound, [bySet(rows)])),
  ];
  return { forests, line: fitLine(names, chosen, rows, weights) };
}

function columnsOf(names: readonly string[], kept: readonly string[], rows: readonly Row[]): Float32Array {
  const columns = kept.map(name => names.indexOf(name));
  const values = new Float32Array(rows.length * kept.length);
  for (const [i, row] of rows.entries()) {
    values.set(
      columns.map(c => row.values[c] ?? 0),
      i * kept.length,
    );
  }
  return values;
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

/** Of the open sets those on whose claims the curve is fitted: feverous is solved by word overlap, and would teach nothing else. */
const curveSets = /^(?:wice|summedits_.*|factcheckgpt|fever_symmetric)$/;

/** The curve from log odds to probability; odds and rows side by side, by models that never saw the documents. */
export function calibrate(names: readonly string[], all: readonly Row[], allOdds: readonly number[]): Curve {
  const isChosen = all.map(row => curveSets.test(row.record.dataset));
  return fitCurve(
    names,
    all.filter((_, i) => isChosen[i]),
    allOdds.filter((_, i) => isChosen[i]),
  );
}

/** A supported claim that is flagged costs more than an unsupported one that is not: who cries wolf is switched off. */
const falseAlarm = 1.1;

/** By Newton's method along one of the curve's figures after the other. */
function fitCurve(names: readonly string[], rows: readonly Row[], odds: readonly number[]): Curve {
  const weights = weigh(names, rows).map((w, i) => (rows[i]?.record.label === 'supported' ? w * falseAlarm : w));
  const gaps = eachWithStore(
    rows.map(row => row.record),
    ({ claim }, store) => gapBeside(claim, readEvidence(evidenceFor(claim, store)).passages),
  );
  const signs = rows.map((row, i) => signsOf(named(names, row), gaps[i] ?? 'none'));
  const columns = {
    slope: odds,
    bias: odds.map(() => 1),
    copied: signs.map(s => s.copied),
    complete: signs.map(s => s.complete),
    telling: signs.map(s => s.telling),
    much: signs.map(s => s.much),
  };
  const curve = { slope: 1, bias: 0, copied: 0, complete: 0, telling: 0, much: 0 };
  const figures = Object.keys(columns) as (keyof Curve)[];
  const sum = new Float64Array(odds);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const figure of figures) {
      const change = newtonStep(rows, weights, columns[figure], sum);
      curve[figure] += change;
      for (const i of rows.keys()) sum[i] = (sum[i] ?? 0) + change * (columns[figure][i] ?? 0);
    }
  }
  for (const figure of figures) curve[figure] = Number(curve[figure].toFixed(4));
  return curve;
}

function newtonStep(rows: readonly Row[], weights: Float32Array, column: readonly number[], sum: Float64Array): number {
  let [gradient, curvature] = [0, 1e-6];
  for (const [i, row] of rows.entries()) {
    const p = 1 / (1 + Math.exp(-(sum[i] ?? 0)));
    const [w, x] = [weights[i] ?? 0, column[i] ?? 0];
    gradient += w * (p - (row.record.label === 'supported' ? 1 : 0)) * x;
    curvature += w * p * (1 - p) * x * x;
  }
  return -gradient / curvature;
}

const sweeps = 60;
