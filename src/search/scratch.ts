/** So many passages one after another are scored at a time: their scores stay in the processor's nearest memory. */
export const windowSize = 4096;

/** Room for ranking, used again by each query and given back as it was: nothing is made anew, and no garbage left. */
export type Scratch = {
  /** The score of each passage of a window; all 0. */
  readonly scores: Float64Array;
  /** Which passages of the window were met; what stands in it between two windows means nothing. */
  readonly met: Uint16Array;
  /** A 0 for each passage of all segments at least. */
  readonly counts: Uint8Array;
};

/** For so many passages at least; `before` itself when it is large enough. */
export function createScratch(passages: number, before?: Scratch): Scratch {
  if (before && before.counts.length >= passages) return before;
  return {
    scores: before?.scores ?? new Float64Array(windowSize),
    met: before?.met ?? new Uint16Array(windowSize),
    counts: new Uint8Array(Math.ceil(passages * 1.25)),
  };
}
