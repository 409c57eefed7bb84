import Fuse from 'fuse.js';
import type { Candidate } from './candidates.ts';

/** How well each candidate answers what was typed, 0..4; candidates not named do not answer it. */
export type TypedScores = ReadonlyMap<Candidate, number>;

/** What was typed is the candidate's beginning, stands at a word in it, or resembles it at best. */
const beginning = 4;
const inside = 3;
const resembling = 2;

/**
 * Scores candidates by the words typed (as `plainKey` gives them). The exact words come before resembling ones, which are
 * looked for only while exact ones are fewer than `enough`; typing errors are forgiven by fuse.js over these candidates only.
 */
export function typedScores(typed: string, candidates: readonly Candidate[], enough: number): TypedScores {
  const scores = new Map<Candidate, number>();
  for (const candidate of candidates) {
    const { key } = candidate;
    if (key.startsWith(typed)) scores.set(candidate, beginning);
    else if (key.includes(` ${typed}`)) scores.set(candidate, inside);
  }
  if (scores.size >= enough) return scores;
  const rest = candidates.filter(candidate => !scores.has(candidate));
  const fuse = new Fuse(rest, {
    keys: ['key'],
    useTokenSearch: true,
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.4,
  });
  for (const { item, score = 1 } of fuse.search(typed))
    scores.set(item, resembling * (1 - score) * shareTyped(typed, item.key));
  return scores;
}

/** How many of the words typed the candidate has, or nearly has; the last one may be unfinished. */
function shareTyped(typed: string, key: string): number {
  const words = typed.split(' ');
  const own = new Set(key.split(' '));
  const beginnings = new Set([...own].map(word => word.slice(0, 3)));
  const shared = words.filter(word => own.has(word) || (word.length > 3 && beginnings.has(word.slice(0, 3)))).length;
  return 0.25 + (0.75 * shared) / words.length;
}
