import type { Segment } from './segment.ts';
import { runToEnd } from './steps.ts';

/** A passage that is gone has this number among the kept ones. */
const gone = 0xffffffff;

/** Postings between two steps of a merge: about two milliseconds. */
const postingsOfStep = 50_000;

/**
 * One segment that holds the passages of all that are still wanted, in their order. `isLive` is asked for each
 * passage's source. Linear in postings: nothing is tokenised again.
 */
export function mergeSegments(segments: readonly Segment[], isLive: (source: number) => boolean): Segment {
  return runToEnd(mergingSegments(segments, isLive));
}

/** The same in small steps. Sources are asked about at the first: what is removed later is still in what comes out. */
export function* mergingSegments(
  segments: readonly Segment[],
  isLive: (source: number) => boolean,
): Generator<void, Segment> {
  const renumbered = renumber(segments, isLive);
  yield;
  const rows = mergeRows(segments, renumbered.maps, renumbered.kept);
  yield;
  return { ...rows, ...(yield* mergePostings(segments, renumbered.maps)) };
}

type Maps = readonly Uint32Array[];

function renumber(segments: readonly Segment[], isLive: (source: number) => boolean): { maps: Maps; kept: number } {
  let kept = 0;
  const maps = segments.map(segment => segment.sources.map(source => (isLive(source) ? kept++ : gone)));
  return { maps, kept };
}

function mergeRows(
  segments: readonly Segment[],
  maps: Maps,
  kept: number,
): Pick<Segment, 'sources' | 'starts' | 'ends' | 'lengths'> {
  const rows = {
    sources: new Uint32Array(kept),
    starts: new Uint32Array(kept),
    ends: new Uint32Array(kept),
    lengths: new Uint16Array(kept),
  };
  segments.forEach((segment, s) => {
    maps[s]?.forEach((to, from) => {
      if (to === gone) return;
      rows.sources[to] = segment.sources[from] ?? 0;
      rows.starts[to] = segment.starts[from] ?? 0;
      rows.ends[to] = segment.ends[from] ?? 0;
      rows.lengths[to] = segment.lengths[from] ?? 0;
    });
  });
  return rows;
}

function* mergePostings(
  segments: readonly Segment[],
  maps: Maps,
): Generator<void, Pick<Segment, 'terms' | 'offsets' | 'passages' | 'counts'>> {
  const terms = mergeTerms(segments);
  yield;
  const capacity = segments.reduce((sum, segment) => sum + segment.passages.length, 0);
  const offsets = new Uint32Array(terms.length + 1);
  const passages = new Uint32Array(capacity);
  const counts = new Uint8Array(capacity);
  const slots = segments.map(() => 0);
  let used = 0;
  let end = 0;
  let step = postingsOfStep;
  for (const term of terms) {
    if (end > step) {
      yield;
      step = end + postingsOfStep;
    }
    const begin = end;
    segments.forEach((segment, s) => {
      const slot = slots[s] ?? 0;
      if (segment.terms[slot] !== term) return;
      slots[s] = slot + 1;
      end = copyLive(segment, slot, maps[s] ?? new Uint32Array(), { passages, counts }, end);
    });
    // A word that only removed passages held is dropped with them.
    if (end === begin) continue;
    terms[used++] = term;
    offsets[used] = end;
  }
  return {
    terms: terms.slice(0, used),
    offsets: offsets.slice(0, used + 1),
    passages: end === capacity ? passages : passages.slice(0, end),
    counts: end === capacity ? counts : counts.slice(0, end),
  };
}

function copyLive(
  segment: Segment,
  slot: number,
  map: Uint32Array,
  into: { readonly passages: Uint32Array; readonly counts: Uint8Array },
  at: number,
): number {
  const to = segment.offsets[slot + 1] ?? 0;
  let end = at;
  for (let i = segment.offsets[slot] ?? 0; i < to; i++) {
    const passage = map[segment.passages[i] ?? 0] ?? gone;
    if (passage === gone) continue;
    into.passages[end] = passage;
    into.counts[end] = segment.counts[i] ?? 0;
    end++;
  }
  return end;
}

/** The words of all segments, ascending, each once. */
function mergeTerms(segments: readonly Segment[]): Uint32Array {
  // The last ones are the smallest.
  return segments.map(({ terms }) => terms).reduceRight(mergeTwo, new Uint32Array());
}

function mergeTwo(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  let i = 0;
  let j = 0;
  let length = 0;
  while (i < one.length && j < other.length) {
    const term = one[i] ?? 0;
    const second = other[j] ?? 0;
    if (term <= second) i++;
    if (second <= term) j++;
    both[length++] = Math.min(term, second);
  }
  both.set(one.subarray(i), length);
  both.set(other.subarray(j), length + one.length - i);
  return both.slice(0, length + one.length - i + other.length - j);
}
