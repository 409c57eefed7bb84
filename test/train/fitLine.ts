/** Fits the linear third of the model: logistic regression whose weights may not go against their feature's direction. */
import type { Line } from '../../src/claims/model.ts';
import { directionOf } from './directions.ts';
import type { Row } from './featureRows.ts';

const steps = 150;
const rate = 0.6;
const decay = 0.01;
/** Standard deviations beyond which a value counts no more. */
const clip = 3;

/** Plain gradient descent on standardised values: small, and the same on every machine. */
export function fitLine(
  names: readonly string[],
  kept: readonly string[],
  rows: readonly Row[],
  weights: Float32Array,
): Line {
  const columns = kept.map(name => names.indexOf(name));
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = columns.map(
    c => rows.reduce((sum, row, i) => sum + (weights[i] ?? 0) * (row.values[c] ?? 0), 0) / total,
  );
  const deviation = columns.map((c, j) => {
    const variance = rows.reduce(
      (sum, row, i) => sum + (weights[i] ?? 0) * ((row.values[c] ?? 0) - (mean[j] ?? 0)) ** 2,
      0,
    );
    return Math.sqrt(variance / total) || 1;
  });
  const width = kept.length;
  const x = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) {
    for (const [j, c] of columns.entries()) {
      const z = ((row.values[c] ?? 0) - (mean[j] ?? 0)) / (deviation[j] ?? 1);
      x[i * width + j] = Math.max(-clip, Math.min(clip, z));
    }
  }
  const labels = rows.map(row => (row.record.label === 'supported' ? 1 : 0));
  const slopes = new Float64Array(width);
  let bias = 0;
  for (let step = 0; step < steps; step++) bias = descend(x, labels, weights, total, slopes, bias, kept);
  const round = (v: number) => Number(v.toPrecision(5));
  return {
    features: kept,
    mean: mean.map(round),
    deviation: deviation.map(round),
    slopes: [...slopes].map(round),
    bias: round(bias),
  };
}

function descend(
  x: Float32Array,
  labels: readonly number[],
  weights: Float32Array,
  total: number,
  slopes: Float64Array,
  bias: number,
  kept: readonly string[],
): number {
  const width = kept.length;
  const gradient = new Float64Array(width);
  let biasGradient = 0;
  for (let i = 0; i < labels.length; i++) {
    let z = bias;
    for (let j = 0; j < width; j++) z += (slopes[j] ?? 0) * (x[i * width + j] ?? 0);
    const d = ((weights[i] ?? 0) / total) * (1 / (1 + Math.exp(-z)) - (labels[i] ?? 0));
    for (let j = 0; j < width; j++) gradient[j] = (gradient[j] ?? 0) + d * (x[i * width + j] ?? 0);
    biasGradient += d;
  }
  for (const [j, name] of kept.entries()) {
    const next = (slopes[j] ?? 0) - rate * ((gradient[j] ?? 0) + decay * (slopes[j] ?? 0));
    slopes[j] = directionOf(name) * next < 0 ? 0 : next;
  }
  return bias - rate * biasGradient;
}
