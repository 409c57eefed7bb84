import { type Collection, discount, type Part } from './bm25.ts';
import { type Candidates, keepBest, nthBest, widen } from './candidates.ts';
import { type Postings, placeOf } from './postings.ts';
import { windowSize } from './scratch.ts';
import type { Term } from './weigh.ts';

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

/** What is before `at` was looked at; what is before `end` may stand in the window. */
type Cursor = Postings & {
  readonly weight: number;
  readonly bound: number;
  at: number;
  end: number;
};

/**
 * The best passages by these terms alone, of which those with most to add come first: as many as wanted, in no order. They
 * stand in the collection's scratch, until the next are gathered.
 */
export function gather(terms: readonly Term[], collection: Collection, wanted: number): Candidates {
  const least = collection.only ? Number.NEGATIVE_INFINITY : foresee(terms, collection, wanted);
  const found = gatherAbove(least, terms, collection, wanted);
  keepBest(found, wanted);
  return found;
}

/** For each passage wanted, so many of which the first terms say how much is needed to be among them. */
const foreseen = 1.5;
/** Sums in another order must not lose a passage to rounding. */
const almost = 1 - 1e-9;

/** A little less than what the best so many passages reach by the first terms alone, which lead to few and add most. */
function foresee(terms: readonly Term[], collection: Collection, wanted: number): number {
  let held = 0;
  const last = terms.findIndex(({ frequency }) => {
    held += frequency;
    return held >= foreseen * wanted;
  });
  if (last < 0 || last === terms.length - 1) return Number.NEGATIVE_INFINITY;
  const found = gatherAbove(Number.NEGATIVE_INFINITY, terms.slice(0, last + 1), collection, wanted);
  return found.length < wanted ? Number.NEGATIVE_INFINITY : almost * nthBest(found, wanted);
}

/** Those that exceed what is given, perhaps more than are wanted. */
function gatherAbove(given: number, terms: readonly Term[], collection: Collection, wanted: number): Candidates {
  const { found } = collection.scratch;
  found.length = 0;
  let least = given;
  collection.parts.forEach((part, i) => {
    const way = { part, terms: cursorsOf(terms, i), collection, found, wanted, least };
    if (collection.only) followIn(way, collection.only);
    else follow(way);
    least = way.least;
  });
  return found;
}

/** The terms that a part holds, at their beginnings. */
function cursorsOf(terms: readonly Term[], part: number): Cursor[] {
  const cursors: Cursor[] = [];
  for (const { weight, bound, postings } of terms) {
    const own = postings[part];
    if (!own || own.from === own.to) continue;
    const { passages, counts, from, to, landmarks } = own;
    cursors.push({ passages, counts, from, to, landmarks, weight, bound, at: from, end: from });
  }
  return cursors;
}

function follow(way: Way): void {
  const rows = way.part.segment.sources.length;
  const size = windowSize(rows);
  for (let start = nextRow(way); start < rows; start = nextRow(way)) look(way, start, Math.min(rows, start + size));
}

/** The first passage not looked at that holds any of the terms. */
function nextRow({ terms, part }: Way): number {
  let next = part.segment.sources.length;
  for (const { passages, at, to } of terms) if (at < to) next = Math.min(next, passages[at] ?? 0);
  return next;
}

/** Passages of some sources only, which stand together and ascend. */
function followIn(way: Way, only: readonly number[]): void {
  const { stretches, segment } = way.part;
  const rows = segment.sources.length;
  for (const source of only) {
    const first = stretches.begin(source);
    const end = stretches.begin(source + 1);
    if (first < end) for (const term of way.terms) term.at = placeOf(term, first, term.at, rows);
    const size = windowSize(end - first);
    for (let start = first; start < end; start += size) look(way, start, Math.min(end, start + size));
  }
}

/** Looks at the passages of one window, before which the terms have nothing left. */
function look(way: Way, start: number, end: number): void {
  const { hopes } = way.collection.scratch;
  if (way.least > 0) {
    hope(way, start, end);
    putBy(way, start, score(way, start, end, enoughHope));
    hopes.fill(0, 0, end - start);
  } else {
    for (const term of way.terms) term.end = term.to;
    putBy(way, start, score(way, start, end, 0));
  }
}

/** What a passage has to exceed comes to so much, of 255 at most. */
const enoughHope = 64;

/**
 * Adds up what each passage of a window could reach at most, and notes where the terms leave it. Most could not reach enough:
 * they need not be scored, which takes a look at their length, far from where the processor is reading.
 */
function hope({ terms, collection, least }: Way, start: number, end: number): void {
  const { hopes } = collection.scratch;
  for (const term of terms) {
    const { passages, to, bound } = term;
    const share = Math.floor((bound * enoughHope) / least + 1e-6) + 1;
    let at = term.at;
    for (; at < to; at++) {
      const passage = passages[at] ?? 0;
      if (passage >= end) break;
      hopes[passage - start] = (hopes[passage - start] ?? 0) + share;
    }
    term.end = at;
  }
}

/** Scores the passages of a window that have as much hope, and takes the terms behind it; gives how many were met. */
function score({ terms, part, collection }: Way, start: number, end: number, hope: number): number {
  const { lengths } = part.segment;
  const { scores, met, hopes } = collection.scratch;
  const { fixed, perWord } = discount(collection);
  let count = 0;
  for (const term of terms) {
    const { passages, counts, weight } = term;
    let at = term.at;
    for (; at < term.end; at++) {
      const passage = passages[at] ?? 0;
      if (passage >= end) break;
      const row = passage - start;
      if ((hopes[row] ?? 0) < hope) continue;
      const before = scores[row] ?? 0;
      if (before === 0) met[count++] = row;
      const times = counts[at] ?? 0;
      scores[row] = before + (weight * times) / (times + fixed + perWord * (lengths[passage] ?? 0));
    }
    term.at = at;
  }
  return count;
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
  if (length > 4 * wanted) way.least = keepBest(found, wanted);
}
