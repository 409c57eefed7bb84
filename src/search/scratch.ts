import { type Candidates, createCandidates } from './candidates.ts';

/**
 * So many passages one after another at most are scored at a time: their scores stay in the processor's near memory. In a large
 * library few and wide ones, since each costs a look at every word of the query, also where rare words have left only a handful in it.
 */
const widest = 1 << 16;
const narrowest = 1 << 14;

/** How many of so many passages are scored at a time. */
export function windowSize(passages: number): number {
  return Math.min(widest, Math.max(narrowest, passages >>> 3));
}

/** There is room for so many candidates at first. */
const fewFound = 1024;

/** Room for ranking, used again by each query and given back as it was: nothing is made anew, and no garbage left. */
export type Scratch = {
  /** The score of each passage of a window; all 0. */
  readonly scores: Float64Array;
  /** Which passages of the window were met; what stands in it between two windows means nothing. */
  readonly met: Uint16Array;
  /** What each passage of a window could reach at most, in parts of what it has to; all 0. What exceeds 255 stays 255. */
  readonly hopes: Uint8ClampedArray;
  /** What was found last. */
  readonly found: Candidates;
  /** A 0 for each passage of all segments at least. */
  readonly counts: Uint8Array;
  /** The same with a bit each. */
  readonly marks: Uint32Array;
};

/** For so many passages at least; `before` itself when it is large enough. */
export function createScratch(passages: number, before?: Scratch): Scratch {
  if (before && before.counts.length >= passages) return before;
  const room = Math.ceil(passages * 1.25);
  return {
    scores: before?.scores ?? new Float64Array(widest),
    met: before?.met ?? new Uint16Array(widest),
    hopes: before?.hopes ?? new Uint8ClampedArray(widest),
    found: before?.found ?? createCandidates(fewFound),
    counts: new Uint8Array(room),
    marks: new Uint32Array((room >>> 5) + 1),
  };
}
