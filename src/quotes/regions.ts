import type { Source, Span } from '../model.ts';
import type { SourceStore } from '../sources/store.ts';

/** A stretch of one source in which a quotation may stand, proposed by the index. */
export type Region = { readonly source: Source; readonly span: Span; readonly score: number };

/** How many passages the index is asked for. */
const proposals = 40;
/** Words of a long quotation that are enough to find its source by. */
const longestQuery = 600;

/**
 * Stretches of sources in which the quoted words may stand, best first: the index's proposals with enough text around each
 * for a quotation of this length, overlapping ones merged.
 */
export function regions(quoted: string, store: SourceStore, sourceIds?: ReadonlySet<string>): Region[] {
  const room = Math.ceil(quoted.length * 1.5) + 400;
  const bySource = new Map<string, Region[]>();
  for (const query of queries(quoted)) {
    for (const { passage, score } of store.search(query, { limit: proposals, ...(sourceIds ? { sourceIds } : {}) })) {
      const source = store.get(passage.sourceId);
      if (!source) continue;
      const span = {
        start: Math.max(0, passage.span.start - room),
        end: Math.min(source.text.length, passage.span.end + room),
      };
      const known = bySource.get(source.id) ?? [];
      known.push({ source, span, score });
      bySource.set(source.id, known);
    }
  }
  return [...bySource.values()].flatMap(merge).sort((a, b) => b.score - a.score);
}

/** A long quotation is looked for by its beginning, middle and end. */
function queries(quoted: string): string[] {
  if (quoted.length <= longestQuery) return [quoted];
  const third = Math.floor(longestQuery / 3);
  const middle = Math.floor(quoted.length / 2);
  return [quoted.slice(0, third), quoted.slice(middle, middle + third), quoted.slice(-third)];
}

function merge(found: Region[]): Region[] {
  const merged: Region[] = [];
  for (const region of found.sort((a, b) => a.span.start - b.span.start)) {
    const last = merged.at(-1);
    if (last && region.span.start <= last.span.end) {
      const span = { start: last.span.start, end: Math.max(last.span.end, region.span.end) };
      merged[merged.length - 1] = { source: last.source, span, score: Math.max(last.score, region.score) };
    } else merged.push(region);
  }
  return merged;
}
