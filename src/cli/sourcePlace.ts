import { namesItself, type Place, placesOf } from '../engine.ts';
import type { Source, Span } from '../model.ts';
import { printable } from './output.ts';

/**
 * Where words stand, as a terminal makes it a link: `notes.txt:8`. A line of the text that was read from a web page or a
 * PDF is a line of nothing: there it is the page, chapter, time, record or paragraph, `report.pdf, page 3`.
 */
export function sourcePlace(source: Source, span: Span): string {
  const path = printable(source.path);
  return placesOf(source, span).reduce(
    (words, place) => (place.kind === 'line' ? `${words}:${place.label}` : `${words}, ${inWords(place)}`),
    path,
  );
}

function inWords(place: Place): string {
  return `${namesItself(place) ? '' : `${place.kind} `}${printable(place.label)}`;
}
