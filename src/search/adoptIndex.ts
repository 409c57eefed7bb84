import type { Dictionary } from './dictionary.ts';
import type { IndexContents } from './indexBytes.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';
import { wordAt } from './sortedWords.ts';
import type { SourceNumbers } from './sourceNumbers.ts';

export type IndexParts = {
  readonly dictionary: Dictionary;
  readonly sources: SourceNumbers;
  readonly segments: Segments;
};

/** Puts all that one index holds into the parts of another, which knows none of its sources. */
export function adoptIndex(given: IndexContents, { dictionary, sources, segments }: IndexParts): void {
  const numbers = Uint32Array.from(given.sourceIds, (id, i) => sources.add(id, given.passages[i] ?? 0));
  const words = new Uint32Array(given.words.ids.length);
  for (let place = 0; place < words.length; place++) {
    words[given.words.ids[place] ?? 0] = dictionary.add(wordAt(given.words, place));
  }
  for (const segment of given.segments) segments.add(adoptSegment(segment, words, numbers));
}

/**
 * A segment of one index as a segment of another: `words` and `sources` give the number there for each number here.
 * Nothing is tokenised again; the postings of each word are copied to where the word's new number puts them.
 */
function adoptSegment(segment: Segment, words: Uint32Array, sources: Uint32Array): Segment {
  const slots = slotsInOrder(segment.terms, words);
  const terms = new Uint32Array(slots.length);
  const offsets = new Uint32Array(slots.length + 1);
  const passages = new Uint32Array(segment.passages.length);
  const counts = new Uint8Array(segment.counts.length);
  let end = 0;
  slots.forEach((slot, i) => {
    const from = segment.offsets[slot] ?? 0;
    const to = segment.offsets[slot + 1] ?? 0;
    passages.set(segment.passages.subarray(from, to), end);
    counts.set(segment.counts.subarray(from, to), end);
    end += to - from;
    terms[i] = words[segment.terms[slot] ?? 0] ?? 0;
    offsets[i + 1] = end;
  });
  return {
    sources: segment.sources.map(source => sources[source] ?? 0),
    // Copies: what is handed over is a view of bytes that hold much else.
    starts: segment.starts.slice(),
    ends: segment.ends.slice(),
    lengths: segment.lengths.slice(),
    terms,
    offsets,
    passages,
    counts,
  };
}

/** The places of the terms in the ascending order of their new numbers. */
function slotsInOrder(terms: Uint32Array, words: Uint32Array): Uint32Array {
  // Number and place in one float, exact up to 2^53: typed arrays of numbers sort without asking anybody.
  const keys = Float64Array.from(terms, (term, slot) => (words[term] ?? 0) * 2 ** 21 + slot).sort();
  return Uint32Array.from(keys, key => key % 2 ** 21);
}
