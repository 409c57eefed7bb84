import { eachPostings, postingsOf, type Segment } from './segment.ts';

/** Saturation of repeated words, and how much longer passages are discounted: the usual values of BM25. */
export const k1 = 1.2;
export const b = 0.75;

/** Segments side by side: passage `i` of `segment` has the number `base + i` in the collection. */
export type Part = {
  readonly segment: Segment;
  readonly base: number;
  readonly peaks: Peaks;
  /** By word: how many sources of the segment hold it, as far as it has been counted. */
  readonly spread: Map<number, number>;
};

/**
 * By word of a segment: the most that its count and a passage's length come to, of 1, at some mean length. Found out
 * when it is first needed, and good as long as the segment is: a bound for one mean gives one for another.
 */
export type Peaks = { readonly meanLength: number; readonly byWord: Map<number, number> };

export type Collection = {
  readonly parts: readonly Part[];
  readonly passages: number;
  /** Mean number of words of a passage. */
  readonly meanLength: number;
  /** Words of all passages together. */
  readonly words: number;
  /** Sources that have passages. */
  readonly sourceCount: number;
  /** By source number: 1 when its passages may be found; undefined when all may. */
  readonly allowed: Uint8Array | undefined;
  /** A 0 for each passage at least; used while ranking and given back as it was. */
  readonly scores: Float64Array;
  /** Room for the numbers of all passages at least; what stands in it between two rankings means nothing. */
  readonly touched: Uint32Array;
};

/** A word of the query, or a group of words that count as one (all that begin with a prefix). */
export type QueryTerm = {
  /** Their numbers, ascending. */
  readonly words: ArrayLike<number>;
  readonly weight: number;
  /** Words whose rarity is theirs: the word's own, or that of all readings of a typing error together. Ascending. */
  readonly kin: ArrayLike<number>;
  /** How many passages hold the kin, those that hold two counted twice. */
  readonly frequency: number;
};

export type Term = {
  /** What a passage gets: `weight * count / (count + discount)`. */
  readonly weight: number;
  /** No passage gets more. */
  readonly bound: number;
  /** How many passages hold it at most. */
  readonly frequency: number;
  /** The word; or, for a group, how often each passage of the collection holds any of them (255 stands for more). */
  readonly holders: number | Uint8Array;
};

/** The terms that occur at all with their weights, those that can add most first. */
export function weigh(query: readonly QueryTerm[], collection: Collection): Term[] {
  const terms: Term[] = [];
  for (const { words, weight, frequency } of query) {
    const holding = Math.min(collection.passages, frequency);
    const holders = words.length === 1 ? (words[0] ?? 0) : unite(words, collection);
    const full = weight * inverseFrequency(collection.passages, holding) * (k1 + 1);
    terms.push({ weight: full, bound: full * peakOf(holders, frequency, collection), frequency, holders });
  }
  return terms.sort((x, y) => y.bound - x.bound);
}

/** Rare words are looked at anyway: what they could add at most need not be known well. */
const worthAPeak = 256;

function peakOf(holders: Term['holders'], frequency: number, collection: Collection): number {
  if (typeof holders !== 'number' || frequency < worthAPeak) return 1;
  let peak = 0;
  for (const part of collection.parts) {
    // The share grows with the mean length, and never faster than it. A mean of 0: all passages were without words.
    const drift = Math.max(1, collection.meanLength / (part.peaks.meanLength || collection.meanLength));
    peak = Math.max(peak, peakWithin(holders, part) * drift);
  }
  return Math.min(1, peak);
}

function peakWithin(word: number, { segment, peaks }: Part): number {
  const known = peaks.byWord.get(word);
  if (known !== undefined) return known;
  const { fixed, perWord } = discount(peaks);
  const { from, to } = postingsOf(segment, word);
  let peak = 0;
  for (let i = from; i < to; i++) {
    const count = segment.counts[i] ?? 0;
    const share = count / (count + fixed + perWord * (segment.lengths[segment.passages[i] ?? 0] ?? 0));
    if (share > peak) peak = share;
  }
  peaks.byWord.set(word, peak);
  return peak;
}

/** Inverse document frequency that stays above zero for words that are nearly everywhere. */
export function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

/** The part of BM25's denominator beside the count, `k1 * (1 - b + b * length / mean)`, as `fixed + perWord * length`. */
export function discount({ meanLength }: Pick<Collection, 'meanLength'>): {
  readonly fixed: number;
  readonly perWord: number;
} {
  return { fixed: k1 * (1 - b), perWord: (k1 * b) / (meanLength || 1) };
}

/** How many passages hold the words, those that hold two of them counted twice. Words ascend. */
export function frequencyOf(words: ArrayLike<number>, { parts }: Pick<Collection, 'parts'>): number {
  let holding = 0;
  for (const { segment } of parts) {
    eachPostings(segment, words, (from, to) => {
      holding += to - from;
    });
  }
  return holding;
}

function unite(words: ArrayLike<number>, { parts, passages }: Collection): Uint8Array {
  const counts = new Uint8Array(passages);
  for (const { segment, base } of parts) {
    eachPostings(segment, words, (from, to) => {
      for (let i = from; i < to; i++) {
        const passage = base + (segment.passages[i] ?? 0);
        counts[passage] = Math.min(255, (counts[passage] ?? 0) + (segment.counts[i] ?? 0));
      }
    });
  }
  return counts;
}
