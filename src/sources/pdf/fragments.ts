import type { Line, Run } from './page.ts';
import { withRaised } from './raised.ts';

/** In font sizes: a wider gap on a base line parts columns or cells, not words. */
const columnGap = 1.3;
/** In font sizes: a gap this wide between two runs is a space even where none is written. */
const wordGap = 0.18;
/** Base lines that have a gap at one and the same place: that is a gutter, however narrow. */
const fewestGaps = 6;

/**
 * Joins the runs of a page into stretches that no gap wide enough to part columns interrupts, from top to bottom and
 * left to right. `rightToLeft`: the page was turned over, so that its lines begin at the left all the same.
 */
export function fragmentsOf(runs: readonly Run[], rightToLeft = false): Line[] {
  const lines = baselines(withRaised(runs));
  const gutters = guttersOf(lines);
  return lines.flatMap(line => cutAtGaps(line, gutters, rightToLeft));
}

/** Runs by base line. */
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

/**
 * The x of gaps that come again on most of the base lines which reach over them. Words of a justified line may stand
 * further apart than narrow columns do, but never at the same place line after line. (To cut once too often does no
 * harm: what is no column is put together again.)
 */
function guttersOf(lines: readonly (readonly Run[])[]): number[] {
  const right = Math.min(10_000, Math.ceil(endOf(lines.flat())));
  const [gaps, reach] = [new Int32Array(right + 2), new Int32Array(right + 2)];
  for (const runs of lines) {
    const words = runs.filter(run => run.text.trim() !== '');
    let end = words[0]?.x ?? 0;
    mark(reach, end, endOf(words));
    for (const run of words) {
      if (run.x - end > 0.3 * run.size) mark(gaps, end, run.x);
      end = Math.max(end, run.x + run.width);
    }
  }
  const gutters: number[] = [];
  for (let x = 1, from = 0, open = 0, over = 0; x <= right; x++) {
    open += gaps[x - 1] ?? 0;
    over += reach[x - 1] ?? 0;
    const isGutter = open >= fewestGaps && open > 0.5 * over;
    if (isGutter && from === 0) from = x;
    if (from > 0 && (!isGutter || x === right)) {
      gutters.push((from + x) / 2);
      from = 0;
    }
  }
  return gutters;
}

function endOf(runs: readonly Run[]): number {
  return runs.reduce((end, run) => Math.max(end, run.x + run.width), 0);
}

/** Notes a stretch by its two ends. */
function mark(counts: Int32Array, from: number, to: number): void {
  const [start, end] = [from, to].map(x => Math.max(0, Math.min(counts.length - 1, Math.round(x)))) as [number, number];
  if (end <= start) return;
  counts[start] = (counts[start] ?? 0) + 1;
  counts[end] = (counts[end] ?? 0) - 1;
}

function cutAtGaps(runs: readonly Run[], gutters: readonly number[], rightToLeft: boolean): Line[] {
  const lines: Line[] = [];
  let current: Run[] = [];
  let right = 0;
  for (const run of runs) {
    if (run.text.trim() === '') {
      if (run.width <= columnGap * run.size && current.length > 0) current.push(run);
      continue;
    }
    const isApart = run.x - right > columnGap * run.size || gutters.some(x => x > right - 1 && x < run.x + 1);
    if (current.length > 0 && isApart) {
      lines.push(toLine(current, rightToLeft));
      current = [];
    }
    current.push(run);
    right = Math.max(current.length > 1 ? right : 0, run.x + run.width);
  }
  if (current.some(run => run.text.trim() !== '')) lines.push(toLine(current, rightToLeft));
  return lines;
}

function toLine(runs: readonly Run[], rightToLeft: boolean): Line {
  let text = '';
  let last: Run | undefined;
  for (const run of asRead(runs.map(rightToLeft ? asShown : same), rightToLeft)) {
    const isApart = last !== undefined && gapBetween(last, run) > wordGap * run.size;
    if (isApart && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    if (!isNoteMark(run, text)) text += asExponent(run, text);
    // The mark that a note begins with.
    if (run.raised && /^\S{1,3}$/.test(text)) text += ' ';
    last = run;
  }
  const words = runs.filter(run => run.text.trim() !== '');
  const size = words.reduce((most, run) => Math.max(most, run.size), 0);
  const base = words.find(run => run.size === size);
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: words[0]?.x ?? 0,
    right: endOf(words),
    y: base?.y ?? 0,
    size,
    ...(words[0]?.raised ? { marked: true } : {}),
  };
}

function same(run: Run): Run {
  return run;
}

const mirrored = '()[]{}<>«»‹›';

/** Marks alone do not tell their direction, and come as they are seen: turned over, and the last one first. */
function asShown(run: Run): Run {
  if (/[\p{L}\p{N}]/u.test(run.text)) return run;
  const signs = [...run.text].reverse();
  return { ...run, text: signs.map(sign => mirrored[mirrored.indexOf(sign) ^ 1] ?? sign).join('') };
}

function gapBetween(one: Run, other: Run): number {
  return Math.max(other.x - one.x - one.width, one.x - other.x - other.width);
}

/** Words of the other direction stand in their own order: a name in Latin letters in a line of Arabic, and the reverse. */
function asRead(runs: readonly Run[], rightToLeft: boolean): readonly Run[] {
  const [own, other] = rightToLeft ? [rightward, /[\p{L}\p{N}]/u] : [/(?!)/, rightward];
  const isOther = (run: Run): boolean => other.test(run.text) && !own.test(run.text);
  const isOwn = (run: Run): boolean => !isOther(run) && /[\p{L}\p{N}]/u.test(run.text);
  if (!runs.some(isOther)) return runs;
  const ordered: Run[] = [];
  let held: Run[] = [];
  const release = (): void => {
    const end = held.findLastIndex(isOther) + 1;
    ordered.push(...held.slice(0, end).reverse(), ...held.slice(end));
    held = [];
  };
  for (const run of runs) {
    if (isOther(run) || (held.length > 0 && !isOwn(run))) held.push(run);
    else {
      release();
      ordered.push(run);
    }
  }
  release();
  return ordered;
}

/** Letters of scripts that are written from right to left. */
export const rightward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A raised number or sign behind a word or a sentence's end: it belongs to a note, and nobody said it. */
function isNoteMark({ raised, text: sign }: Run, spaced: string): boolean {
  const before = spaced.trimEnd();
  if (!raised || !/^\s*(?:\d{1,3}|[*†‡§¶]{1,3}|[,\s–-])+\s*$/.test(sign)) return false;
  if (/(?<![\p{L}\d.])\p{L}$|(?<=[\d\s])(?:[kcmµn]?m|ft|mi|yd|in|s)$/u.test(before)) return false;
  return /[\p{L}.,;:!?…”“’»«"')\]%]$|(?<!\d)(?:1[5-9]|20)\d\d$/u.test(before);
}

const exponents = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A raised number behind a number: 10 to its power is not a hundred and something. */
function asExponent({ raised, text }: Run, before: string): string {
  if (!raised || !/\d$/.test(before) || !/^[-−]?\d+$/.test(text.trim())) return text;
  return text.replace(/[-−]/, '⁻').replace(/\d/g, digit => exponents[Number(digit)] ?? digit);
}
