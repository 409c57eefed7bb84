import { type Collection, discount, type Part } from './bm25.ts';
import { type Candidates, keepFrom, nthBest, putInOrder } from './candidates.ts';
import { type Postings, placeOf } from './postings.ts';
import { lowerBound } from './segment.ts';
import type { Term } from './weigh.ts';

/** Sums in another order must not lose a passage to rounding. */
const rounding = 1e-9;

/**
 * The candidates with what the terms add to their scores, those with most to add first. Candidates that cannot come among
 * the first `limit` any more are dropped on the way: long lists of common words are only probed for the few that are left.
 * With a `hope` below 1 those are dropped too that would need more than this share of all there is still to add.
 */
export function complete(
  candidates: Candidates,
  terms: readonly Term[],
  collection: Collection,
  limit: number,
  hope: number,
): void {
  putInOrder(candidates);
  let rest = terms.reduce((sum, { bound }) => sum + bound, 0);
  for (const { postings, weight, bound } of terms) {
    if (candidates.length > limit) keepFrom(candidates, nthBest(candidates, limit) - hope * rest - rounding);
    let at = 0;
    collection.parts.forEach((part, i) => {
      const end = lowerBound(candidates.passages, part.base + part.segment.sources.length, at, candidates.length);
      const own = postings[i];
      if (own && own.from < own.to) probe(own, weight, part, collection, candidates, at, end);
      at = end;
    });
    rest -= bound;
  }
}

function probe(
  own: Postings,
  weight: number,
  { segment, base }: Part,
  collection: Collection,
  { passages: wanted, scores }: Candidates,
  first: number,
  end: number,
): void {
  const { lengths } = segment;
  const { passages, counts, from, to } = own;
  const { fixed, perWord } = discount(collection);
  let at = from;
  for (let i = first; i < end; i++) {
    const passage = (wanted[i] ?? 0) - base;
    at = placeOf(own, passage, at, lengths.length);
    if (at === to) return;
    if (passages[at] !== passage) continue;
    const count = counts[at] ?? 0;
    scores[i] = (scores[i] ?? 0) + (weight * count) / (count + fixed + perWord * (lengths[passage] ?? 0));
  }
}
