/** A word's place among the ascending `terms` of a segment; -1 for a word that is not there. */
export type Slots = (word: number) => number;

/**
 * Finds places without a search: a bit for each word of the dictionary, and how many stand before each 32 of them (Jacobson's
 * rank). Takes two bits a word, and the processor's near memory holds them where the terms themselves do not fit in.
 */
export function createSlots(terms: Uint32Array): Slots {
  const size = (terms.at(-1) ?? -1) + 1;
  const bits = new Uint32Array((size + 31) >>> 5);
  const before = new Uint32Array(bits.length);
  for (let slot = 0; slot < terms.length; slot++) {
    const word = terms[slot] ?? 0;
    bits[word >>> 5] = (bits[word >>> 5] ?? 0) | (1 << (word & 31));
  }
  for (let i = 1; i < bits.length; i++) before[i] = (before[i - 1] ?? 0) + ones(bits[i - 1] ?? 0);
  return word => {
    const own = bits[word >>> 5] ?? 0;
    const bit = 1 << (word & 31);
    return (own & bit) === 0 ? -1 : (before[word >>> 5] ?? 0) + ones(own & (bit - 1));
  };
}

/** How many of 32 bits are set: pairs, fours and bytes are summed at once. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
