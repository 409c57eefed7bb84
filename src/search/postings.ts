import { eachPostings, postingsOf, type Segment } from './segment.ts';

/** Which passages of a segment hold a word: `passages[from]` to before `passages[to]`, ascending, and how often each does. */
export type Postings = {
  readonly passages: Uint32Array;
  /** 255 stands for more, too. */
  readonly counts: Uint8Array;
  readonly from: number;
  readonly to: number;
};

/** Which passages hold any of the words, which ascend. `room` has a 0 for each passage, and is given back so. */
export function postingsFor(words: ArrayLike<number>, segment: Segment, room: Uint8Array): Postings {
  if (words.length !== 1) return unite(words, segment, room);
  return { passages: segment.passages, counts: segment.counts, ...postingsOf(segment, words[0] ?? 0) };
}

function unite(words: ArrayLike<number>, segment: Segment, room: Uint8Array): Postings {
  const passages = holdersOf(words, segment, room);
  const counts = new Uint8Array(passages.length);
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    counts[i] = room[passage] ?? 0;
    room[passage] = 0;
  }
  return { passages, counts, from: 0, to: passages.length };
}

/** Sorting so few costs less than looking for them among all. */
const few = 64;

/** Leaves in `room` how often each holds them. */
function holdersOf(words: ArrayLike<number>, segment: Segment, room: Uint8Array): Uint32Array {
  const rows = segment.sources.length;
  let held = 0;
  eachPostings(segment, words, (from, to) => {
    held += to - from;
  });
  const holders = new Uint32Array(Math.min(held, rows));
  let length = 0;
  eachPostings(segment, words, (from, to) => {
    for (let i = from; i < to; i++) {
      const passage = segment.passages[i] ?? 0;
      const before = room[passage] ?? 0;
      if (before === 0) holders[length++] = passage;
      room[passage] = Math.min(255, before + (segment.counts[i] ?? 0));
    }
  });
  const ascending = holders.subarray(0, length);
  if (length * few < rows) return ascending.sort();
  for (let row = 0, at = 0; at < length; row++) if (room[row] !== 0) ascending[at++] = row;
  return ascending;
}
