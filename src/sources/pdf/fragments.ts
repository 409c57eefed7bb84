import type { Line, Run } from './page.ts';

/** In font sizes: a wider gap on a base line parts columns or cells, not words. */
const columnGap = 1.3;
/** In font sizes: a gap this wide between two runs is a space even where none is written. */
const wordGap = 0.18;

/**
 * Joins the runs of a page into stretches that no gap wide enough to part columns interrupts, from top to bottom and
 * left to right.
 */
export function fragmentsOf(runs: readonly Run[]): Line[] {
  return baselines(runs).flatMap(cutAtGaps);
}

/** Runs by base line. Raised and lowered signs (footnote numbers) stay with their line. */
function baselines(runs: readonly Run[]): Run[][] {
  const sorted = runs.filter(run => run.text.trim() !== '' || run.width > 0).sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; size: number; readonly runs: Run[] }[] = [];
  for (const run of sorted) {
    const last = lines.at(-1);
    const near = last && Math.abs(run.y - last.y) <= 0.35 * Math.max(run.size, last.size);
    if (!last || !near) lines.push({ y: run.y, size: run.size, runs: [run] });
    else {
      last.runs.push(run);
      if (run.size > last.size) [last.y, last.size] = [run.y, run.size];
    }
  }
  return lines.map(line => line.runs.sort((a, b) => a.x - b.x));
}

function cutAtGaps(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let current: Run[] = [];
  let right = 0;
  for (const run of runs) {
    if (run.text.trim() === '') {
      if (run.width <= columnGap * run.size && current.length > 0) current.push(run);
      continue;
    }
    if (current.length > 0 && run.x - right > columnGap * run.size) {
      lines.push(toLine(current));
      current = [];
    }
    current.push(run);
    right = Math.max(current.length > 1 ? right : 0, run.x + run.width);
  }
  if (current.some(run => run.text.trim() !== '')) lines.push(toLine(current));
  return lines;
}

function toLine(runs: readonly Run[]): Line {
  let text = '';
  let right = runs[0]?.x ?? 0;
  for (const run of runs) {
    if (text !== '' && !/\s$/.test(text) && !/^\s/.test(run.text) && run.x - right > wordGap * run.size) text += ' ';
    text += run.text;
    right = Math.max(right, run.x + run.width);
  }
  const words = runs.filter(run => run.text.trim() !== '');
  const size = Math.max(...words.map(run => run.size));
  const base = words.find(run => run.size === size);
  return { text: text.replace(/\s+/g, ' ').trim(), left: runs[0]?.x ?? 0, right, y: base?.y ?? 0, size };
}
