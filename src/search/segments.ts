import type { Collection, Part, Peaks } from './bm25.ts';
import { createFrequencies } from './frequencies.ts';
import { createLandmarks, isCommon, type Landmarks } from './landmarks.ts';
import { mergeSegments, mergingSegments } from './mergeSegments.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { type Rows, type Segment, sealSegment, sumOf } from './segment.ts';
import { createSlots, type Slots } from './slots.ts';
import { createStretches, type Stretches } from './stretches.ts';

/** All segments of an index, kept few and free of what was removed. */
export type Segments = {
  seal(rows: Rows, dictionarySize: number): void;
  add(segment: Segment): void;
  /** Passages of a source that is not live any more. */
  noteRemoved(passages: number): void;
  /** Merges and drops what is due and takes a moment only; gives what a query needs, the same object until something changes. */
  settle(): Settled;
  /** Merges and drops what is due, in small steps. Queries and changes may come in between. */
  tidy(): Generator<void>;
  /** Drops all that was removed; gives what is left. */
  compact(): readonly Segment[];
};

export type Settled = Omit<Collection, 'allowed' | 'only'>;

/** Postings that a query merges; what comes to more waits for `tidy`, queries look into several segments meanwhile. */
const mergedAtOnce = 250_000;
/** Postings above which segments are left alone. */
const largestMerged = 8_000_000;
/** Up to this many passages removed ones are dropped at once; above, by `tidy` when they are a tenth. */
const smallLibrary = 50_000;

export function createSegments(isLive: (source: number) => boolean, given: readonly Segment[] = []): Segments {
  let segments = given;
  let removed = 0;
  let settled: Settled | undefined;
  const collect = createCollector();

  /** Leaving passages out is the merge's side effect, or its whole purpose. */
  const replace = (kept: readonly Segment[]): void => {
    removed -= rowsOf(segments) - rowsOf(kept);
    segments = kept.filter(segment => segment.sources.length > 0);
  };
  const add = (segment: Segment): void => {
    segments = [...segments, segment];
    settled = undefined;
  };
  /** One segment in the place of a few neighbours, unless they have been merged otherwise meanwhile. */
  const swap = (old: readonly Segment[], merged: Segment): boolean => {
    const at = segments.indexOf(old[0] ?? merged);
    if (at < 0 || old.some((segment, i) => segments[at + i] !== segment)) return false;
    replace([...segments.slice(0, at), merged, ...segments.slice(at + old.length)]);
    settled = undefined;
    return true;
  };
  const dropRemoved = () => replace(segments.map(segment => withoutRemoved(segment, isLive)));
  return {
    seal: (rows, dictionarySize) => add(sealSegment(rows, dictionarySize)),
    add,
    noteRemoved: passages => {
      removed += passages;
      settled = undefined;
    },
    settle: () => {
      if (settled) return settled;
      if (removed > 0 && rowsOf(segments) <= smallLibrary) dropRemoved();
      const due = lastToMerge(segments);
      if (due.length > 1) replace([...segments.slice(0, -due.length), mergeSegments(due, isLive)]);
      settled = collect(segments);
      return settled;
    },
    tidy: () => tidying({ list: () => segments, removed: () => removed, swap, isLive }),
    compact: () => {
      if (removed > 0) {
        dropRemoved();
        settled = undefined;
      }
      return segments;
    },
  };
}

/** Lays segments side by side. */
function createCollector(): (segments: readonly Segment[]) => Settled {
  let scratch: Scratch | undefined;
  const knownOf = createKnowledge();
  const frequenciesOf = createFrequencies();
  return segments => {
    const known = segments.map(knownOf);
    const passages = rowsOf(segments);
    const words = known.reduce((sum, segment) => sum + segment.words, 0);
    const sourceCount = known.reduce((sum, { stretches }) => sum + stretches.count, 0);
    const meanLength = passages > 0 ? words / passages : 0;
    let base = 0;
    const parts = segments.map((segment, i) => {
      const { slots, stretches, peaks, spread, landmarks } = known[i] ?? knownOf(segment);
      const part = { segment, base, slots, stretches, peaks: peaks(meanLength), spread, landmarks };
      base += segment.sources.length;
      return part;
    });
    scratch = createScratch(passages, scratch);
    return { parts, frequencies: frequenciesOf(segments), passages, words, meanLength, sourceCount, scratch };
  };
}

function rowsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.sources.length, 0);
}

function withoutRemoved(segment: Segment, isLive: (source: number) => boolean): Segment {
  return segment.sources.every(isLive) ? segment : mergeSegments([segment], isLive);
}

type Tidied = {
  list(): readonly Segment[];
  /** Passages that are there and not live. */
  removed(): number;
  /** False: the old ones are not there any more. */
  swap(old: readonly Segment[], merged: Segment): boolean;
  isLive(source: number): boolean;
};

function* tidying({ list, removed, swap, isLive }: Tidied): Generator<void> {
  if (removed() * 10 > rowsOf(list())) {
    for (const segment of list()) {
      if (!segment.sources.every(isLive)) swap([segment], yield* mergingSegments([segment], isLive));
    }
  }
  for (let due = neighboursToMerge(list()); due; due = neighboursToMerge(list())) {
    if (!swap(due, yield* mergingSegments(due, isLive))) return;
  }
}

/** The first that is not twice as large as those behind it together, with as many of those as make one segment. */
function neighboursToMerge(segments: readonly Segment[]): readonly Segment[] | undefined {
  for (let first = 0; first < segments.length - 1; first++) {
    const own = segments[first]?.passages.length ?? 0;
    let size = own;
    let end = first + 1;
    for (; end < segments.length; end++) {
      const next = segments[end]?.passages.length ?? 0;
      if (size + next > largestMerged) break;
      size += next;
    }
    if (end > first + 1 && own < 2 * (size - own)) return segments.slice(first, end);
  }
  return undefined;
}

/** The last segments, merged until each is at least twice as large as the one behind it, or too large. */
function lastToMerge(segments: readonly Segment[]): readonly Segment[] {
  let first = segments.length - 1;
  let size = segments[first]?.passages.length ?? 0;
  for (; first > 0; first--) {
    const before = segments[first - 1]?.passages.length ?? 0;
    if (before >= size * 2 || before + size > mergedAtOnce) break;
    size += before;
  }
  return segments.slice(Math.max(0, first));
}

type Knowledge = {
  readonly slots: Slots;
  readonly words: number;
  readonly stretches: Stretches;
  readonly spread: Map<number, number>;
  readonly peaks: (meanLength: number) => Peaks;
  readonly landmarks: Part['landmarks'];
};

/** What is found out about a segment is kept as long as it lives. */
function createKnowledge(): (segment: Segment) => Knowledge {
  const known = new WeakMap<Segment, Knowledge>();
  const findOut = (segment: Segment): Knowledge => {
    let first: Peaks | undefined;
    return {
      slots: createSlots(segment.terms),
      words: sumOf(segment.lengths),
      stretches: createStretches(segment.sources, segment.lengths),
      spread: new Map(),
      landmarks: rememberedLandmarks(segment),
      peaks: meanLength => {
        first ??= { meanLength, byWord: new Map() };
        return first;
      },
    };
  };
  return segment => {
    const knowledge = known.get(segment) ?? findOut(segment);
    known.set(segment, knowledge);
    return knowledge;
  };
}

function rememberedLandmarks({ passages, sources }: Segment): Part['landmarks'] {
  const known = new Map<number, Landmarks>();
  return (word, from, to) => {
    if (!isCommon(to - from, sources.length)) return undefined;
    const landmarks = known.get(word) ?? createLandmarks(passages, from, to, sources.length);
    known.set(word, landmarks);
    return landmarks;
  };
}
