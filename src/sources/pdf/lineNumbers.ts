import type { Run } from './page.ts';

/** Fewer are a list, or cells; no page has more lines. */
const [fewest, most] = [5, 500];

/**
 * Transcripts, manuscripts and drafts of laws number their lines: numbers left of everything else, under one another, each
 * larger than the last.
 */
export function withoutLineNumbers(runs: readonly Run[]): Run[] {
  const isNumber = (run: Run): boolean => /^\s*\d{1,4}\s*$/.test(run.text);
  const long = runs.filter(run => run.text.trim().length > 20);
  const left = long.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY);
  // Where nothing but short stretches stands, numbers are cells of a table.
  if (!Number.isFinite(left)) return [...runs];
  const beside = runs.filter(run => isNumber(run) && run.x + run.width <= left + 1);
  if (beside.length > most) return [...runs];
  const numbers = beside.filter(run => beside.filter(other => isUnder(run, other)).length > 0.7 * beside.length);
  const sorted = [...numbers].sort((a, b) => a.y - b.y);
  const steps = sorted.slice(1).map((run, i) => Number(run.text) - Number(sorted[i]?.text));
  const isCounting =
    sorted.length >= fewest && steps.filter(step => step === steps[0] && step > 0).length >= 0.8 * steps.length;
  if (!isCounting) return [...runs];
  const dropped = new Set(numbers);
  return runs.filter(run => !dropped.has(run));
}

function isUnder(one: Run, other: Run): boolean {
  return Math.abs(one.x - other.x) < 2 || Math.abs(one.x + one.width - other.x - other.width) < 2;
}
