import type { Span } from '../model.ts';
import type { Piece } from './pieces.ts';
import { occurrences, type Squeezed, squeeze } from './squeeze.ts';

/** How many words of the source may be left out where the writer marked an omission, or replaced by a bracket. */
const longestOmission = 250;
const longestInsertion = 8;
/** A cue and its description between two parts of a quotation. */
const longestCue = 80;

/**
 * Where all pieces of a quotation stand in `text`, in order and near enough to one another; every such stretch, from the
 * first word to the last.
 */
export function verbatim(draft: string, pieces: readonly Piece[], text: string, within: Span): Span[] {
  return verbatimIn(squeeze(text, within), draft, pieces);
}

export function verbatimIn(hay: Squeezed, draft: string, pieces: readonly Piece[]): Span[] {
  const first = pieces[0];
  if (!first) return [];
  const places = pieces.map(piece => occurrences(hay, squeeze(draft, piece.span)));
  const found: Span[] = [];
  for (const start of places[0] ?? []) {
    let last = start.last;
    const complete = pieces.slice(1).every((piece, index) => {
      const most =
        piece.after === 'omission' ? longestOmission : piece.after === 'insertion' ? longestInsertion : longestCue;
      const next = places[index + 1]?.find(place => place.first > last && place.first - last - 1 <= most);
      if (next) last = next.last;
      return next !== undefined;
    });
    const from = hay.words[start.first];
    const to = hay.words[last];
    if (complete && from && to) found.push({ start: from.start, end: to.end });
  }
  return found;
}
