import type { Span } from '../model.ts';
import type { Part } from './bm25.ts';
import { lowerBound, spanOf } from './segment.ts';

/** The passages before and behind the one of a source that begins at `start`, as far as there are any. */
export function neighbours(
  source: number,
  start: number,
  parts: readonly Pick<Part, 'segment' | 'stretches'>[],
): Span[] {
  for (const { segment, stretches } of parts) {
    const first = stretches.begin(source);
    const end = stretches.begin(source + 1);
    // A source's passages stand together in one part, in their order.
    if (first === end) continue;
    const at = lowerBound(segment.starts, start, first, end);
    return [at - 1, at + 1].filter(row => row >= first && row < end).map(row => spanOf(segment, row));
  }
  return [];
}
