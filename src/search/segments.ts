import type { Collection, Part } from './bm25.ts';
import { mergeSegments } from './mergeSegments.ts';
import { type Rows, type Segment, sealSegment } from './segment.ts';

/** All segments of an index, kept few and free of what was removed. */
export type Segments = {
  seal(rows: Rows, dictionarySize: number): void;
  /** Passages of a source that is not live any more. */
  noteRemoved(passages: number): void;
  /** Merges and drops what is due; gives what a query needs, the same object until something changes. */
  settle(): Settled;
};

export type Settled = Omit<Collection, 'allowed'>;

/** Postings above which segments are left alone: merging them would stall a query. */
const largestMerged = 8_000_000;
/** Up to this many passages removed ones are dropped at once; above, when they are a tenth. */
const smallLibrary = 50_000;

export function createSegments(isLive: (source: number) => boolean): Segments {
  let segments: readonly Segment[] = [];
  let removed = 0;
  let settled: Settled | undefined;

  /** Leaving passages out is the merge's side effect, or its whole purpose. */
  const replace = (kept: readonly Segment[]): void => {
    removed -= rowsOf(segments) - rowsOf(kept);
    segments = kept.filter(segment => segment.sources.length > 0);
  };
  const mustDrop = (): boolean => {
    const all = rowsOf(segments);
    return removed > 0 && (all <= smallLibrary || removed * 10 > all);
  };
  return {
    seal: (rows, dictionarySize) => {
      segments = [...segments, sealSegment(rows, dictionarySize)];
      settled = undefined;
    },
    noteRemoved: passages => {
      removed += passages;
      settled = undefined;
    },
    settle: () => {
      if (settled) return settled;
      if (mustDrop()) replace(segments.map(segment => withoutRemoved(segment, isLive)));
      replace(mergeSmall(segments, isLive));
      settled = collect(segments);
      return settled;
    },
  };
}

function rowsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.sources.length, 0);
}

function withoutRemoved(segment: Segment, isLive: (source: number) => boolean): Segment {
  return segment.sources.every(isLive) ? segment : mergeSegments([segment], isLive);
}

/** Merges from the end until each segment is at least twice as large as the one behind it. */
function mergeSmall(segments: readonly Segment[], isLive: (source: number) => boolean): readonly Segment[] {
  let first = segments.length - 1;
  let size = segments[first]?.passages.length ?? 0;
  for (; first > 0; first--) {
    const before = segments[first - 1]?.passages.length ?? 0;
    if (before >= size * 2 || before + size > largestMerged) break;
    size += before;
  }
  if (first >= segments.length - 1) return segments;
  return [...segments.slice(0, first), mergeSegments(segments.slice(first), isLive)];
}

function collect(segments: readonly Segment[]): Settled {
  const parts: Part[] = [];
  let passages = 0;
  let words = 0;
  for (const segment of segments) {
    parts.push({ segment, base: passages });
    passages += segment.sources.length;
    for (const length of segment.lengths) words += length;
  }
  const meanLength = passages > 0 ? words / passages : 0;
  const scratch = { scores: new Float64Array(passages), touched: new Uint32Array(passages), peaks: new Map() };
  return { parts, passages, meanLength, ...scratch };
}
