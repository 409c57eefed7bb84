import { partBoxes } from './boxes.ts';
import { type Line, median } from './page.ts';

/** Stretches of words on a page; a broadsheet has a few thousand, and to look for columns among more takes too long. */
export const mostFragments = 8000;
/** A column needs this many lines on each side of its gutter; fewer are a table or a caption. */
const fewestLines = 4;

/**
 * Puts the fragments of a page in reading order: column by column where gutters part the page, with what runs across
 * the gutters (headlines, pictures' captions) in between: stretches that read on as one column. What stands in boxes beside
 * the text of a page without columns is parted from it.
 */
export function columnsOf(fragments: readonly Line[]): { readonly columns: Line[][]; readonly boxes: Line[][] } {
  if (fragments.length > mostFragments) return { columns: [sameBaseline(byPlace(fragments))], boxes: [] };
  const throughout = findGutters(fragments);
  const gutters = throughout.length > 0 ? throughout : partialGutters(fragments);
  if (gutters.length > 0) return { columns: inColumns(fragments, gutters), boxes: [] };
  const { text, boxes } = partBoxes(fragments);
  return { columns: inColumns(text, []), boxes: boxes.map(box => sameBaseline(byPlace(box))) };
}

function inColumns(fragments: readonly Line[], gutters: readonly number[]): Line[][] {
  const bands: Line[][] = [];
  let columns: Line[][] = [];
  let across: Line[] = [];
  const flush = (): void => {
    const found = columns.filter(column => column?.length > 0);
    if (isCutText(found)) across.push(...found.flat());
    else {
      if (across.length > 0) bands.push(across);
      across = [];
      bands.push(...found);
    }
    columns = [];
  };
  for (const line of byPlace(fragments)) {
    // A line that only sticks out of its column is one of that column.
    if (gutters.some(gutter => line.left < gutter && line.right > gutter + line.size)) {
      flush();
      across.push(line);
      continue;
    }
    const index = gutters.filter(gutter => gutter <= line.left).length;
    columns[index] = [...(columns[index] ?? []), line];
  }
  flush();
  if (across.length > 0) bands.push(across);
  return bands.map(band => sameBaseline(byPlace(band)));
}

/** A line or two of text that runs across, of which two words happen to stand apart just where the gutter is further down. */
function isCutText(columns: readonly (readonly Line[])[]): boolean {
  const [left, right] = columns;
  if (!left || !right || columns.length > 2 || right.length > 2) return false;
  return right.every(line =>
    left.some(other => Math.abs(other.y - line.y) < 0.1 * line.size && line.left - other.right < 1.2 * line.size),
  );
}

/** The x of each gutter: a strip that next to no fragment crosses, with columns of prose on both sides. */
function findGutters(fragments: readonly Line[]): number[] {
  if (fragments.length < 2 * fewestLines) return [];
  const left = Math.min(...fragments.map(line => line.left));
  const right = Math.max(...fragments.map(line => line.right));
  const width = Math.ceil(right - left);
  if (!(width > 100 && width < 10_000)) return [];
  const crossing = coverage(fragments, left, width);
  const most = Math.max(2, fragments.length * 0.12);
  const narrowest = Math.max(4, 0.45 * median(fragments.map(line => line.size)));
  const gutters: number[] = [];
  let start = -1;
  for (let x = Math.floor(width * 0.12); x <= width * 0.88; x++) {
    const free = (crossing[x] ?? 0) <= most;
    if (free && start < 0) start = x;
    if (start >= 0 && (!free || x >= width * 0.88 - 1)) {
      const middle = left + emptiest(crossing, start, x);
      if (x - start >= narrowest && partsProse(fragments, middle, gutters.at(-1) ?? left, width)) gutters.push(middle);
      start = -1;
    }
  }
  return gutters;
}

/** The middle of the part of a strip that the fewest fragments cross: short last lines leave the end of a column nearly free, too. */
function emptiest(crossing: Uint16Array, start: number, end: number): number {
  const fewest = Math.min(...crossing.subarray(start, end));
  const from = crossing.indexOf(fewest, start);
  let to = from;
  while (to + 1 < end && crossing[to + 1] === fewest) to++;
  return (from + to + 1) / 2;
}

function coverage(fragments: readonly Line[], left: number, width: number): Uint16Array {
  const crossing = new Uint16Array(width + 2);
  for (const line of fragments) {
    const end = Math.min(width, Math.ceil(line.right - left));
    for (let x = Math.max(0, Math.floor(line.left - left)); x <= end; x++) crossing[x] = (crossing[x] ?? 0) + 1;
  }
  return crossing;
}

/** Both sides are wide, long, and stand side by side: cells of a table or a list's numbers are not. */
function partsProse(fragments: readonly Line[], gutter: number, from: number, width: number): boolean {
  // Words of a line that was stretched to fill its column are one line.
  const before = sameBaseline(byPlace(fragments.filter(line => line.right <= gutter + 1 && line.left >= from - 1)));
  const after = sameBaseline(byPlace(fragments.filter(line => line.left >= gutter - 1)));
  if (before.length < fewestLines || after.length < fewestLines) return false;
  const beside = before.filter(line => after.some(other => Math.abs(other.y - line.y) < 0.75 * line.size * 1.5));
  const wide = (lines: readonly Line[]): boolean => median(lines.map(line => line.right - line.left)) > 0.14 * width;
  return (
    beside.length >= Math.max(fewestLines, 0.3 * Math.min(before.length, after.length)) && wide(before) && wide(after)
  );
}

/** Lines that stand side by side on a part of the page only, below or above text in one column, must be more and fill theirs. */
const fewestOfPart = 8;
const filled = 0.7;

/** The x of gutters that part only a stretch of the page: a section in columns on a page whose other text runs across. */
function partialGutters(fragments: readonly Line[]): number[] {
  const sorted = byPlace(fragments);
  if (fragments.length < 2 * fewestOfPart) return [];
  const pairs = sorted.flatMap((line, i) => {
    const beside = sorted
      .slice(Math.max(0, i - 12), i + 12)
      .filter(other => other.left >= line.right - 1 && Math.abs(other.y - line.y) < 0.6 * line.size);
    const next = beside.sort((a, b) => a.left - b.left)[0];
    return next ? [{ line, next }] : [];
  });
  const gutters: number[] = [];
  const tried = new Set<number>();
  for (const { line, next } of pairs) {
    const gutter = (line.right + next.left) / 2;
    const place = Math.round(gutter / 4);
    if (tried.has(place) || gutters.some(known => Math.abs(known - gutter) < 40)) continue;
    tried.add(place);
    const parted = pairs.filter(pair => pair.line.right <= gutter && pair.next.left >= gutter);
    if (parted.length >= fewestOfPart && fills(parted.map(pair => pair.line)) && fills(parted.map(pair => pair.next)))
      gutters.push(gutter);
  }
  return gutters.sort((a, b) => a - b);
}

/** Most of the lines are nearly as wide as all of them together. */
function fills(lines: readonly Line[]): boolean {
  const width = Math.max(...lines.map(line => line.right)) - Math.min(...lines.map(line => line.left));
  return width > 60 && median(lines.map(line => line.right - line.left)) > filled * width;
}

function byPlace(fragments: readonly Line[]): Line[] {
  return [...fragments].sort((a, b) => a.y - b.y || a.left - b.left);
}

/** What stands on one base line within a column is one line: cells, leaders, wide gaps. */
function sameBaseline(column: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const line of column) {
    const last = lines.at(-1);
    if (!last || Math.abs(last.y - line.y) > 0.35 * Math.max(line.size, last.size)) lines.push(line);
    else {
      const [first, second] = last.left <= line.left ? [last, line] : [line, last];
      lines[lines.length - 1] = {
        ...(first.size >= second.size ? first : second),
        text: `${first.text} ${second.text}`,
        left: first.left,
        right: Math.max(first.right, second.right),
      };
    }
  }
  return lines;
}
