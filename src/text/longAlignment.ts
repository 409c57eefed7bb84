/**
 * Alignment of texts too long for one table: a likely window is found by counting shared runs of three words along
 * diagonals, and the table is cut at such runs that both sides have exactly once and in the same order (Cohen's patience
 * diff, on runs of words).
 */
import {
  type AlignedRun,
  alignWords,
  type FreeEnds,
  type JoinedWords,
  WHOLE,
  type WordSequences,
} from './wordAlignment.ts';

/** Stretches of the source, as word indexes. */
export type WordWindow = { readonly start: number; readonly end: number };

/** Most cells of one table: 4 MB and some hundredths of a second. */
export const MOST_CELLS = 4_000_000;

/** Words of the source taken in on either side of the window that the shared words point at. */
const MARGIN = 100;

/** Words of a run that is looked up; single words are too common, longer runs too often altered. */
const RUN = 3;

/** A run that the source has more often votes for its first places only. */
const MOST_PLACES = 50;

/**
 * The stretch of the source where most runs of the draft's words stand at about the same distance from each other as in
 * the draft; the beginning when they share none. Linear in the lengths.
 */
export function likelyWindow(draft: Int32Array, source: Int32Array): WordWindow {
  const ours = runKeys(draft, 0, draft.length);
  const places = placesIn(source, new Set(ours));
  const bucket = Math.max(32, draft.length >> 2);
  const votes = new Float64Array(Math.ceil((source.length + draft.length) / bucket) + 2);
  for (const [i, key] of ours.entries()) {
    const found = places.get(key) ?? [];
    for (const j of found) {
      const at = Math.floor((j - i + draft.length) / bucket);
      votes[at] = (votes[at] ?? 0) + 1 / found.length;
    }
  }
  const sum = (at: number) => (votes[at] ?? 0) + (votes[at + 1] ?? 0);
  let best = 0;
  for (let at = 0; at + 1 < votes.length; at++) if (sum(at) > sum(best)) best = at;
  const start = sum(best) === 0 ? 0 : best * bucket - draft.length;
  return {
    start: Math.max(0, start - MARGIN),
    end: Math.min(source.length, start + 2 * bucket + draft.length + MARGIN),
  };
}

/** One number for each run of words that begins in the stretch; two runs rarely share one by chance. */
function runKeys(words: Int32Array, start: number, end: number): Float64Array {
  const keys = new Float64Array(Math.max(0, end - start - RUN + 1));
  for (let at = 0; at < keys.length; at++) {
    const [a, b, c] = [words[start + at] ?? 0, words[start + at + 1] ?? 0, words[start + at + 2] ?? 0];
    keys[at] = (a * 0x20_0000 + b * 0x401 + c) % Number.MAX_SAFE_INTEGER;
  }
  return keys;
}

function placesIn(source: Int32Array, wanted: ReadonlySet<number>): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [j, key] of runKeys(source, 0, source.length).entries()) {
    if (!wanted.has(key)) continue;
    const list = places.get(key);
    if (list === undefined) places.set(key, [j]);
    else if (list.length < MOST_PLACES) list.push(j);
  }
  return places;
}

/**
 * Aligns the draft with a stretch of the source, in one table when that is small enough, else part by part between runs
 * of words that are unique on both sides. Without such runs an overlong stretch counts as replaced as a whole.
 */
export function alignInParts(sequences: WordSequences, free: FreeEnds, within?: WordWindow): AlignedRun[] {
  const whole = { draftStart: 0, draftEnd: sequences.draft.length, sourceStart: 0, sourceEnd: sequences.source.length };
  const part = within === undefined ? whole : { ...whole, sourceStart: within.start, sourceEnd: within.end };
  return alignPart(sequences, part, free);
}

type Part = Omit<AlignedRun, 'equal'>;

function alignPart(sequences: WordSequences, part: Part, free: FreeEnds): AlignedRun[] {
  const rows = part.draftEnd - part.draftStart;
  const columns = part.sourceEnd - part.sourceStart;
  if (rows * columns <= MOST_CELLS) return alignTable(sequences, part, free);
  const anchors = anchorsOf(sequences, part);
  if (anchors.length === 0) return alignInBlocks(sequences, part);
  const runs: AlignedRun[] = [];
  let [i, j] = [part.draftStart, part.sourceStart];
  for (const [row, column] of anchors) {
    const before = free.before && i === part.draftStart;
    const sourceStart = before ? Math.max(j, column - 2 * (row - i)) : j;
    const between = { draftStart: i, draftEnd: row, sourceStart, sourceEnd: column };
    runs.push(...alignPart(sequences, between, { before, behind: false }));
    runs.push({ draftStart: row, draftEnd: row + 1, sourceStart: column, sourceEnd: column + 1, equal: true });
    [i, j] = [row + 1, column + 1];
  }
  const sourceEnd = free.behind ? Math.min(part.sourceEnd, j + 2 * (part.draftEnd - i)) : part.sourceEnd;
  const rest = { draftStart: i, draftEnd: part.draftEnd, sourceStart: j, sourceEnd };
  return [...runs, ...alignPart(sequences, rest, { before: false, behind: free.behind })];
}

/** Most cells of a block cut without knowing where: many of them make up a text. */
const BLOCK_CELLS = 500_000;

/** The last resort for texts that repeat themselves or share nothing: blocks along the diagonal. */
function alignInBlocks(sequences: WordSequences, part: Part): AlignedRun[] {
  const rows = part.draftEnd - part.draftStart;
  const columns = part.sourceEnd - part.sourceStart;
  const blocks = Math.ceil(Math.sqrt((rows * columns) / BLOCK_CELLS));
  if (blocks > MOST_BLOCKS) return [{ ...part, equal: false }];
  const cut = (start: number, length: number, at: number) => start + Math.floor((length * at) / blocks);
  return Array.from({ length: blocks }, (_, at) => ({
    draftStart: cut(part.draftStart, rows, at),
    draftEnd: cut(part.draftStart, rows, at + 1),
    sourceStart: cut(part.sourceStart, columns, at),
    sourceEnd: cut(part.sourceStart, columns, at + 1),
  })).flatMap(block => alignTable(sequences, block, WHOLE));
}

/** Texts that would need more blocks than this count as replaced as a whole. */
const MOST_BLOCKS = 200;

function alignTable({ draft, source, joined }: WordSequences, part: Part, free: FreeEnds): AlignedRun[] {
  const { draftStart, draftEnd, sourceStart, sourceEnd } = part;
  const { runs } = alignWords(
    {
      draft: draft.subarray(draftStart, draftEnd),
      source: source.subarray(sourceStart, sourceEnd),
      joined: {
        draft: joinsWithin(joined.draft, draftStart, draftEnd),
        source: joinsWithin(joined.source, sourceStart, sourceEnd),
      },
    },
    free,
  );
  return runs.map(run => ({
    draftStart: run.draftStart + draftStart,
    draftEnd: run.draftEnd + draftStart,
    sourceStart: run.sourceStart + sourceStart,
    sourceEnd: run.sourceEnd + sourceStart,
    equal: run.equal,
  }));
}

function joinsWithin(joins: JoinedWords['draft'], start: number, end: number): JoinedWords['draft'] {
  const within = new Map<number, readonly (readonly [number, number])[]>();
  for (let at = start + 2; at <= end; at++) {
    const list = joins.get(at)?.filter(([count]) => at - count >= start) ?? [];
    if (list.length > 0) within.set(at - start, list);
  }
  return within;
}

/** First words of runs that stand once on either side, as the longest list that rises on both. */
function anchorsOf({ draft, source }: WordSequences, part: Part): [number, number][] {
  const theirs = onceIn(source, part.sourceStart, part.sourceEnd);
  const pairs: [number, number][] = [];
  for (const [key, row] of onceIn(draft, part.draftStart, part.draftEnd)) {
    const column = row < 0 ? -1 : (theirs.get(key) ?? -1);
    if (column >= 0 && draft[row] === source[column]) pairs.push([row, column]);
  }
  return longestRising(pairs.sort((a, b) => a[0] - b[0]));
}

/** Where each run stands that stands once; -1 for the others. */
function onceIn(words: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (const [at, key] of runKeys(words, start, end).entries()) places.set(key, places.has(key) ? -1 : start + at);
  return places;
}

/** Patience sorting: the longest sublist whose second members rise. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, column]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const rising: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) rising.push(pair);
  }
  return rising.reverse();
}
