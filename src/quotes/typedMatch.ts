import Fuse from 'fuse.js';
import type { Candidate } from './candidates.ts';

/** How well each candidate answers what was typed, 0..4; candidates not named do not answer it. */
export type TypedScores = ReadonlyMap<Candidate, number>;

/** What was typed is the candidate's beginning, stands at a word in it, or resembles it at best. */
const beginning = 4;
const inside = 3;
const resembling = 2;
/** Share of the words typed that a candidate must have to stand behind the exact ones. */
const leastShare = 0.5;

/**
 * Scores candidates by the words typed (as `plainKey` gives them). The exact words come before resembling ones; typing
 * errors are forgiven by fuse.js, over these candidates only, and only when none has the exact words.
 */
export function typedScores(typed: string, candidates: readonly Candidate[]): TypedScores {
  const scores = new Map<Candidate, number>();
  for (const candidate of candidates) {
    const { key } = candidate;
    if (key.startsWith(typed)) scores.set(candidate, beginning);
    else if (key.includes(` ${typed}`)) scores.set(candidate, inside);
  }
  const words = typed.split(' ');
  if (scores.size > 0) {
    for (const candidate of candidates) {
      const share = scores.has(candidate) ? 0 : shareTyped(words, candidate);
      if (share >= leastShare) scores.set(candidate, resembling * share * 0.5);
    }
    return scores;
  }
  const fuse = new Fuse(candidates, {
    keys: ['key'],
    useTokenSearch: true,
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.4,
  });
  for (const { item, score = 1 } of fuse.search(typed)) {
    scores.set(item, resembling * (1 - score) * (0.25 + 0.75 * shareTyped(words, item)));
  }
  return scores;
}

/** How many of the words typed the candidate has, or nearly has; the last one may be unfinished. */
function shareTyped(typed: readonly string[], { key, words }: Candidate): number {
  const own = words();
  const shared = typed.filter(word => own.has(word) || (word.length > 3 && ` ${key}`.includes(` ${word.slice(0, 3)}`)));
  return shared.length / typed.length;
}
