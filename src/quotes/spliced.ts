import type { Draft, Evidence, Quotation, Source, Span } from '../model.ts';
import { evidenceAt } from './evidence.ts';
import type { Region } from './regions.ts';
import { quoteAt } from './speakerOf.ts';
import { figureGap, occurrences, type Squeezed, squeeze } from './squeeze.ts';

/** Each piece of a splice has at least this many words: fewer stand together by chance. */
const fewestWords = 4;

/** More pieces are a collage that nobody reads as one quotation. */
const mostPieces = 5;

/** Words of the writer's own that may join two pieces. */
const longestJoint = 2;

/**
 * Real pieces joined as one quotation, perhaps by a word or two of the writer's: the passage of its longest beginning that some
 * source has, then of the longest that follows, and so on to its end. Empty when it is no splice.
 */
export function splicedEvidence(quotation: Quotation, draft: Draft, proposed: readonly Region[]): Evidence[] {
  const whole = squeeze(
    draft.text,
    quotation.parts.map(({ inner }) => inner),
  );
  const count = whole.words.length;
  const found: Evidence[] = [];
  for (let from = 0; from < count; ) {
    const piece =
      found.length < mostPieces ? nextPiece(whole, from, found.length === 0 ? 0 : longestJoint, proposed) : undefined;
    if (!piece) return [];
    found.push(piece.evidence);
    from = piece.end;
  }
  return found.length > 1 ? found : [];
}

/** A passage and the word of the quotation that the next one may begin at. */
type Piece = { readonly evidence: Evidence; readonly end: number };

/** Where a stretch of the quotation stands, word by word. */
type Place = { readonly source: Source; readonly words: readonly Span[] };

/** The longest piece that begins at a word, or a word or two behind it. */
function nextPiece(whole: Squeezed, from: number, joint: number, proposed: readonly Region[]): Piece | undefined {
  const count = whole.words.length;
  for (let start = from; start <= from + joint; start++) {
    if (start + fewestWords > count || !find(stretch(whole, start, start + fewestWords), proposed)) continue;
    let low = start + fewestWords;
    let high = count;
    // If so many words stand somewhere, fewer of them do.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (find(stretch(whole, start, middle), proposed)) low = middle;
      else high = middle - 1;
    }
    // A rest too short for a piece of its own takes words from this one.
    const rest = count - low;
    const end = rest > 0 && rest < fewestWords ? Math.max(start + fewestWords, count - fewestWords) : low;
    const found = find(stretch(whole, start, end), proposed);
    if (found) return pieceOf(found, start, end, end < count);
  }
  return undefined;
}

/** A word or two behind the end of the quote that a piece begins in stand there by chance: they are left to the next piece. */
function pieceOf({ source, words }: Place, start: number, end: number, goesOn: boolean): Piece | undefined {
  const [first] = words;
  const quote = first && quoteAt(source, first);
  const inside = quote ? words.filter(word => word.end <= quote.outer.end).length : words.length;
  const beyond = words.length - inside;
  const isCut = goesOn && words.length === end - start && beyond <= longestJoint && inside >= fewestWords;
  const last = isCut ? words[inside - 1] : words.at(-1);
  if (!first || !last) return undefined;
  const evidence = evidenceAt(source, { start: first.start, end: last.end }, 'altered', 0.5);
  return { evidence, end: isCut ? end - beyond : end };
}

function stretch({ text, starts, words }: Squeezed, from: number, to: number): Squeezed {
  const start = starts[from] ?? 0;
  const end = starts[to] ?? text.length;
  const cut = text.slice(start, end);
  const key = cut.endsWith(figureGap) ? cut.slice(0, -1) : cut;
  return {
    text: key,
    words: words.slice(from, to),
    starts: [...starts.slice(from, to).map(at => at - start), key.length],
  };
}

function find(piece: Squeezed, proposed: readonly Region[]): Place | undefined {
  for (const region of proposed) {
    const hay = region.squeezed();
    const [place] = occurrences(hay, piece, 1);
    if (place) return { source: region.source, words: hay.words.slice(place.first, place.last + 1) };
  }
  return undefined;
}
