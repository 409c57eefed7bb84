import { placesOf } from '../engine.ts';
import type { Source, Span } from '../model.ts';
import { locatorInWords } from './locatorInWords.ts';
import type { Say } from './say.ts';

/** The line of a text file; of others the page, chapter, time or paragraph that people know it by. */
export function placeInWords(source: Source, span: Span, say: Say): string {
  const places = placesOf(source, span).map(place => locatorInWords(place, say));
  return places.length > 0 ? places.join(', ') : source.path;
}
