import type { Part } from './bm25.ts';
import { type Landmarks, placeBy } from './landmarks.ts';
import type { Scratch } from './scratch.ts';
import { leap } from './segment.ts';

/** Which passages of a segment hold a word: `passages[from]` to before `passages[to]`, ascending, and how often each does. */
export type Postings = {
  readonly passages: Uint32Array;
  /** 255 stands for more, too. */
  readonly counts: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Of a common word. */
  readonly landmarks: Landmarks | undefined;
};

type Where = Pick<Part, 'segment' | 'slots' | 'landmarks'>;

/** Where a word's postings stand; empty when the segment does not hold it. */
export function postingsOf(
  word: number,
  { segment, slots }: Pick<Part, 'segment' | 'slots'>,
): { readonly from: number; readonly to: number } {
  const slot = slots(word);
  if (slot < 0) return { from: 0, to: 0 };
  return { from: segment.offsets[slot] ?? 0, to: segment.offsets[slot + 1] ?? 0 };
}

/** Where the postings of several words stand; the words that the segment does not hold are passed over. */
export function eachPostings(
  words: ArrayLike<number>,
  { segment, slots }: Pick<Part, 'segment' | 'slots'>,
  visit: (from: number, to: number, word: number) => void,
): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    const slot = slots(word);
    if (slot >= 0) visit(segment.offsets[slot] ?? 0, segment.offsets[slot + 1] ?? 0, word);
  }
}

/** Which passages hold any of the words. */
export function postingsFor(words: ArrayLike<number>, part: Where, room: Room): Postings {
  if (words.length !== 1) return unite(words, part, room);
  const { passages, counts } = part.segment;
  const word = words[0] ?? 0;
  const { from, to } = postingsOf(word, part);
  return { passages, counts, from, to, landmarks: part.landmarks(word, from, to) };
}

/**
 * The first place, not before `at`, that holds the passage or a later one. `rows` is how many passages the segment has. Where a
 * word has landmarks `at` is not needed: nothing stands before it that is asked for.
 */
export function placeOf(
  { passages, from, to, landmarks }: Postings,
  passage: number,
  at: number,
  rows: number,
): number {
  if (!landmarks) return leap(passages, passage, at, to, (to - from) / rows);
  return Math.min(to, Math.max(at, placeBy(landmarks, passages, passage)));
}

/** Zeros for each passage, given back so. */
type Room = Pick<Scratch, 'counts' | 'marks'>;

function unite(words: ArrayLike<number>, part: Where, { counts: room, marks }: Room): Postings {
  const { segment } = part;
  let held = 0;
  eachPostings(words, part, (from, to) => {
    held += to - from;
    for (let i = from; i < to; i++) {
      const passage = segment.passages[i] ?? 0;
      room[passage] = Math.min(255, (room[passage] ?? 0) + (segment.counts[i] ?? 0));
      marks[passage >>> 5] = (marks[passage >>> 5] ?? 0) | (1 << (passage & 31));
    }
  });
  const rows = held === 0 ? 0 : segment.sources.length;
  const passages = new Uint32Array(Math.min(held, rows));
  const counts = new Uint8Array(passages.length);
  let length = 0;
  for (let first = 0; first < rows; first += 32) {
    for (let left = marks[first >>> 5] ?? 0; left !== 0; left &= left - 1) {
      const passage = first + 31 - Math.clz32(left & -left);
      passages[length] = passage;
      counts[length++] = room[passage] ?? 0;
      room[passage] = 0;
    }
    marks[first >>> 5] = 0;
  }
  return { passages, counts, from: 0, to: length, landmarks: undefined };
}
