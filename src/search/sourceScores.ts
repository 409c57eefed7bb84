import { b, type Collection, inverseFrequency, k1, type Part, type QueryTerm } from './bm25.ts';
import { eachPostings, lowerBound } from './segment.ts';
import type { Ranked } from './selectBest.ts';

/**
 * What a passage's source adds to its score, as a share of the source's own BM25. A statement that draws on several
 * sentences is like none of them alone, but its source holds all its words. Found on 881 claims and 657 articles: by
 * passages alone 92.8% of the claims lead to their article, with a quarter of the source's score 96.4%, with half of it
 * 97.2%, with all of it 97.3%, with twice of it 97.2%.
 */
export const sourceShare = 1;

/** Looking a term up in a source costs a search in its postings: sources beyond the best are left as they are. */
const mostSources = 64;
/** Common words are counted once for a segment's life. */
const worthRemembering = 256;

export type ScoredSource = { readonly source: number; readonly score: number };

/** The passages by their own score and their source's together, best first, equal ones in the order of the index. */
export function withSourceScores(ranked: readonly Ranked[], query: readonly QueryTerm[], collection: Collection) {
  const shares = new Map(scoreSources(ranked, query, collection).map(({ source, score }) => [source, score]));
  return ranked
    .map(({ passage, score }) => {
      const share = shares.get(sourceOf(passage, collection)) ?? 0;
      return { passage, score: score + sourceShare * share };
    })
    .sort((x, y) => y.score - x.score || x.passage - y.passage);
}

/** BM25 of the first sources that the passages belong to, each taken as one long passage. */
export function scoreSources(
  ranked: readonly Ranked[],
  query: readonly QueryTerm[],
  collection: Collection,
): ScoredSource[] {
  const weights = query.map(term => term.weight * rarity(term, collection) * (k1 + 1));
  const scored = new Map<number, ScoredSource>();
  for (const { passage } of ranked) {
    const source = sourceOf(passage, collection);
    if (scored.has(source)) continue;
    scored.set(source, { source, score: scoreSource(source, partOf(passage, collection), query, weights, collection) });
    if (scored.size === mostSources) break;
  }
  return [...scored.values()];
}

function partOf(passage: number, { parts }: Collection): Part | undefined {
  return parts.findLast(({ base }) => base <= passage);
}

function sourceOf(passage: number, collection: Collection): number {
  const part = partOf(passage, collection);
  return part?.segment.sources[passage - part.base] ?? 0;
}

function scoreSource(
  source: number,
  part: Part | undefined,
  query: readonly QueryTerm[],
  weights: readonly number[],
  { words, sourceCount }: Collection,
): number {
  if (!part) return 0;
  const { segment } = part;
  // A source's passages stand together, and sources ascend.
  const first = lowerBound(segment.sources, source, 0, segment.sources.length);
  const end = lowerBound(segment.sources, source + 1, first, segment.sources.length);
  let length = 0;
  for (let row = first; row < end; row++) length += segment.lengths[row] ?? 0;
  const discount = k1 * (1 - b + (b * length * sourceCount) / (words || 1));
  let score = 0;
  query.forEach((term, i) => {
    let count = 0;
    eachPostings(segment, term.words, (from, to) => {
      for (let at = lowerBound(segment.passages, first, from, to); at < to; at++) {
        if ((segment.passages[at] ?? 0) >= end) break;
        count += segment.counts[at] ?? 0;
      }
    });
    score += ((weights[i] ?? 0) * count) / (count + discount);
  });
  return score;
}

/** Inverse frequency among sources. Those that hold two words of a group are counted twice. */
function rarity({ kin }: QueryTerm, { parts, sourceCount }: Collection): number {
  let holding = 0;
  for (const part of parts) {
    eachPostings(part.segment, kin, (from, to, word) => {
      holding += holdingSources(word, from, to, part);
    });
  }
  return inverseFrequency(sourceCount, Math.min(sourceCount, holding));
}

function holdingSources(word: number, from: number, to: number, { segment, spread }: Part): number {
  const known = to - from < worthRemembering ? undefined : spread.get(word);
  if (known !== undefined) return known;
  let holding = 0;
  let last = -1;
  for (let at = from; at < to; at++) {
    const source = segment.sources[segment.passages[at] ?? 0] ?? 0;
    if (source !== last) holding++;
    last = source;
  }
  if (to - from >= worthRemembering) spread.set(word, holding);
  return holding;
}
