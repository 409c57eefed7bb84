/** Proposes the passages that bear on a claim. */
import type { Claim, Evidence } from '../model.ts';
import type { ScoredPassage, SourceStore } from '../sources/store.ts';

/** A claim is laid beside this many sources; the best of them decides. */
const sourcesAsked = 3;
/** So many of them are searched once more on their own, and read around what was found; the rest give what the first search found. */
const sourcesSearched = 1;
/** Passages of each source that a claim is judged by, and the verifier was trained on. */
const usualLimit = 8;
/** So many passages of a source bring the sentences before and behind them: what a claim says often stands in two in a row. */
const withNeighbours = 4;

/**
 * Up to `limit` sentences from each of the likeliest sources, those of the cited source first when the claim carries a
 * citation, and the neighbours of the likeliest source's first ones. Scores are relative to the best passage, 0..1; neighbours have 0.
 */
export function findEvidence(claim: Claim, store: SourceStore, limit = usualLimit): Evidence[] {
  const query = claim.text.replace(/\s+/g, ' ');
  const hits = store.search(query, { limit: limit * 3 });
  const best = hits[0]?.score ?? 1;
  return likeliest(hits, claim.citation?.sourceId, store).flatMap((id, i) => {
    const published = dayOf(store.get(id)?.published);
    const found = hits.filter(hit => hit.passage.sourceId === id);
    const own =
      i < sourcesSearched && found.length < limit ? store.search(query, { limit, sourceIds: new Set([id]) }) : found;
    const proposed = own.slice(0, limit);
    const near = i < sourcesSearched ? neighboursOf(proposed, store) : [];
    return [...proposed, ...near].map(({ passage, score }) => ({
      passage,
      kind: 'related' as const,
      score: Math.min(1, score / best),
      changes: [],
      ...(published ? { published } : {}),
    }));
  });
}

/** The sentences before and behind the first passages of a source, without those that were proposed themselves. */
function neighboursOf(proposed: readonly ScoredPassage[], store: SourceStore): ScoredPassage[] {
  const seen = new Set(proposed.map(({ passage }) => passage.span.start));
  return proposed.slice(0, withNeighbours).flatMap(({ passage }) => {
    const near = store.beside(passage).filter(({ span }) => !seen.has(span.start));
    for (const { span } of near) seen.add(span.start);
    return near.map(passage => ({ passage, score: 0 }));
  });
}

/** Characters that a passage and its reprint begin with alike. */
const edge = 12;

/** Sources whose two best passages together score highest, one of each origin; the cited one always leads. */
function likeliest(hits: readonly ScoredPassage[], cited: string | undefined, store: SourceStore): string[] {
  const scores = new Map<string, number[]>();
  for (const { passage, score } of hits) {
    const known = scores.get(passage.sourceId);
    if (!known) scores.set(passage.sourceId, [score]);
    else if (known.length < 2) known.push(score / 2);
  }
  const total = (id: string) => (scores.get(id) ?? []).reduce((a, b) => a + b, 0);
  const ranked = [...scores.keys()].filter(id => id !== cited).sort((a, b) => total(b) - total(a));
  const asked: string[] = [];
  const best = new Map([...hits].reverse().map(({ passage }) => [passage.sourceId, passage.text]));
  // Texts are compared only where their best passages are one: asked for the first time, an origin costs a look at all of them.
  const isReprint = (one: string, other: string): boolean =>
    best.get(one)?.slice(0, edge) === best.get(other)?.slice(0, edge) && store.origin(one) === store.origin(other);
  for (const id of cited === undefined ? ranked : [cited, ...ranked]) {
    if (asked.length === sourcesAsked) break;
    // A reprint says nothing that its original does not.
    if (!asked.some(other => isReprint(other, id))) asked.push(id);
  }
  return asked;
}

/** A year or a month alone does not say which day "Friday" was. */
function dayOf(published: string | undefined): string | undefined {
  return published !== undefined && /^\d{4}-\d{2}-\d{2}/.test(published) ? published : undefined;
}
