import type { Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';

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
const figureGap = '\u0001';

export function squeeze(text: string, within: Span = { start: 0, end: text.length }): Squeezed {
  const words: Span[] = [];
  const starts: number[] = [];
  const keys: string[] = [];
  let length = 0;
  let afterDigit = false;
  comparedWord.lastIndex = within.start;
  for (let match = comparedWord.exec(text); match && match.index < within.end; match = comparedWord.exec(text)) {
    const end = Math.min(match.index + match[0].length, within.end);
    let key = keyOf(text.slice(match.index, end));
    if (key === '') continue;
    if (afterDigit && isDigit(key.charCodeAt(0))) {
      keys.push(figureGap);
      length += 1;
    }
    afterDigit = isDigit(key.charCodeAt(key.length - 1));
    words.push({ start: match.index, end });
    starts.push(length);
    keys.push(key);
    length += key.length;
    key = '';
  }
  starts.push(length);
  return { text: keys.join(''), words, starts };
}

const comparedWord =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]\p{M}*|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\u00ad\u200b-\u200d\ufb00-\ufb06]+(?:['’ʼ][\p{L}\p{M}]+)*|\p{Sc}|[%‰°§#+×÷=<>]|(?<![\p{L}\p{N}\p{P}]|\p{N}\s)[-–−](?=\p{Sc}?\p{N})/gu;

function keyOf(word: string): string {
  return plain.test(word) ? word.toLowerCase() : foldKey(word);
}

const plain = /^[A-Za-z0-9']+$/;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Where `needle` stands in `hay` on word bounds: the indices of its first and last word in `hay`, for every occurrence.
 * Linear in both, whatever they hold.
 */
export function occurrences(hay: Squeezed, needle: Squeezed, limit = 50): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  if (needle.words.length === 0) return found;
  const ends = needle.text.length;
  for (const at of positions(hay.text, needle.text)) {
    const first = wordStartingAt(hay, at);
    const after = first < 0 ? -1 : wordStartingAt(hay, gapSkipped(hay, at + ends));
    if (first < 0 || after < 0) continue;
    found.push({ first, last: after - 1 });
    if (found.length >= limit) break;
  }
  return found;
}

function gapSkipped(hay: Squeezed, at: number): number {
  return hay.text[at] === figureGap ? at + 1 : at;
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

/** Short needles are left to the engine's own search; long ones to Knuth, Morris and Pratt, who never go back. */
const longNeedle = 1000;

function* positions(hay: string, needle: string): Generator<number> {
  if (needle.length <= longNeedle) {
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) yield at;
    return;
  }
  const borders = new Int32Array(needle.length + 1);
  for (let at = 1, border = 0; at < needle.length; at++) {
    while (border > 0 && needle[at] !== needle[border]) border = borders[border] ?? 0;
    if (needle[at] === needle[border]) border++;
    borders[at + 1] = border;
  }
  for (let at = 0, matched = 0; at < hay.length; at++) {
    while (matched > 0 && hay[at] !== needle[matched]) matched = borders[matched] ?? 0;
    if (hay[at] === needle[matched]) matched++;
    if (matched === needle.length) {
      yield at - matched + 1;
      matched = borders[matched] ?? 0;
    }
  }
}
