import { type Collection, discount, type Part, type Term } from './bm25.ts';
import { lowerBound, postingsOf } from './segment.ts';

/** Adds a term's share to the score of every allowed passage that holds it; those with no score before are noted. */
export function scoreAll(term: Term, collection: Collection, touched: number[]): void {
  for (const part of collection.parts) {
    if (typeof term.holders === 'number') scorePostings(term.weight, term.holders, part, collection, touched);
    else scoreHolders(term.weight, term.holders, part, collection, touched);
  }
}

function scorePostings(weight: number, word: number, part: Part, collection: Collection, touched: number[]): void {
  const { passages, counts, lengths, sources } = part.segment;
  const { scores, allowed } = collection;
  const { fixed, perWord } = discount(collection);
  const { from, to } = postingsOf(part.segment, word);
  for (let i = from; i < to; i++) {
    const row = passages[i] ?? 0;
    const before = scores[part.base + row] ?? 0;
    if (before === 0) {
      if (allowed[sources[row] ?? 0] !== 1) continue;
      touched.push(part.base + row);
    }
    const count = counts[i] ?? 0;
    scores[part.base + row] = before + (weight * count) / (count + fixed + perWord * (lengths[row] ?? 0));
  }
}

function scoreHolders(
  weight: number,
  holders: Exclude<Term['holders'], number>,
  part: Part,
  collection: Collection,
  touched: number[],
): void {
  const { lengths, sources } = part.segment;
  const { scores, allowed } = collection;
  const { fixed, perWord } = discount(collection);
  const end = part.base + sources.length;
  for (const passage of holders.passages) {
    if (passage < part.base || passage >= end) continue;
    const row = passage - part.base;
    const before = scores[passage] ?? 0;
    if (before === 0) {
      if (allowed[sources[row] ?? 0] !== 1) continue;
      touched.push(passage);
    }
    const count = holders.counts[passage] ?? 0;
    scores[passage] = before + (weight * count) / (count + fixed + perWord * (lengths[row] ?? 0));
  }
}

/** Adds a term's share to the candidates that hold it. Candidates ascend, as postings do: both are walked once. */
export function scoreCandidates(term: Term, collection: Collection, candidates: Uint32Array): void {
  let at = 0;
  for (const part of collection.parts) {
    const end = lowerBound(candidates, part.base + part.segment.sources.length, at, candidates.length);
    if (end > at) scoreWithin(term, part, collection, candidates.subarray(at, end));
    at = end;
  }
}

function scoreWithin(term: Term, { segment, base }: Part, collection: Collection, candidates: Uint32Array): void {
  const { scores } = collection;
  const { fixed, perWord } = discount(collection);
  const union = typeof term.holders === 'number' ? undefined : term.holders.counts;
  const { from, to } = typeof term.holders === 'number' ? postingsOf(segment, term.holders) : { from: 0, to: 0 };
  let at = from;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i] ?? 0;
    let count = union?.[candidate] ?? 0;
    if (!union) {
      at = gallop(segment.passages, candidate - base, at, to);
      if (at === to) break;
      if (segment.passages[at] === candidate - base) count = segment.counts[at] ?? 0;
    }
    if (count === 0) continue;
    const length = segment.lengths[candidate - base] ?? 0;
    scores[candidate] = (scores[candidate] ?? 0) + (term.weight * count) / (count + fixed + perWord * length);
  }
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
