import { lowerBound, postingsOf, type Segment } from './segment.ts';

/** Saturation of repeated words, and how much longer passages are discounted: the usual values of BM25. */
export const k1 = 1.2;
export const b = 0.75;

/** Segments side by side: passage `i` of `segment` has the number `base + i`. */
export type Part = { readonly segment: Segment; readonly base: number };

export type Collection = {
  readonly parts: readonly Part[];
  readonly passages: number;
  /** Mean number of words of a passage. */
  readonly meanLength: number;
  /** By source number: 1 when its passages may be found. */
  readonly allowed: Uint8Array;
  /** One 0 for each passage; used while ranking and given back as it was. */
  readonly scores: Float64Array;
};

/** A word of the query, or a group of words that count as one (all that begin with a prefix). */
export type QueryTerm = { readonly words: readonly number[]; readonly weight: number };

export type Ranked = { readonly passage: number; readonly score: number };

type Term = {
  readonly words: readonly number[];
  readonly weight: number /** No passage gets more from this term. */;
  readonly bound: number;
};

/**
 * The best passages by BM25, best first, equal scores in the order of the index. Exact, but rarely looks at all postings
 * (MaxScore, Turtle & Flood 1995, a term at a time): rare words go first, and once no passage without them can come
 * among the best any more, the long postings of common words are only probed for the candidates.
 */
export function rank(query: readonly QueryTerm[], collection: Collection, limit: number): Ranked[] {
  const terms = weigh(query, collection);
  const touched: number[] = [];
  let remaining = terms.reduce((sum, term) => sum + term.bound, 0);
  let best = 0;
  let next = 0;
  let candidates: Uint32Array | undefined;
  for (; next < terms.length && !candidates; next++) {
    const term = terms[next];
    if (!term) break;
    best = Math.max(best, addAll(term, collection, touched));
    remaining -= term.bound;
    // The best score is known for free and at least the limit's: a test that spares most selections.
    if (touched.length < limit || best <= remaining) continue;
    const threshold = nthBest(collection.scores, touched, limit);
    if (threshold > remaining) candidates = survivors(touched, collection.scores, threshold - remaining);
  }
  for (; candidates && next < terms.length; next++) {
    const term = terms[next];
    if (!term) break;
    addToCandidates(term, collection, candidates);
    remaining -= term.bound;
    if (candidates.length <= limit * 2) continue;
    candidates = survivors(candidates, collection.scores, nthBest(collection.scores, candidates, limit) - remaining);
  }
  const ranked = selectBest(candidates ?? touched, collection.scores, limit);
  for (const passage of touched) collection.scores[passage] = 0;
  return ranked;
}

/** Inverse document frequency that stays above zero for words that are nearly everywhere. */
export function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

/** Weights of the terms that occur at all, those that can add most first. */
function weigh(query: readonly QueryTerm[], collection: Collection): Term[] {
  const terms: Term[] = [];
  for (const { words, weight } of query) {
    const holding = Math.min(collection.passages, frequencyOf(words, collection));
    if (holding === 0) continue;
    const full = weight * inverseFrequency(collection.passages, holding) * (k1 + 1);
    terms.push({ words, weight: full, bound: full });
  }
  return terms.sort((a, b) => b.bound - a.bound);
}

/** How many passages hold the words, those that hold two of them counted twice. */
export function frequencyOf(words: readonly number[], { parts }: Pick<Collection, 'parts'>): number {
  let holding = 0;
  for (const { segment } of parts) {
    for (const word of words) {
      const { from, to } = postingsOf(segment, word);
      holding += to - from;
    }
  }
  return holding;
}

/** Adds a term to every passage that holds it; gives the best score seen. */
function addAll(term: Term, collection: Collection, touched: number[]): number {
  const { scores, allowed } = collection;
  const length = discount(collection);
  let best = 0;
  for (const part of collection.parts) {
    const { segment, base } = part;
    eachPosting(term.words, segment, (passage, count) => {
      const before = scores[base + passage] ?? 0;
      if (before === 0) {
        if (allowed[segment.sources[passage] ?? 0] !== 1) return;
        touched.push(base + passage);
      }
      const score =
        before + (term.weight * count) / (count + length.fixed + length.perWord * (segment.lengths[passage] ?? 0));
      scores[base + passage] = score;
      if (score > best) best = score;
    });
  }
  return best;
}

/** The denominator of BM25 beside the count: `k1 * (1 - b + b * length / mean)`. */
function discount({ meanLength }: Collection): { readonly fixed: number; readonly perWord: number } {
  return { fixed: k1 * (1 - b), perWord: (k1 * b) / (meanLength || 1) };
}

function eachPosting(
  words: readonly number[],
  segment: Segment,
  visit: (passage: number, count: number) => void,
): void {
  const single = words.length === 1 ? words[0] : undefined;
  if (single === undefined) {
    for (const [passage, count] of unite(words, segment)) visit(passage, count);
    return;
  }
  const { from, to } = postingsOf(segment, single);
  for (let i = from; i < to; i++) visit(segment.passages[i] ?? 0, segment.counts[i] ?? 0);
}

/** The passages that hold any of the words, with how often they hold them together. */
function unite(words: readonly number[], segment: Segment): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) {
    const { from, to } = postingsOf(segment, word);
    for (let i = from; i < to; i++) {
      const passage = segment.passages[i] ?? 0;
      counts.set(passage, (counts.get(passage) ?? 0) + (segment.counts[i] ?? 0));
    }
  }
  return counts;
}

/** Adds a term to the candidates that hold it: they are ascending, so are postings, so both are walked once. */
function addToCandidates(term: Term, collection: Collection, candidates: Uint32Array): void {
  const { scores, parts } = collection;
  const length = discount(collection);
  let at = 0;
  for (const { segment, base } of parts) {
    const end = lowerBound(candidates, base + segment.sources.length, at, candidates.length);
    const counts = countsIn(term.words, segment, base, candidates.subarray(at, end));
    for (let i = at; i < end; i++) {
      const count = counts[i - at] ?? 0;
      const candidate = candidates[i] ?? 0;
      if (count === 0) continue;
      const words = segment.lengths[candidate - base] ?? 0;
      scores[candidate] =
        (scores[candidate] ?? 0) + (term.weight * count) / (count + length.fixed + length.perWord * words);
    }
    at = end;
  }
}

function countsIn(words: readonly number[], segment: Segment, base: number, candidates: Uint32Array): Uint32Array {
  const counts = new Uint32Array(candidates.length);
  for (const word of words) {
    const { from, to } = postingsOf(segment, word);
    let at = from;
    for (let i = 0; i < candidates.length && at < to; i++) {
      const wanted = (candidates[i] ?? 0) - base;
      at = gallop(segment.passages, wanted, at, to);
      if (segment.passages[at] === wanted && at < to) counts[i] = (counts[i] ?? 0) + (segment.counts[at] ?? 0);
    }
  }
  return counts;
}

/** Steps of doubling width, then halving: cheap when the next candidate is near, still quick when it is far. */
function gallop(numbers: Uint32Array, value: number, from: number, to: number): number {
  let width = 1;
  let low = from;
  while (low + width < to && (numbers[low + width] ?? 0) < value) {
    low += width;
    width *= 2;
  }
  return lowerBound(numbers, value, low, Math.min(to, low + width + 1));
}

function survivors(passages: ArrayLike<number>, scores: Float64Array, least: number): Uint32Array {
  const kept: number[] = [];
  // A hair below: sums in another order must not lose a passage to rounding.
  const cut = least - 1e-9;
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    if ((scores[passage] ?? 0) >= cut) kept.push(passage);
  }
  return Uint32Array.from(kept).sort();
}

function nthBest(scores: Float64Array, passages: ArrayLike<number>, n: number): number {
  const values = new Float64Array(passages.length);
  for (let i = 0; i < values.length; i++) values[i] = scores[passages[i] ?? 0] ?? 0;
  return selectNth(values, values.length - n);
}

/** Hoare's selection: the value that would stand at `n` if the numbers were sorted ascending. Reorders them. */
function selectNth(values: Float64Array, n: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i++] = values[j] ?? 0;
      values[j--] = swapped;
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else break;
  }
  return values[n] ?? 0;
}

function selectBest(passages: ArrayLike<number>, scores: Float64Array, limit: number): Ranked[] {
  const least = passages.length > limit ? nthBest(scores, passages, limit) : 0;
  const best: Ranked[] = [];
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    const score = scores[passage] ?? 0;
    if (score >= least) best.push({ passage, score });
  }
  return best.sort((x, y) => y.score - x.score || x.passage - y.passage).slice(0, limit);
}
