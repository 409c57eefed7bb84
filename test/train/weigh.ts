/** How much each row counts in a fit: labelled sets by the root of their size, labels alike within a set and among equal copies. */
import type { Row } from './featureRows.ts';

const setWeights: Readonly<Record<string, number>> = {
  wice: 1.5,
  feverous: 0.5,
  rule_fuse: 0.7,
  rule_told: 0.7,
  rule_edit: 1,
  rule_gone: 0.5,
};

/**
 * Weights with a mean of one. In the open sets claims that copy their source are mostly borne out; a model that learns
 * this passes every spliced copy. So within each level of copying the rarer label gains, `evening` of the way to even.
 */
export function weigh(names: readonly string[], rows: readonly Row[], evening = 0.5): Float32Array {
  const sets = rows.map(({ record }) => `${record.dataset} ${isSupported(record)}`);
  const counts = sums(sets, () => 1);
  const sizes = sums(
    rows.map(({ record }) => record.dataset),
    () => 1,
  );
  const bySet = rows.map(
    ({ record: { dataset } }, i) => weightOf(dataset, sizes.get(dataset) ?? 1) / (counts.get(sets[i] ?? '') ?? 1),
  );
  const copied = names.indexOf('fragmentCoverage');
  const group = ({ record: { dataset }, values }: Row) =>
    `${dataset.startsWith('rule') ? dataset : 'labelled'} ${levelOf(values[copied] ?? 0)}`;
  const levels = sums(rows.map(group), i => bySet[i] ?? 0);
  const cells = sums(
    rows.map(row => `${group(row)} ${isSupported(row.record)}`),
    i => bySet[i] ?? 0,
  );
  const raw = rows.map((row, i) => {
    const own = bySet[i] ?? 0;
    // Solved by word overlap, and so nothing to learn of copies.
    if (row.record.dataset === 'feverous') return own;
    const cell = cells.get(`${group(row)} ${isSupported(row.record)}`) ?? 1;
    const even = Math.min(mostGain, (levels.get(group(row)) ?? 0) / 2 / cell);
    return own * (1 - evening + evening * even);
  });
  const mean = raw.reduce((a, b) => a + b, 0) / Math.max(1, rows.length);
  return Float32Array.from(raw, w => w / mean);
}

const mostGain = 3;

/** A set of two hundred claims tells less than one of a thousand, yet more than a fifth of it. */
function weightOf(dataset: string, size: number): number {
  const own = setWeights[dataset] ?? 1;
  return dataset.startsWith('rule_') ? own : own * Math.sqrt(size / usualSize);
}

/** Claims in a labelled set of middling size. */
const usualSize = 600;

/** Shares of a claim's words in stretches of the source, where a level of copying ends. */
const levelEnds = [0.5, 0.65, 0.8, 0.9, 0.999];

function levelOf(copied: number): number {
  return levelEnds.filter(end => copied >= end).length;
}

function isSupported({ label }: Row['record']): boolean {
  return label === 'supported';
}

function sums(keys: readonly string[], weight: (i: number) => number): Map<string, number> {
  const found = new Map<string, number>();
  for (const [i, key] of keys.entries()) found.set(key, (found.get(key) ?? 0) + weight(i));
  return found;
}
