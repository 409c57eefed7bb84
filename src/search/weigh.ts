import { type Collection, discount, inverseFrequency, k1, type Part, type QueryTerm } from './bm25.ts';
import { type Postings, postingsFor, postingsOf } from './postings.ts';

export type Term = {
  /** What a passage gets: `weight * count / (count + discount)`. */
  readonly weight: number;
  /** No passage gets more. */
  readonly bound: number;
  /** How many passages hold it. */
  readonly frequency: number;
  readonly asked: QueryTerm;
  /** By part of the collection. */
  readonly postings: readonly Postings[];
};

/** The terms that occur at all with their weights, those that can add most first. */
export function weigh(query: readonly QueryTerm[], collection: Collection): Term[] {
  const terms: Term[] = [];
  for (const asked of query) {
    const { words, weight, frequency } = asked;
    const holding = Math.min(collection.passages, frequency);
    const full = weight * inverseFrequency(collection.passages, holding) * (k1 + 1);
    const postings = collection.parts.map(part => postingsFor(words, part, collection.scratch));
    const held = postings.reduce((sum, { from, to }) => sum + to - from, 0);
    terms.push({ weight: full, bound: full * peakOf(words, held, collection), frequency: held, asked, postings });
  }
  return terms.sort((x, y) => y.bound - x.bound);
}

/** Rare words are looked at anyway: what they could add at most need not be known well. */
const worthAPeak = 256;

function peakOf(words: ArrayLike<number>, frequency: number, collection: Collection): number {
  const word = words.length === 1 ? words[0] : undefined;
  if (word === undefined || frequency < worthAPeak) return 1;
  let peak = 0;
  for (const part of collection.parts) {
    // The share grows with the mean length, and never faster than it. A mean of 0: all passages were without words.
    const drift = Math.max(1, collection.meanLength / (part.peaks.meanLength || collection.meanLength));
    peak = Math.max(peak, peakWithin(word, part) * drift);
  }
  return Math.min(1, peak);
}

function peakWithin(word: number, part: Part): number {
  const { segment, peaks } = part;
  const known = peaks.byWord.get(word);
  if (known !== undefined) return known;
  const { fixed, perWord } = discount(peaks);
  const { from, to } = postingsOf(word, part);
  let peak = 0;
  for (let i = from; i < to; i++) {
    const count = segment.counts[i] ?? 0;
    const share = count / (count + fixed + perWord * (segment.lengths[segment.passages[i] ?? 0] ?? 0));
    if (share > peak) peak = share;
  }
  peaks.byWord.set(word, peak);
  return peak;
}
