import type { Segment } from './segment.ts';

/**
 * By word: how many passages of all segments hold it. Counted once for each segment that comes and goes, not asked of each
 * segment for each word of a query.
 */
export function createFrequencies(): (segments: readonly Segment[]) => Uint32Array {
  let counted: ReadonlySet<Segment> = new Set();
  let frequencies = new Uint32Array(0);
  return segments => {
    const now = new Set(segments);
    const words = segments.reduce((most, { terms }) => Math.max(most, (terms.at(-1) ?? -1) + 1), 0);
    if (words > frequencies.length) {
      const larger = new Uint32Array(Math.max(words, Math.min(2 * frequencies.length, words + mostSpare)));
      larger.set(frequencies);
      frequencies = larger;
    }
    for (const segment of now) if (!counted.has(segment)) count(segment, frequencies, 1);
    for (const segment of counted) if (!now.has(segment)) count(segment, frequencies, -1);
    counted = now;
    return frequencies;
  };
}

/** Words that may come before room is made anew. */
const mostSpare = 1 << 16;

function count({ terms, offsets }: Segment, frequencies: Uint32Array, sign: 1 | -1): void {
  for (let slot = 0; slot < terms.length; slot++) {
    const word = terms[slot] ?? 0;
    const holding = (offsets[slot + 1] ?? 0) - (offsets[slot] ?? 0);
    frequencies[word] = (frequencies[word] ?? 0) + sign * holding;
  }
}
