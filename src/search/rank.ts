import { type Collection, type QueryTerm, type Term, weigh } from './bm25.ts';
import { scoreAll, scoreCandidates, scoreScored } from './scoreTerm.ts';
import { postingsOf } from './segment.ts';
import { nthBest, type Ranked, selectBest } from './selectBest.ts';

/** So few that sorting them, looking them up one by one and finding a better threshold all pay. */
const few = 4096;
/** So many of the passages found first are asked for the score to beat. */
const promising = 1024;
/**
 * So many passages with the rarest words are enough to choose from: those that only hold commoner words of the query are
 * not looked for, nor what is far behind already. Answers are exact up to here, which is about half the queries over 100,000
 * sentences, and take hardly longer beyond, however large the library.
 */
const enough = 1 << 14;
/** Sums in another order must not lose a passage to rounding. */
const rounding = 1e-9;

/**
 * The best passages by BM25, best first, equal scores in the order of the index. Exact (but see `enough`), and rarely looks at all postings
 * (MaxScore, Turtle & Flood 1995, a term at a time): rare words go first, and once no passage without them can come
 * among the best any more, the long postings of common words are only probed for the candidates. The score to beat is
 * known from the start: that of a few passages which hold the rarest words.
 */
export function rank(query: readonly QueryTerm[], collection: Collection, limit: number): Ranked[] {
  const terms = weigh(query, collection);
  const { scores, touched } = collection;
  let threshold = promise(terms, collection, limit);
  let remaining = terms.reduce((sum, term) => sum + term.bound, 0);
  let found = 0;
  let candidates: Uint32Array | undefined;
  for (const term of terms) {
    if (!candidates && found > promising && found + term.frequency > enough) {
      candidates = chosen(touched.subarray(0, found), scores, Math.max(promising, limit * 4));
    }
    if (!candidates) found = scoreAll(term, collection, found);
    else if (candidates.length > few) scoreScored(term, collection, candidates);
    else scoreCandidates(term, collection, candidates);
    remaining -= term.bound;
    // Those found first hold the rarest words: the score that enough of them reach is nearly that of the best.
    const first = (candidates ?? touched).subarray(0, Math.min(promising, candidates?.length ?? found));
    threshold = Math.max(threshold, nthBest(first, scores, limit) - rounding);
    if (!candidates && threshold <= remaining) continue;
    const isFirst = candidates === undefined || candidates.length > few;
    candidates = keepBest(candidates ?? touched.slice(0, found), scores, threshold - remaining - rounding);
    if (isFirst && candidates.length <= few) candidates.sort();
  }
  const ranked = selectBest(candidates ?? touched.subarray(0, found), scores, limit);
  for (let i = 0; i < found; i++) scores[touched[i] ?? 0] = 0;
  return ranked;
}

/** About so many of the passages, those with the best scores so far, ascending. */
function chosen(passages: Uint32Array, scores: Float64Array, wanted: number): Uint32Array {
  // A sample says well enough which score divides them.
  const step = Math.ceil(passages.length / promising);
  const sample = passages.filter((_, i) => i % step === 0);
  return keepBest(passages.slice(), scores, nthBest(sample, scores, Math.ceil(wanted / step))).sort();
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
        if (!allowed || allowed[segment.sources[row] ?? 0] === 1) found.add(base + row);
      }
    }
  }
  return Uint32Array.from(found).sort();
}

/** Moves the passages that have reached the score to the front, in their order, and gives that front. */
function keepBest(passages: Uint32Array, scores: Float64Array, least: number): Uint32Array {
  let kept = 0;
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    if ((scores[passage] ?? 0) >= least) passages[kept++] = passage;
  }
  return passages.subarray(0, kept);
}
