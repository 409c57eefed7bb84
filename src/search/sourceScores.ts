import { b, type Collection, enough, inverseFrequency, k1, type Part, partAt, type QueryTerm } from './bm25.ts';
import { type Candidates, putInOrder, type Ranked, ranked } from './candidates.ts';
import { eachPostings, type Postings, placeOf } from './postings.ts';
import type { Term } from './weigh.ts';

/**
 * What a passage's source adds to its score, as a share of the source's own BM25. A statement that draws on several
 * sentences is like none of them alone, but its source holds all its words. Found on 881 claims and 657 articles: by
 * passages alone 92.8% of the claims lead to their article, with a quarter of the source's score 96.4%, with half of it
 * 97.2%, with all of it 97.3%, with twice of it 97.2%.
 */
export const sourceShare = 1;

/** Looking a term up in a source costs a search in its postings: sources beyond the best are left as they are. */
const mostSources = 64;
/** Words of which is remembered how many sources of a segment hold them: those of many drafts. */
const mostRemembered = 1 << 14;
/**
 * What the words that nearly every source holds come to together, at most, is left out in large libraries: beside what the
 * others give it is nothing, and theirs are the longest lists.
 */
export const negligible = 0.1;

/** The passages by their own score and their source's together, best first, equal ones in the order of the index. */
export function withSourceScores(found: Candidates, terms: readonly Term[], collection: Collection): Ranked[] {
  const scores = scoreSources(stretchesOf(considered(found, collection), collection), terms, collection);
  const { passages, scores: own, length } = found;
  for (let i = 0; i < length; i++) {
    const share = scores.get(sourceOf(passages[i] ?? 0, collection)) ?? 0;
    own[i] = (own[i] ?? 0) + sourceShare * share;
  }
  return ranked(found);
}

/** A passage of each source that is looked at, and perhaps more, ascending: those of the best sources when there are too many. */
function considered(found: Candidates, collection: Collection): ArrayLike<number> {
  if (found.length <= mostSources) {
    putInOrder(found);
    return found.passages.subarray(0, found.length);
  }
  const bySource = new Map<number, number>();
  for (const { passage } of ranked(found)) {
    const source = sourceOf(passage, collection);
    if (!bySource.has(source)) bySource.set(source, passage);
    if (bySource.size === mostSources) break;
  }
  return [...bySource.values()].sort((x, y) => x - y);
}

/** A source's passages stand together in one part: from `first` to before `end`. */
type Stretch = { readonly source: number; readonly first: number; readonly end: number; readonly discount: number };

/** By part: the sources of the passages, in the order of the index. */
function stretchesOf(passages: ArrayLike<number>, collection: Collection): Stretch[][] {
  const byPart = collection.parts.map((): Stretch[] => []);
  let last = -1;
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    const at = partAt(passage, collection.parts);
    const part = collection.parts[at];
    const source = part?.segment.sources[passage - part.base] ?? 0;
    if (part && source !== last) byPart[at]?.push(stretchOf(source, part, collection));
    last = source;
  }
  return byPart;
}

function stretchOf(source: number, { stretches }: Part, { words, sourceCount }: Collection): Stretch {
  const length = stretches.words(source);
  return {
    source,
    first: stretches.begin(source),
    end: stretches.begin(source + 1),
    discount: k1 * (1 - b + (b * length * sourceCount) / (words || 1)),
  };
}

function sourceOf(passage: number, collection: Collection): number {
  const part = collection.parts[partAt(passage, collection.parts)];
  return part?.segment.sources[passage - part.base] ?? 0;
}

/** BM25 of sources, each taken as one long passage. */
function scoreSources(
  byPart: readonly (readonly Stretch[])[],
  terms: readonly Term[],
  collection: Collection,
): Map<number, number> {
  const scores = new Map<number, number>();
  const telling = tellingOf(terms, collection);
  byPart.forEach((stretches, i) => {
    const sums = new Float64Array(stretches.length);
    const rows = collection.parts[i]?.segment.sources.length ?? 0;
    if (stretches.length === 0) return;
    for (const { postings, weight } of telling) {
      const own = postings[i];
      if (own) addShares(own, weight, stretches, sums, rows);
    }
    stretches.forEach(({ source }, s) => {
      scores.set(source, sums[s] ?? 0);
    });
  });
  return scores;
}

type Telling = { readonly postings: readonly Postings[]; readonly weight: number };

/** The terms that make a difference between sources, with what each gives at most. */
function tellingOf(terms: readonly Term[], collection: Collection): Telling[] {
  const weighed = terms.map(({ asked, postings }) => ({
    postings,
    weight: asked.weight * rarity(asked, collection) * (k1 + 1),
  }));
  if (collection.passages <= enough) return weighed;
  let left = negligible;
  return weighed
    .sort((x, y) => x.weight - y.weight)
    .filter(({ weight }) => {
      left -= weight;
      return left < 0;
    });
}

function addShares(
  own: Postings,
  weight: number,
  stretches: readonly Stretch[],
  sums: Float64Array,
  rows: number,
): void {
  const { passages, counts, from, to } = own;
  let at = from;
  for (let i = 0; i < stretches.length; i++) {
    const { first, end, discount } = stretches[i] as Stretch;
    at = placeOf(own, first, at, rows);
    let count = 0;
    for (; at < to && (passages[at] ?? 0) < end; at++) count += counts[at] ?? 0;
    if (at === to && count === 0) return;
    sums[i] = (sums[i] ?? 0) + (weight * count) / (count + discount);
  }
}

/** Inverse frequency among sources. Those that hold two words of a group are counted twice. */
function rarity({ kin }: QueryTerm, { parts, sourceCount }: Collection): number {
  let holding = 0;
  for (const part of parts) {
    eachPostings(kin, part, (from, to, word) => {
      holding += holdingSources(word, from, to, part);
    });
  }
  return inverseFrequency(sourceCount, Math.min(sourceCount, holding));
}

function holdingSources(word: number, from: number, to: number, { segment, spread }: Part): number {
  if (to - from < 2) return to - from;
  const known = spread.get(word);
  if (known !== undefined) return known;
  let holding = 0;
  let last = -1;
  for (let at = from; at < to; at++) {
    const source = segment.sources[segment.passages[at] ?? 0] ?? 0;
    if (source !== last) holding++;
    last = source;
  }
  if (spread.size >= mostRemembered) spread.clear();
  spread.set(word, holding);
  return holding;
}
