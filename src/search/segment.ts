import type { Span } from '../model.ts';

/**
 * A sealed part of the index: which passages hold which word, in a handful of typed arrays (as Lucene's segments, or
 * compressed sparse rows). It is never changed, only merged into a larger one, and could be written to disk as it is.
 */
export type Segment = {
  /** Per passage: the number of the source it belongs to, its span there, and how many words it has. */
  readonly sources: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly lengths: Uint16Array;
  /** Numbers of the words that occur, ascending. */
  readonly terms: Uint32Array;
  /** Postings of `terms[i]` stand at `offsets[i]` to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
  /** Passages of a word, ascending, and how often each holds it (255 stands for more, too). */
  readonly passages: Uint32Array;
  readonly counts: Uint8Array;
};

/** Where a passage stands in its source. */
export function spanOf({ starts, ends }: Segment, row: number): Span {
  return { start: starts[row] ?? 0, end: ends[row] ?? 0 };
}

/** Passages as they come in: rows as in a segment, and the words of all of them one after another. */
export type Rows = {
  readonly sources: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where in `words` each passage ends. */
  readonly wordEnds: Uint32Array;
  readonly words: Uint32Array;
};

export const longestPassage = 0xffff;

/** Inverts rows into a segment by counting, not by comparing: linear in the number of words. */
export function sealSegment(rows: Rows, dictionarySize: number): Segment {
  const { terms, offsets, slots } = layOut(rows, dictionarySize);
  const passages = new Uint32Array(offsets[terms.length] ?? 0);
  const counts = new Uint8Array(passages.length);
  const next = offsets.slice();
  const lengths = new Uint16Array(rows.wordEnds.length);
  eachWord(rows, (passage, word) => {
    const slot = slots[word] ?? 0;
    const at = next[slot] ?? 0;
    const repeated = at > (offsets[slot] ?? 0) && passages[at - 1] === passage;
    if (repeated) {
      counts[at - 1] = Math.min(255, (counts[at - 1] ?? 0) + 1);
    } else {
      passages[at] = passage;
      counts[at] = 1;
      next[slot] = at + 1;
    }
  });
  for (let i = 0; i < lengths.length; i++) {
    lengths[i] = Math.min(longestPassage, (rows.wordEnds[i] ?? 0) - (i > 0 ? (rows.wordEnds[i - 1] ?? 0) : 0));
  }
  return {
    sources: rows.sources.slice(),
    starts: rows.starts.slice(),
    ends: rows.ends.slice(),
    lengths,
    terms,
    offsets,
    passages,
    counts,
  };
}

export function sumOf(lengths: Uint16Array): number {
  let sum = 0;
  for (let i = 0; i < lengths.length; i++) sum += lengths[i] ?? 0;
  return sum;
}

/** How many passages hold each word decides where each word's postings go. */
function layOut(
  rows: Rows,
  dictionarySize: number,
): Pick<Segment, 'terms' | 'offsets'> & { readonly slots: Uint32Array } {
  const frequency = new Uint32Array(dictionarySize);
  // Passage number plus one, so that the zeros the array begins with mean none.
  const lastPassage = new Uint32Array(dictionarySize);
  eachWord(rows, (passage, word) => {
    if (lastPassage[word] === passage + 1) return;
    lastPassage[word] = passage + 1;
    frequency[word] = (frequency[word] ?? 0) + 1;
  });
  let used = 0;
  for (let word = 0; word < dictionarySize; word++) if (frequency[word]) used++;
  const terms = new Uint32Array(used);
  const offsets = new Uint32Array(used + 1);
  const slots = lastPassage;
  let slot = 0;
  for (let word = 0; word < dictionarySize; word++) {
    if (!frequency[word]) continue;
    terms[slot] = word;
    slots[word] = slot;
    offsets[slot + 1] = (offsets[slot] ?? 0) + (frequency[word] ?? 0);
    slot++;
  }
  return { terms, offsets, slots };
}

function eachWord(rows: Rows, visit: (passage: number, word: number) => void): void {
  let at = 0;
  for (let passage = 0; passage < rows.wordEnds.length; passage++) {
    const end = rows.wordEnds[passage] ?? 0;
    for (; at < end; at++) visit(passage, rows.words[at] ?? 0);
  }
}

/** `lowerBound` by steps of doubling width: cheap when the place is near `from`, still quick when it is far. */
export function gallop(numbers: Uint32Array, value: number, from: number, to: number): number {
  let width = 1;
  let low = from;
  while (low + width < to && (numbers[low + width] ?? 0) < value) {
    low += width;
    width *= 2;
  }
  return lowerBound(numbers, value, low, Math.min(to, low + width + 1));
}

/**
 * `gallop` in a long list over all `rows` of a segment: begins where the value would stand if the numbers were spread evenly,
 * as those of a common word nearly are. Each step on the way is a wait for the processor's far memory.
 */
export function leap(numbers: Uint32Array, value: number, from: number, to: number, rate: number): number {
  if (to - from < shortLeap) return gallop(numbers, value, from, to);
  let at = from;
  for (let step = 0; step < 2; step++) {
    const guess = at + Math.round((value - (numbers[at] ?? 0)) * rate);
    at = guess < from ? from : guess >= to ? to - 1 : guess;
  }
  return (numbers[at] ?? 0) < value ? gallop(numbers, value, at, to) : gallopBack(numbers, value, from, at);
}

/** Lists in which a search by halves has as few steps. */
const shortLeap = 128;

/** The first place from `from` to `to` that holds `value` or more, near `to`, which does. */
export function gallopBack(numbers: Uint32Array, value: number, from: number, to: number): number {
  let width = 1;
  let high = to;
  while (high - width >= from && (numbers[high - width] ?? 0) >= value) {
    high -= width;
    width *= 2;
  }
  return lowerBound(numbers, value, Math.max(from, high - width + 1), high);
}

/** The first place between `from` and `to` that holds `value` or more, in ascending numbers. */
export function lowerBound(numbers: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
