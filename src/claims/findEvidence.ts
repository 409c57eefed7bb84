/** Proposes the passages that bear on a claim. */
import type { Claim, Evidence } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';

/**
 * Up to `limit` sentences, best first, from any source; those of the cited source come first when the claim carries a
 * citation. Scores are relative to the best passage, 0..1.
 */
export function findEvidence(claim: Claim, store: SourceStore, limit: number): Evidence[] {
  const query = claim.text.replace(/\s+/g, ' ');
  const hits = store.search(query, { limit });
  const cited = claim.citation?.sourceId;
  const own = cited === undefined ? [] : store.search(query, { limit: 3, sourceIds: new Set([cited]) });
  const seen = new Set<string>();
  const best = Math.max(1e-9, ...hits.map(h => h.score));
  return [...own, ...hits].flatMap(({ passage, score }) => {
    const key = `${passage.sourceId}:${passage.span.start}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ passage, kind: 'related' as const, score: Math.min(1, score / best), changes: [] }];
  });
}
