import type { Sentence } from '../tokens.ts';

/**
 * By the stem of each word of a claim where it stands in each passage, by places in the passage's tokens. Every feature asks
 * for it again and again: going through the passages' words once for all of them takes less than one of them took.
 */
export type Standing = (stem: string) => readonly (readonly number[])[];

export function standingOf(claim: Sentence, passages: readonly Sentence[]): Standing {
  const rows = new Map<string, (readonly number[])[]>();
  for (const { stem } of claim.tokens) if (!rows.has(stem)) rows.set(stem, new Array(passages.length).fill(nowhere));
  for (let p = 0; p < passages.length; p++) {
    const tokens = passages[p]?.tokens ?? [];
    for (let at = 0; at < tokens.length; at++) {
      const row = rows.get(tokens[at]?.stem ?? '');
      if (row) row[p] = [...(row[p] ?? nowhere), at];
    }
  }
  const none = passages.map(() => nowhere);
  return stem => rows.get(stem) ?? none;
}

/** Whether a word with these places stands in a passage. */
export function stands(places: readonly number[] | undefined): boolean {
  return places !== undefined && places.length > 0;
}

const nowhere: readonly number[] = [];
