/**
 * What folding does with each UTF-16 code unit, as two tables built once when the module loads.
 *
 * The lists follow the Unicode names and the general categories (Zs, Cf, Pd) rather than any one text: what two
 * publishers may set differently for the same printed words is folded, what changes the words is kept.
 */

import { basicPlane } from './basicPlane.ts';

/** Copied as it is. */
export const KEEP = 0;
/** White space: a run of it becomes one space. */
export const SPACE = 1;
/** Nothing to see: soft hyphen, zero width characters, direction marks, byte order mark. */
export const DROP = 2;
/** Replaced by one unit: see `replacementOf`. */
export const REPLACE = 3;
/** Replaced by several units: see `expansionOf`. */
export const EXPAND = 4;
/** A combining mark, a trailing jamo or a letter with another canonical form: composed with what stands before it. */
export const COMPOSE = 5;
/** Half of a surrogate pair: decided on the whole code point. */
export const SURROGATE = 6;

const SINGLE_QUOTES =
  "'`\u00b4\u02b9\u0374\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u275b\u275c\uff07\uff40\u1fef\u1ffd\u1fbd\u1fbf";
const DOUBLE_QUOTES =
  '"\u00ab\u00bb\u02ba\u02ee\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u2e42\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff62\uff63';
const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d';
const SPACES =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** First and last unit of each range that is dropped. */
const DROPPED: readonly (readonly [number, number])[] = [
  [0x0000, 0x0008],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

const EXPANSIONS: Readonly<Record<string, string>> = {
  '\u2025': '..',
  '\u2026': '...',
  '\u22ef': '...',
  '\ufe19': '...',
  '\u2034': '"\'',
  '\u2057': '""',
  '\u0132': 'IJ',
  '\u0133': 'ij',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};

/** Ranges that hold every unit outside the marks whose canonical composition is not itself. */
const COMPOSED_ELSEWHERE: readonly (readonly [number, number])[] = [
  [0x0340, 0x0387],
  [0x0958, 0x0f9f],
  [0x1f71, 0x1fff],
  [0x2126, 0x212b],
  [0x2329, 0x232a],
  [0x2adc, 0x2adc],
  [0xf900, 0xfaff],
  [0xfb1d, 0xfb4e],
];

/** Vowels and finals of Hangul, which compose with the jamo before them. */
const TRAILING_JAMO: readonly (readonly [number, number])[] = [
  [0x1161, 0x1175],
  [0x11a8, 0x11c2],
];

const replacements = new Uint16Array(0x10000);
export const unitKind: Uint8Array = buildKinds();

/** The unit that stands for a `REPLACE` unit in folded text. */
export function replacementOf(unit: number): number {
  return replacements[unit] ?? unit;
}

/** The units that stand for an `EXPAND` unit in folded text. */
export function expansionOf(unit: number): string {
  return EXPANSIONS[String.fromCharCode(unit)] ?? '';
}

/** Whether a character outside the basic plane combines with what stands before it or has another canonical form. */
export function composesAstral(character: string): boolean {
  return /\p{M}/u.test(character) || character.normalize('NFC') !== character;
}

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const setRange = ([first, last]: readonly [number, number], kind: number) => kinds.fill(kind, first, last + 1);
  markCombining(kinds);
  for (const range of TRAILING_JAMO) setRange(range, COMPOSE);
  setRange([0xd800, 0xdfff], SURROGATE);
  for (const range of DROPPED) setRange(range, DROP);
  for (const unit of SPACES) kinds[unit.charCodeAt(0)] = SPACE;
  for (const unit of Object.keys(EXPANSIONS)) kinds[unit.charCodeAt(0)] = EXPAND;
  replaceAll(kinds, SINGLE_QUOTES, 0x27);
  replaceAll(kinds, DOUBLE_QUOTES, 0x22);
  replaceAll(kinds, DASHES, 0x2d);
  return kinds;
}

function replaceAll(kinds: Uint8Array, units: string, replacement: number): void {
  for (const unit of units) {
    kinds[unit.charCodeAt(0)] = REPLACE;
    replacements[unit.charCodeAt(0)] = replacement;
  }
}

function markCombining(kinds: Uint8Array): void {
  for (const match of basicPlane().matchAll(/\p{M}+/gu)) {
    kinds.fill(COMPOSE, match.index, match.index + match[0].length);
  }
  kinds.fill(COMPOSE, 0xfe20, 0xfe30);
  for (const [first, last] of COMPOSED_ELSEWHERE) {
    for (let unit = first; unit <= last; unit++) {
      const character = String.fromCharCode(unit);
      if (character.normalize('NFC') !== character) kinds[unit] = COMPOSE;
    }
  }
  kinds[0xfb1e] = COMPOSE;
}
