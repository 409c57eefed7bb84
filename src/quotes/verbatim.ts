import type { Span } from '../model.ts';
import { cutsNumber } from '../text/numberInWords.ts';
import { altersMeaning, hidesNegation, mayReplace } from './altersMeaning.ts';
import type { Piece } from './pieces.ts';
import { occurrences, type Squeezed, squeeze, type WordRun } from './squeeze.ts';

/** How many words of the source may be left out where the writer marked an omission, or replaced by a bracket. */
const longestOmission = 250;
const longestInsertion = 8;
/** Places of a piece looked at in one stretch of a source. */
const mostPlaces = 500;
/** A cue and its description between two parts of a quotation. */
const longestCue = 80;

/** The pieces of a quotation, ready to be looked for in many texts. */
export type Wanted = readonly WantedPiece[];
type WantedPiece = Omit<Piece, 'span'> & { readonly words: Squeezed };

export function wantedOf(draft: string, pieces: readonly Piece[]): Wanted {
  return pieces.map(({ span, ...piece }) => ({ ...piece, words: squeeze(draft, [span]) }));
}

/**
 * Where all pieces of a quotation stand in the squeezed `hay` of `text`, in order and near enough to one another; every such
 * stretch, from the first word to the last. No piece is a part of a number (`forty` of `forty-two`); a bracket never stands for words that the source itself has in brackets.
 */
export function verbatim(wanted: Wanted, hay: Squeezed, text: string): Span[] {
  const first = wanted[0];
  if (!first) return [];
  const isWhole = ({ first, last }: WordRun): boolean =>
    !cutsNumber(text, { start: hay.words[first]?.start ?? 0, end: hay.words[last]?.end ?? 0 });
  const starts = occurrences(hay, first.words).filter(isWhole);
  if (starts.length === 0) return [];
  // The same few words between many omissions are looked for once.
  const known = new Map<string, readonly WordRun[]>();
  const rest = wanted.slice(1).map(({ words, ...piece }) => {
    const places = known.get(words.text) ?? occurrences(hay, words, mostPlaces).filter(isWhole);
    known.set(words.text, places);
    return { ...piece, places };
  });
  const found: Span[] = [];
  for (const start of starts) {
    const last = chain(start, rest, hay, text);
    if (last && !standBeside(wanted, start, last, hay, text)) continue;
    const from = hay.words[start.first];
    const to = last && hay.words[last.last];
    if (from && to && to.end >= from.start) found.push({ start: from.start, end: to.end });
  }
  return found;
}

type Rest = readonly (Omit<WantedPiece, 'words'> & { readonly places: readonly WordRun[] })[];

/** The place of the last piece when each follows the one before it near enough. */
function chain(start: WordRun, rest: Rest, hay: Squeezed, text: string): WordRun | undefined {
  let last = start;
  for (const { after, instead, places } of rest) {
    const most = after === 'omission' ? longestOmission : after === 'insertion' ? longestInsertion : longestCue;
    const next = firstBehind(places, last.last);
    if (!next || next.first - last.last - 1 > most) return undefined;
    const between = text.slice(hay.words[last.last]?.end ?? 0, hay.words[next.first]?.start ?? 0);
    if (after === 'insertion' && (/[[\]]/.test(between) || altersMeaning(instead ?? '', between))) return undefined;
    if (after === 'omission' && hidesNegation(between)) return undefined;
    last = next;
  }
  return last;
}

/** Whether brackets at either end of the quotation could stand for the source's word there. */
function standBeside(wanted: Wanted, first: WordRun, last: WordRun, hay: Squeezed, text: string): boolean {
  const wordAt = (at: number): string => text.slice(hay.words[at]?.start ?? 0, hay.words[at]?.end ?? 0);
  const before = wanted[0]?.instead ?? '';
  const behind = wanted.at(-1)?.insteadBehind ?? '';
  return (
    (before === '' || mayReplace(before, wordAt(first.first - 1))) &&
    (behind === '' || mayReplace(behind, wordAt(last.last + 1)))
  );
}

/** The first of some ascending places that lies behind a word. */
function firstBehind(places: readonly WordRun[], word: number): WordRun | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.first ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
