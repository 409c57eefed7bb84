/**
 * So many passages one after another are scored at a time: their scores stay in the processor's near memory. Few and wide,
 * since each costs a look at every word of the query, also where rare words have left only a handful in it.
 */
export const windowSize = 1 << 16;

/** Room for ranking, used again by each query and given back as it was: nothing is made anew, and no garbage left. */
export type Scratch = {
  /** The score of each passage of a window; all 0. */
  readonly scores: Float64Array;
  /** Which passages of the window were met; what stands in it between two windows means nothing. */
  readonly met: Uint16Array;
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
    scores: before?.scores ?? new Float64Array(windowSize),
    met: before?.met ?? new Uint16Array(windowSize),
    counts: new Uint8Array(room),
    marks: new Uint32Array((room >>> 5) + 1),
  };
}
