import { type Collection, discount, type Part } from './bm25.ts';
import { type Candidates, createCandidates, keepBest, widen } from './candidates.ts';
import type { Postings } from './postings.ts';
import { windowSize } from './scratch.ts';
import { gallop, lowerBound } from './segment.ts';
import type { Term } from './weigh.ts';

/** So many are put by before the best of them are chosen. */
const mostFound = 2048;

/** The terms on their way through the passages of a part. */
type Way = {
  readonly part: Part;
  readonly terms: readonly Cursor[];
  readonly collection: Collection;
  readonly found: Candidates;
  readonly wanted: number;
  /** What a passage has to exceed to be among those wanted. */
  least: number;
};

/** What is before `at` was looked at. */
type Cursor = Postings & { readonly weight: number; at: number };

/** The best passages by these terms alone: as many as wanted, in no order. */
export function gather(terms: readonly Term[], collection: Collection, wanted: number): Candidates {
  const found = createCandidates(Math.max(mostFound, 4 * wanted));
  let least = Number.NEGATIVE_INFINITY;
  collection.parts.forEach((part, i) => {
    const cursors = terms.flatMap(({ weight, postings }) => {
      const own = postings[i];
      return own && own.from < own.to ? [{ ...own, weight, at: own.from }] : [];
    });
    const way = { part, terms: cursors, collection, found, wanted, least };
    if (collection.only) followIn(way, collection.only);
    else follow(way);
    least = way.least;
  });
  keepBest(found, wanted);
  return found;
}

function follow(way: Way): void {
  const rows = way.part.segment.sources.length;
  for (let start = nextRow(way); start < rows; start = nextRow(way)) {
    score(way, start, Math.min(rows, start + windowSize));
  }
}

/** The first passage not looked at that holds any of the terms. */
function nextRow({ terms, part }: Way): number {
  let next = part.segment.sources.length;
  for (const { passages, at, to } of terms) if (at < to) next = Math.min(next, passages[at] ?? 0);
  return next;
}

/** Passages of some sources only, which stand together and ascend. */
function followIn(way: Way, only: readonly number[]): void {
  const { sources } = way.part.segment;
  for (const source of only) {
    const first = lowerBound(sources, source, 0, sources.length);
    const end = lowerBound(sources, source + 1, first, sources.length);
    for (let start = first; start < end; start += windowSize) score(way, start, Math.min(end, start + windowSize));
  }
}

/** Scores the passages of one window. */
function score(way: Way, start: number, end: number): void {
  const { lengths } = way.part.segment;
  const { scores, met } = way.collection.scratch;
  const { fixed, perWord } = discount(way.collection);
  let count = 0;
  for (const term of way.terms) {
    const { passages, counts, to, weight } = term;
    let at = gallop(passages, start, term.at, to);
    for (; at < to; at++) {
      const passage = passages[at] ?? 0;
      if (passage >= end) break;
      const row = passage - start;
      const before = scores[row] ?? 0;
      if (before === 0) met[count++] = row;
      const times = counts[at] ?? 0;
      scores[row] = before + (weight * times) / (times + fixed + perWord * (lengths[passage] ?? 0));
    }
    term.at = at;
  }
  putBy(way, start, count);
}

/** Puts by what was met in a window, and leaves no score behind. */
function putBy(way: Way, start: number, count: number): void {
  const { part, collection, found, wanted } = way;
  const { scores, met } = collection.scratch;
  const { allowed } = collection;
  widen(found, count);
  const { passages, scores: reached } = found;
  let { length } = found;
  for (let i = 0; i < count; i++) {
    const row = met[i] ?? 0;
    const score = scores[row] ?? 0;
    scores[row] = 0;
    if (score <= way.least) continue;
    if (allowed && allowed[part.segment.sources[start + row] ?? 0] !== 1) continue;
    passages[length] = part.base + start + row;
    reached[length++] = score;
  }
  found.length = length;
  if (length > Math.max(mostFound, 4 * wanted)) way.least = keepBest(found, wanted);
}
