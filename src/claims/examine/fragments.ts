/** A claim as stretches of the source's own words. */
import type { Sentence } from '../tokens.ts';
import type { Standing } from './standing.ts';

/** `at` in the claim's tokens, `start` in those of the passage; both stretches have `length` tokens. */
export type Fragment = {
  readonly at: number;
  readonly length: number;
  readonly passage: number;
  readonly start: number;
};

/** Greedy from the left: at each word the longest stretch that any passage holds, going on where the last one ended. */
export function fragments(own: readonly string[], passages: readonly Sentence[], standing: Standing): Fragment[] {
  const found: Fragment[] = [];
  for (let at = 0; at < own.length; ) {
    const last = found.at(-1);
    let best: Fragment = { at, length: 0, passage: -1, start: 0 };
    let most = 0;
    for (const [p, places] of standing(own[at] ?? '').entries()) {
      const tokens = passages[p]?.tokens ?? [];
      for (const start of places) {
        let length = 1;
        while (at + length < own.length && tokens[start + length]?.stem === own[at + length]) length++;
        const goesOn =
          last?.passage === p && start >= last.start + last.length ? 1 - (start - last.start - last.length) / 100 : 0;
        const score = length + goesOn;
        if (score > most) [best, most] = [{ at, length, passage: p, start }, score];
      }
    }
    if (best.length > 0) found.push(best);
    at += Math.max(1, best.length);
  }
  return found;
}
