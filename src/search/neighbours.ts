import type { Span } from '../model.ts';
import type { Part } from './bm25.ts';
import { gallop, lowerBound, type Segment, spanOf } from './segment.ts';

/** The passages before and behind the one of a source that begins at `start`, as far as there are any. */
export function neighbours(source: number, start: number, parts: readonly Pick<Part, 'segment'>[]): Span[] {
  for (const { segment } of parts) {
    const first = lowerBound(segment.sources, source, 0, segment.sources.length);
    // A source's passages stand together in one part, in their order.
    if (segment.sources[first] === source) return around(start, first, segment);
  }
  return [];
}

function around(start: number, first: number, segment: Segment): Span[] {
  const { sources, starts } = segment;
  const end = gallop(sources, (sources[first] ?? 0) + 1, first, sources.length);
  const at = lowerBound(starts, start, first, end);
  return [at - 1, at + 1].filter(row => row >= first && row < end).map(row => spanOf(segment, row));
}
