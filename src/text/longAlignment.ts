/**
 * Alignment of texts too long for one table: a likely window is found by counting shared words along diagonals, and the
 * table is cut at words that both sides have exactly once and in the same order (Cohen's patience diff).
 */
import { type AlignedRun, alignWords, type FreeEnds, type WordSequences } from './wordAlignment.ts';

/** Stretches of the source, as word indexes. */
export type WordWindow = { readonly start: number; readonly end: number };

/** Most cells of one table: about 16 MB and a tenth of a second. */
const MOST_CELLS = 16_000_000;

/** Words of the source taken in on either side of the window that the shared words point at. */
const MARGIN = 100;

/**
 * The stretch of the source where most of the draft's rarer words stand at about the same distance from each other as in
 * the draft. Linear in the lengths: words that the source has more often than `COMMON` times do not vote.
 */
export function likelyWindow(draft: Int32Array, source: Int32Array): WordWindow {
  const places = new Map<number, number[]>();
  for (const word of draft) places.set(word, []);
  for (let j = 0; j < source.length; j++) places.get(source[j] ?? -1)?.push(j);
  const bucket = Math.max(32, draft.length >> 2);
  const votes = new Float64Array(Math.ceil((source.length + draft.length) / bucket) + 2);
  for (let i = 0; i < draft.length; i++) {
    const found = places.get(draft[i] ?? -1) ?? [];
    if (found.length > COMMON) continue;
    for (const j of found) {
      const at = Math.floor((j - i + draft.length) / bucket);
      votes[at] = (votes[at] ?? 0) + 1 / found.length;
    }
  }
  let best = 0;
  for (let at = 0; at + 1 < votes.length; at++) {
    if ((votes[at] ?? 0) + (votes[at + 1] ?? 0) > (votes[best] ?? 0) + (votes[best + 1] ?? 0)) best = at;
  }
  const start = best * bucket - draft.length;
  return {
    start: Math.max(0, start - MARGIN),
    end: Math.min(source.length, start + 2 * bucket + draft.length + MARGIN),
  };
}

const COMMON = 50;

/**
 * Aligns the draft with a stretch of the source, in one table when that is small enough, else part by part between words
 * that are unique on both sides. Without such words an overlong stretch counts as replaced as a whole.
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
  if (anchors.length === 0) return [{ ...part, equal: false }];
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

function alignTable({ draft, source, joined }: WordSequences, part: Part, free: FreeEnds): AlignedRun[] {
  const { draftStart, draftEnd, sourceStart, sourceEnd } = part;
  const shift = (joins: WordSequences['joined']['draft'], start: number, end: number) =>
    new Map(
      [...joins]
        .filter(([at, list]) => at <= end && list.some(([count]) => at - count >= start))
        .map(([at, list]) => [at - start, list.filter(([count]) => at - count >= start)] as const),
    );
  const { runs } = alignWords(
    {
      draft: draft.subarray(draftStart, draftEnd),
      source: source.subarray(sourceStart, sourceEnd),
      joined: {
        draft: shift(joined.draft, draftStart, draftEnd),
        source: shift(joined.source, sourceStart, sourceEnd),
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

/** Words that stand once on either side, as the longest list that rises on both. */
function anchorsOf({ draft, source }: WordSequences, part: Part): [number, number][] {
  const ours = onceIn(draft, part.draftStart, part.draftEnd);
  const theirs = onceIn(source, part.sourceStart, part.sourceEnd);
  const pairs: [number, number][] = [];
  for (const [word, row] of ours) {
    const column = theirs.get(word);
    if (row >= 0 && column !== undefined && column >= 0) pairs.push([row, column]);
  }
  return longestRising(pairs.sort((a, b) => a[0] - b[0]));
}

/** Index of each word that stands once; -1 for the others. */
function onceIn(words: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const word = words[at] ?? -1;
    places.set(word, places.has(word) ? -1 : at);
  }
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
