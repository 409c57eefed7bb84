import type { Span } from '../model.ts';
import { basicPlane } from './basicPlane.ts';
import { fold, unfold } from './fold.ts';

/** A word as alignment sees it: where it stands, and a key that is equal for words that count as the same. */
export type WordToken = Span & {
  /** Folded, first letter in lower case, thousands without commas, `%` as `percent`, `&` as `and`. */
  readonly key: string;
};

/**
 * Cuts a text into the words that alignment compares. Hyphens part words (`long-range` is two), apostrophes between
 * letters and points between digits do not; a minus sign belongs to its number; signs of currency, `%` and `&` are words
 * of their own; in scripts without spaces each character is a word. Punctuation is no word.
 */
export function wordTokens(text: string, within: Span = { start: 0, end: text.length }): WordToken[] {
  const folded = fold(text.slice(within.start, within.end));
  const tokens: WordToken[] = [];
  let at = 0;
  while (at < folded.text.length) {
    const kind = kindAt(folded.text, at);
    let end = at + 1;
    let start = at;
    if (kind === WORD || kind === DIGIT) {
      end = wordEnd(folded.text, at);
      if (kind === DIGIT && isMinus(folded.text, at - 1, text[within.start + (folded.offsets[at - 1] ?? 0)]))
        start = at - 1;
    } else if (kind === SINGLE) end = at + characterLength(folded.text, at);
    if (kind !== OTHER) {
      const span = unfold(folded, { start, end });
      const key = keyOf(folded.text.slice(start, end));
      tokens.push({ start: within.start + span.start, end: within.start + span.end, key });
    }
    at = end;
  }
  return tokens;
}

const OTHER = 0;
const WORD = 1;
const DIGIT = 2;
/** A word of one character: a letter of a script without spaces, a currency sign, `%`, `&`. */
const SINGLE = 3;

const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

const unitKinds = buildUnitKinds();

function buildUnitKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const units = basicPlane();
  const set = (pattern: RegExp, kind: number) => {
    for (const match of units.matchAll(pattern)) kinds.fill(kind, match.index, match.index + match[0].length);
  };
  set(/[\p{L}\p{M}]+/gu, WORD);
  set(/\p{N}+/gu, DIGIT);
  set(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu, SINGLE);
  set(/[\p{Sc}%&\u2030]/gu, SINGLE);
  kinds.fill(WORD, 0xf900, 0xfb00);
  kinds.fill(WORD, 0xfb1d, 0xfdfc);
  kinds.fill(WORD, 0xfe20, 0xfe30);
  kinds.fill(WORD, 0xfe70, 0xfeff);
  kinds.fill(DIGIT, 0xff10, 0xff1a);
  kinds.fill(WORD, 0xff21, 0xff3b);
  kinds.fill(WORD, 0xff41, 0xff5b);
  kinds.fill(SINGLE, 0xff66, 0xffa0);
  return kinds;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xfc00) !== 0xd800) return unitKinds[unit] ?? OTHER;
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? SINGLE : OTHER;
}

function characterLength(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = unitKinds[unit] ?? OTHER;
    if (kind !== WORD && kind !== DIGIT && !joins(text, at, unit)) break;
    at++;
  }
  return at;
}

function joins(text: string, at: number, unit: number): boolean {
  if (unit !== APOSTROPHE && unit !== COMMA && unit !== POINT) return false;
  const kind = unit === APOSTROPHE ? WORD : DIGIT;
  return unitKinds[text.charCodeAt(at - 1)] === kind && unitKinds[text.charCodeAt(at + 1)] === kind;
}

/** A dash right before a digit is a sign unless it joins (`10-15`, `F-16`) or is an em dash. */
function isMinus(text: string, at: number, original: string | undefined): boolean {
  if (at < 0 || text.charCodeAt(at) !== MINUS || original === '\u2014' || original === '\u2015') return false;
  const before = at === 0 ? OTHER : kindAt(text, at - 1);
  return before !== WORD && before !== DIGIT && !/[.,;:!?)\]"'%]/.test(text[at - 1] ?? ' ');
}

function keyOf(word: string): string {
  if (word === '%') return 'percent';
  if (word === '&') return 'and';
  const first = word.charCodeAt(0);
  if (first >= SMALL_A && first <= SMALL_Z) return word;
  if (unitKinds[first] === DIGIT || first === MINUS) return word.replace(/,(?=\d{3}(?!\d))/g, '');
  return (word[0] ?? '').toLowerCase() + word.slice(1);
}
