import type { Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import { eachComparedWord } from './comparedWords.ts';

/**
 * A text reduced to what is compared: the letters and digits of its words, folded and in lower case, and the signs that
 * change a value ($, %, a minus), with nothing in between. So `long-range`, `long range` and a word broken at the end of a
 * line are all the same, while every word boundary is still known.
 */
export type Squeezed = {
  readonly text: string;
  /** The words in order, in offsets of the original. */
  readonly words: readonly Span[];
  /** Where each word begins in `text`; one longer than `words`, the last one is the length of `text`. */
  readonly starts: readonly number[];
};

/** Keeps neighbouring figures apart: `3 5` is not `35`. */
export const figureGap = '\u0001';

/** Squeezes the given stretches of a text as if they followed each other; without them, the whole text. */
export function squeeze(text: string, within: readonly Span[] = [{ start: 0, end: text.length }]): Squeezed {
  const squeezed: Growing = { keys: [], words: [], starts: [], length: 0, afterDigit: false };
  for (const span of within) squeezeStretch(text, span, squeezed);
  squeezed.starts.push(squeezed.length);
  return { text: squeezed.keys.join(''), words: squeezed.words, starts: squeezed.starts };
}

type Growing = { keys: string[]; words: Span[]; starts: number[]; length: number; afterDigit: boolean };

function squeezeStretch(text: string, within: Span, squeezed: Growing): void {
  eachComparedWord(text, within, (start, end) => {
    const key = keyOf(text.slice(start, end));
    if (key === '') return;
    const first = key.charCodeAt(0);
    if (squeezed.afterDigit && (isDigit(first) || first === minus)) {
      squeezed.keys.push(figureGap);
      squeezed.length += 1;
    }
    squeezed.afterDigit = isDigit(key.charCodeAt(key.length - 1));
    squeezed.words.push({ start, end });
    squeezed.starts.push(squeezed.length);
    squeezed.keys.push(key);
    squeezed.length += key.length;
  });
}

const minus = 45;
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g;

function keyOf(word: string): string {
  return isPlain(word) ? word.toLowerCase() : foldKey(word).replace(thousands, '');
}

/** Letters and digits of ASCII and apostrophes alone. A loop, because every word of every passage proposed is asked. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    const isLetter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    if (!isLetter && !isDigit(unit) && unit !== 0x27) return false;
  }
  return word.length > 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A run of words of a squeezed text, by index, both included. */
export type WordRun = { readonly first: number; readonly last: number };

/**
 * Where `needle` stands in `hay` on word bounds, at most `limit` times. Linear in both, whatever they hold.
 */
export function occurrences(hay: Squeezed, needle: Squeezed, limit = 50): WordRun[] {
  const found: WordRun[] = [];
  if (needle.words.length === 0) return found;
  for (const at of positions(hay.text, needle.text)) {
    const first = wordStartingAt(hay, at);
    const behind = at + needle.text.length;
    const after = first < 0 ? -1 : wordStartingAt(hay, hay.text[behind] === figureGap ? behind + 1 : behind);
    if (after < 0) continue;
    found.push({ first, last: after - 1 });
    if (found.length >= limit) break;
  }
  return found;
}

/** Index of the word that begins at a position of the squeezed text, `words.length` at its end; -1 inside a word. */
function wordStartingAt({ starts }: Squeezed, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return starts[low] === position ? low : -1;
}

/** Short needles are left to the platform's own search; long ones to Knuth, Morris and Pratt, who never go back. */
const longNeedle = 1000;

function* positions(hay: string, needle: string): Generator<number> {
  if (needle.length <= longNeedle) {
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) yield at;
    return;
  }
  const borders = bordersOf(needle);
  for (let at = 0, matched = 0; at < hay.length; at++) {
    const unit = hay.charCodeAt(at);
    while (matched > 0 && unit !== needle.charCodeAt(matched)) matched = borders[matched] ?? 0;
    if (unit === needle.charCodeAt(matched)) matched++;
    if (matched === needle.length) {
      yield at - matched + 1;
      matched = borders[matched] ?? 0;
    }
  }
}

/** For each length, the longest proper beginning of the needle's first so many units that is also their end. */
function bordersOf(needle: string): Int32Array {
  const borders = new Int32Array(needle.length + 1);
  for (let at = 1, border = 0; at < needle.length; at++) {
    while (border > 0 && needle.charCodeAt(at) !== needle.charCodeAt(border)) border = borders[border] ?? 0;
    if (needle.charCodeAt(at) === needle.charCodeAt(border)) border++;
    borders[at + 1] = border;
  }
  return borders;
}
