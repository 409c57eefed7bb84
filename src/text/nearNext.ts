import type { Span } from '../model.ts';

/**
 * Where to search on from `at` for something that begins in one of the `places` (ascending), or at most `reach` UTF-16
 * units before it: a pattern that tries each letter of a text takes most of its time where nothing can be. Infinity, from
 * where a pattern finds nothing, when no place is left.
 */
export function nearNext(places: readonly Span[], at: number, reach: number): number {
  const next = places.find(place => place.end > at);
  return next === undefined ? Number.POSITIVE_INFINITY : Math.max(at, next.start - reach);
}
