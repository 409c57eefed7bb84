import type { Landmarks } from './landmarks.ts';
import type { Scratch } from './scratch.ts';
import type { Segment } from './segment.ts';
import type { Slots } from './slots.ts';
import type { Stretches } from './stretches.ts';

/** Saturation of repeated words, and how much longer passages are discounted: the usual values of BM25. */
export const k1 = 1.2;
export const b = 0.75;

/** A library of so many passages is looked through for all words of a query; in larger ones bounds hold (rank.ts). */
export const enough = 1 << 13;

/** Segments side by side: passage `i` of `segment` has the number `base + i` in the collection. */
export type Part = {
  readonly segment: Segment;
  readonly base: number;
  readonly slots: Slots;
  readonly stretches: Stretches;
  readonly peaks: Peaks;
  /** Of a word, whose postings stand from one place to before another; found out when they are first asked for. */
  readonly landmarks: (word: number, from: number, to: number) => Landmarks | undefined;
  /** By word: how many sources of the segment hold it, as far as it has been counted. */
  readonly spread: Map<number, number>;
};

/**
 * By word of a segment: the most that its count and a passage's length come to, of 1, at some mean length. Found out
 * when it is first needed, and good as long as the segment is: a bound for one mean gives one for another.
 */
export type Peaks = { readonly meanLength: number; readonly byWord: Map<number, number> };

export type Collection = {
  readonly parts: readonly Part[];
  /** By word: how many passages hold it. Of words that came with the last passages none may be there. */
  readonly frequencies: Uint32Array;
  readonly passages: number;
  /** Mean number of words of a passage. */
  readonly meanLength: number;
  /** Words of all passages together. */
  readonly words: number;
  /** Sources that have passages. */
  readonly sourceCount: number;
  /** By source number: 1 when its passages may be found; undefined when all may. */
  readonly allowed: Uint8Array | undefined;
  /** The same by their numbers, ascending, when the query names sources. */
  readonly only: readonly number[] | undefined;
  readonly scratch: Scratch;
};

/** Which of the parts has a passage: mostly the only one. */
export function partAt(passage: number, parts: readonly Part[]): number {
  let at = parts.length - 1;
  while (at > 0 && (parts[at]?.base ?? 0) > passage) at--;
  return at;
}

/** A word of the query, or a group of words that count as one (all that begin with a prefix). */
export type QueryTerm = {
  /** Their numbers, ascending. */
  readonly words: ArrayLike<number>;
  readonly weight: number;
  /** Words whose rarity is theirs: the word's own, or that of all readings of a typing error together. Ascending. */
  readonly kin: ArrayLike<number>;
  /** How many passages hold the kin, those that hold two counted twice. */
  readonly frequency: number;
};

/** Inverse document frequency that stays above zero for words that are nearly everywhere. */
export function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

/** The part of BM25's denominator beside the count, `k1 * (1 - b + b * length / mean)`, as `fixed + perWord * length`. */
export function discount({ meanLength }: Pick<Collection, 'meanLength'>): {
  readonly fixed: number;
  readonly perWord: number;
} {
  return { fixed: k1 * (1 - b), perWord: (k1 * b) / (meanLength || 1) };
}

/** How many passages hold the words, those that hold two of them counted twice. */
export function frequencyOf(words: ArrayLike<number>, { frequencies }: Pick<Collection, 'frequencies'>): number {
  let holding = 0;
  for (let i = 0; i < words.length; i++) holding += frequencies[words[i] ?? 0] ?? 0;
  return holding;
}
