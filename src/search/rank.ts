import { type Collection, type QueryTerm, type Term, weigh } from './bm25.ts';
import { scoreAll, scoreCandidates } from './scoreTerm.ts';
import { postingsOf } from './segment.ts';
import { nthBest, type Ranked, selectBest } from './selectBest.ts';

/** Below this many candidates a better threshold costs less than it spares. */
const fewCandidates = 4096;
/** Sums in another order must not lose a passage to rounding. */
const rounding = 1e-9;

/**
 * The best passages by BM25, best first, equal scores in the order of the index. Exact, but rarely looks at all postings
 * (MaxScore, Turtle & Flood 1995, a term at a time): rare words go first, and once no passage without them can come
 * among the best any more, the long postings of common words are only probed for the candidates. The score to beat is
 * known from the start: that of a few passages which hold the rarest words.
 */
export function rank(query: readonly QueryTerm[], collection: Collection, limit: number): Ranked[] {
  const terms = weigh(query, collection);
  const { scores } = collection;
  const touched: number[] = [];
  let threshold = promise(terms, collection, limit);
  let remaining = terms.reduce((sum, term) => sum + term.weight, 0);
  let candidates: Uint32Array | undefined;
  for (const term of terms) {
    if (candidates) scoreCandidates(term, collection, candidates);
    else scoreAll(term, collection, touched);
    remaining -= term.weight;
    if (!candidates && threshold <= remaining) continue;
    candidates = survivors(candidates ?? touched, scores, threshold - remaining - rounding);
    if (candidates.length < fewCandidates) threshold = Math.max(threshold, nthBest(candidates, scores, limit));
  }
  const ranked = selectBest(candidates ?? touched, scores, limit);
  for (const passage of touched) scores[passage] = 0;
  return ranked;
}

/** A score that at least `limit` passages reach; 0 when the rarest words do not lead to so many. */
function promise(terms: readonly Term[], collection: Collection, limit: number): number {
  const sample = rarest(terms, collection, limit * 4);
  if (sample.length < limit) return 0;
  for (const term of terms) scoreCandidates(term, collection, sample);
  const reached = nthBest(sample, collection.scores, limit);
  for (const passage of sample) collection.scores[passage] = 0;
  return reached - rounding;
}

/** Some allowed passages that hold the terms of most weight, ascending. */
function rarest(terms: readonly Term[], { parts, allowed }: Collection, wanted: number): Uint32Array {
  const found = new Set<number>();
  for (const { holders } of terms) {
    if (typeof holders !== 'number') continue;
    for (const { segment, base } of parts) {
      const { from, to } = postingsOf(segment, holders);
      for (let i = from; i < to && found.size < wanted; i++) {
        const row = segment.passages[i] ?? 0;
        if (allowed[segment.sources[row] ?? 0] === 1) found.add(base + row);
      }
    }
  }
  return Uint32Array.from(found).sort();
}

/** Passages that have reached the score, ascending. */
function survivors(passages: ArrayLike<number>, scores: Float64Array, least: number): Uint32Array {
  const kept: number[] = [];
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    if ((scores[passage] ?? 0) >= least) kept.push(passage);
  }
  return Uint32Array.from(kept).sort();
}
