import { type Collection, discount, type Part, type Term } from './bm25.ts';
import { gallop, lowerBound, postingsOf } from './segment.ts';

/**
 * Adds a term's share to the score of every allowed passage that holds it. Passages that had no score are noted in
 * `collection.touched` behind the `found` ones; gives how many there are now.
 */
export function scoreAll(term: Term, collection: Collection, found: number): number {
  const { holders, weight } = term;
  let noted = found;
  for (const part of collection.parts) {
    noted =
      typeof holders === 'number'
        ? scorePostings(weight, holders, part, collection, noted)
        : scoreUnion(weight, holders, part, collection, noted);
  }
  return noted;
}

function scorePostings(weight: number, word: number, part: Part, collection: Collection, found: number): number {
  const { passages, counts, lengths, sources } = part.segment;
  const { scores, allowed, touched } = collection;
  const { fixed, perWord } = discount(collection);
  const { from, to } = postingsOf(part.segment, word);
  let noted = found;
  for (let i = from; i < to; i++) {
    const row = passages[i] ?? 0;
    const before = scores[part.base + row] ?? 0;
    if (before === 0) {
      if (allowed && allowed[sources[row] ?? 0] !== 1) continue;
      touched[noted++] = part.base + row;
    }
    const count = counts[i] ?? 0;
    scores[part.base + row] = before + (weight * count) / (count + fixed + perWord * (lengths[row] ?? 0));
  }
  return noted;
}

function scoreUnion(weight: number, counts: Uint8Array, part: Part, collection: Collection, found: number): number {
  const { lengths, sources } = part.segment;
  const { scores, allowed, touched } = collection;
  const { fixed, perWord } = discount(collection);
  let noted = found;
  for (let row = 0; row < sources.length; row++) {
    const passage = part.base + row;
    const count = counts[passage] ?? 0;
    if (count === 0) continue;
    const before = scores[passage] ?? 0;
    if (before === 0) {
      if (allowed && allowed[sources[row] ?? 0] !== 1) continue;
      touched[noted++] = passage;
    }
    scores[passage] = before + (weight * count) / (count + fixed + perWord * (lengths[row] ?? 0));
  }
  return noted;
}

/** The same as `scoreCandidates` for so many candidates, in any order, that walking the postings costs less. */
export function scoreScored({ holders, weight }: Term, collection: Collection, candidates: Uint32Array): void {
  for (const part of collection.parts) {
    if (typeof holders === 'number') walkPostings(weight, postingsOf(part.segment, holders), part, collection);
    else probeUnion(weight, holders, part, collection, candidates);
  }
}

/** Adds a term's share to the candidates that hold it. Candidates ascend, as postings do. */
export function scoreCandidates({ holders, weight }: Term, collection: Collection, candidates: Uint32Array): void {
  let at = 0;
  for (const part of collection.parts) {
    const end = lowerBound(candidates, part.base + part.segment.sources.length, at, candidates.length);
    const within = candidates.subarray(at, end);
    if (typeof holders === 'number') probePostings(weight, postingsOf(part.segment, holders), part, collection, within);
    else probeUnion(weight, holders, part, collection, within);
    at = end;
  }
}

type Range = { readonly from: number; readonly to: number };

/** Adds to whatever has a score: that is more passages than the candidates, but those that are none do not matter. */
function walkPostings(weight: number, { from, to }: Range, { segment, base }: Part, collection: Collection): void {
  const { passages, counts, lengths } = segment;
  const { scores } = collection;
  const { fixed, perWord } = discount(collection);
  for (let i = from; i < to; i++) {
    const row = passages[i] ?? 0;
    const before = scores[base + row] ?? 0;
    if (before === 0) continue;
    const count = counts[i] ?? 0;
    scores[base + row] = before + (weight * count) / (count + fixed + perWord * (lengths[row] ?? 0));
  }
}

function probePostings(
  weight: number,
  { from, to }: Range,
  { segment, base }: Part,
  collection: Collection,
  candidates: Uint32Array,
): void {
  const { passages, counts, lengths } = segment;
  const { scores } = collection;
  const { fixed, perWord } = discount(collection);
  let at = from;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i] ?? 0;
    const row = candidate - base;
    at = gallop(passages, row, at, to);
    if (at === to) return;
    if (passages[at] !== row) continue;
    const count = counts[at] ?? 0;
    scores[candidate] = (scores[candidate] ?? 0) + (weight * count) / (count + fixed + perWord * (lengths[row] ?? 0));
  }
}

function probeUnion(
  weight: number,
  counts: Uint8Array,
  part: Part,
  collection: Collection,
  candidates: Uint32Array,
): void {
  const { segment, base } = part;
  const { scores } = collection;
  const { fixed, perWord } = discount(collection);
  const end = base + segment.sources.length;
  for (const candidate of candidates) {
    const count = counts[candidate] ?? 0;
    const before = scores[candidate] ?? 0;
    if (count === 0 || candidate < base || candidate >= end) continue;
    scores[candidate] =
      before + (weight * count) / (count + fixed + perWord * (segment.lengths[candidate - base] ?? 0));
  }
}
