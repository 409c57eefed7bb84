import type { Citation, Item } from '../model.ts';
import type { Use } from './types.ts';

/**
 * Where a draft uses which source, in its order: each quotation that a source holds or nearly holds (the cited one before
 * others that print the same words) and each citation that stands for no such quotation.
 */
export function uses(items: readonly Item[], citations: readonly Citation[]): Use[] {
  const told = new Set<number>();
  const quoted = items.flatMap((item): Use[] => {
    if (item.kind !== 'quotation' || !['exact', 'altered'].includes(item.verdict.label)) return [];
    const { citation, span } = item.quotation;
    const held = item.verdict.evidence.find(({ passage }) => passage.sourceId === citation?.sourceId);
    const sourceId = (held ?? item.verdict.evidence[0])?.passage.sourceId;
    if (sourceId === undefined) return [];
    if (held && citation) told.add(citation.span.start);
    return [{ sourceId, span, kind: 'quotation' }];
  });
  const cited = citations.flatMap(({ sourceId, span }): Use[] =>
    sourceId === undefined || told.has(span.start) ? [] : [{ sourceId, span, kind: 'citation' }],
  );
  return [...quoted, ...cited].sort((a, b) => a.span.start - b.span.start);
}
