/**
 * Folding: one spelling for texts that differ only in their typography, with a way back to the original offsets.
 *
 * Quotation marks become `"` and `'`, dashes `-`, an ellipsis `...`, each run of white space one space; soft hyphens and
 * zero width characters go, ligatures are spelled out, letters are composed (NFC). Two single marks in a row become one
 * double mark (``so'' in TeX and on typewriters), a run of dashes becomes one. Case is kept.
 */
import type { Span } from '../model.ts';
import {
  COMPOSE,
  composesAstral,
  DROP,
  EXPAND,
  expansionOf,
  KEEP,
  REPLACE,
  replacementOf,
  SPACE,
  SURROGATE,
  unitKind,
} from './foldTable.ts';

export type Folded = {
  readonly text: string;
  /**
   * `offsets[i]` is where the original of folded unit i begins; units that come from one original share its offset.
   * One longer than `text`; the last one is the length of the original.
   */
  readonly offsets: Uint32Array;
  /** Where the original of unit i - 1 ends, only for those i that have dropped characters before them. */
  readonly ends: ReadonlyMap<number, number>;
};

/** Folds a text. Any string is allowed, lone surrogates too; time and memory are linear in its length. */
export function fold(text: string): Folded {
  const changed = firstChange(text);
  if (changed === text.length) return { text, offsets: identity(text.length), ends: new Map() };
  return foldAll(text);
}

/**
 * A loose key for indexes and comparisons: folded, lower case, without accents.
 * `foldKey('Façade')` and `foldKey('facade')` are equal.
 */
export function foldKey(text: string): string {
  const lower = fold(text).text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[ßæœøđłıðþ]/g, letter => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/**
 * The stretch of the original that a stretch of the folded text came from. It covers whole original characters, and
 * leaves dropped characters at either end out. An empty span gives an empty span.
 */
export function unfold(folded: Folded, span: Span): Span {
  const { offsets, ends } = folded;
  const start = offsets[span.start] ?? 0;
  if (span.end <= span.start) return { start, end: start };
  const last = offsets[span.end - 1] ?? start;
  let after = span.end;
  while (after < folded.text.length && offsets[after] === last) after++;
  return { start, end: ends.get(after) ?? offsets[after] ?? last };
}

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel marks of Arabic; not the vowels of Indic scripts. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652]/g;

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};

const SPACE_UNIT = 0x20;
const APOSTROPHE = 0x27;
const DASH = 0x2d;
const DOUBLE_MARK = 0x22;

/** Where folding first has something to do: most of a text is plain and is copied in one go. */
function firstChange(text: string): number {
  let previous = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unitKind[unit];
    if (kind !== KEEP) {
      const plain = kind === SPACE ? unit === SPACE_UNIT : kind === REPLACE && unit === replacementOf(unit);
      if (!plain || (unit === previous && unit !== DOUBLE_MARK)) return at;
    }
    previous = unit;
  }
  return text.length;
}

function identity(length: number): Uint32Array {
  const offsets = new Uint32Array(length + 1);
  for (let at = 0; at <= length; at++) offsets[at] = at;
  return offsets;
}

/** What has been folded so far: units, where each came from, and where the original of the last one ends. */
type Output = { units: Uint16Array; offsets: Uint32Array; length: number; end: number; ends: Map<number, number> };

function foldAll(text: string): Folded {
  const output: Output = {
    units: new Uint16Array(text.length + 64),
    offsets: new Uint32Array(text.length + 64),
    length: 0,
    end: 0,
    ends: new Map(),
  };
  let at = copyPlain(output, text, 0);
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    at = foldUnit(output, text, at, unit, unitKind[unit] ?? KEEP);
    at = copyPlain(output, text, at);
  }
  if (output.end !== text.length) output.ends.set(output.length, output.end);
  reserve(output, 1);
  output.offsets[output.length] = text.length;
  return {
    text: textOf(output.units, output.length),
    offsets: output.offsets.slice(0, output.length + 1),
    ends: output.ends,
  };
}

/** Copies from `at` on as long as there is nothing to fold; returns where that ends. */
function copyPlain(output: Output, text: string, at: number): number {
  reserve(output, text.length - at);
  const { units, offsets } = output;
  let { length } = output;
  let next = at;
  for (; next < text.length; next++) {
    const unit = text.charCodeAt(next);
    if (unitKind[unit] !== KEEP && (unit !== SPACE_UNIT || (length > 0 && units[length - 1] === SPACE_UNIT))) break;
    units[length] = unit;
    offsets[length++] = next;
  }
  if (next === at) return at;
  if (output.end !== at) output.ends.set(output.length, output.end);
  output.length = length;
  output.end = next;
  return next;
}

/** Folds what begins at `at` and is not simply copied; returns where to go on. */
function foldUnit(output: Output, text: string, at: number, unit: number, kind: number): number {
  if (kind === DROP) return at + 1;
  if (kind === SPACE) pushOnce(output, SPACE_UNIT, at);
  else if (kind === REPLACE) pushMark(output, replacementOf(unit), at);
  else if (kind === EXPAND) pushAll(output, expansionOf(unit), at, at + 1);
  else if (kind === COMPOSE) return compose(output, text, at);
  else if (kind === SURROGATE) return foldSurrogate(output, text, at);
  return at + 1;
}

function pushMark(output: Output, mark: number, at: number): void {
  if (mark === DASH) pushOnce(output, DASH, at);
  else if (mark === APOSTROPHE && output.length > 0 && output.units[output.length - 1] === APOSTROPHE) {
    output.units[output.length - 1] = DOUBLE_MARK;
    output.end = at + 1;
  } else push(output, mark, at, at + 1);
}

/** One unit for a whole run: the run's later members only make the first one longer. */
function pushOnce(output: Output, unit: number, at: number): void {
  if (output.length > 0 && output.units[output.length - 1] === unit) output.end = at + 1;
  else push(output, unit, at, at + 1);
}

function push(output: Output, unit: number, start: number, end: number): void {
  if (output.length + 1 >= output.units.length) reserve(output, 1);
  if (output.end !== start) output.ends.set(output.length, output.end);
  output.units[output.length] = unit;
  output.offsets[output.length++] = start;
  output.end = end;
}

function pushAll(output: Output, units: string, start: number, end: number): void {
  for (let index = 0; index < units.length; index++) {
    push(output, units.charCodeAt(index), start, end);
    output.end = index + 1 < units.length ? start : end;
  }
}

function reserve(output: Output, more: number): void {
  if (output.length + more < output.units.length) return;
  const room = Math.ceil((output.length + more) * 1.5);
  const units = new Uint16Array(room);
  const offsets = new Uint32Array(room);
  units.set(output.units);
  offsets.set(output.offsets);
  output.units = units;
  output.offsets = offsets;
}

function foldSurrogate(output: Output, text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character.length === 2 && composesAstral(character)) return compose(output, text, at);
  for (let index = 0; index < character.length; index++) {
    push(output, character.charCodeAt(index), at + index, at + index + 1);
  }
  return at + character.length;
}

/**
 * Composes the marks that begin at `at` with the letter already folded before them. All of them stand for the letter's
 * and the marks' originals together, unless they are composed already.
 */
function compose(output: Output, text: string, at: number): number {
  const marks = marksAt(text, at);
  const base = baseBefore(output);
  const before = textOf(output.units.subarray(base, output.length), output.length - base);
  const composed = (before + marks.text).normalize('NFC');
  if (composed === before + marks.text) {
    for (let index = 0; index < marks.text.length; index++) {
      const start = marks.offsets[index] ?? at;
      push(output, marks.text.charCodeAt(index), start, start + 1);
    }
    return marks.end;
  }
  const start = before === '' ? at : (output.offsets[base] ?? at);
  const previousEnd = output.ends.get(base) ?? start;
  for (let index = base + 1; index <= output.length; index++) output.ends.delete(index);
  output.length = base;
  output.end = before === '' ? output.end : previousEnd;
  pushAll(output, composed, start, (marks.offsets[marks.text.length - 1] ?? at) + 1);
  return marks.end;
}

/** The run of combining characters at `at`, dropped characters left out, with the offset of each unit. */
function marksAt(text: string, at: number): { text: string; offsets: number[]; end: number } {
  const offsets: number[] = [];
  let marks = '';
  let next = at;
  while (next < text.length) {
    const character = String.fromCodePoint(text.codePointAt(next) ?? 0);
    const kind = unitKind[text.charCodeAt(next)];
    const combining = kind === COMPOSE || (kind === SURROGATE && character.length === 2 && composesAstral(character));
    if (!combining && kind !== DROP) break;
    if (combining) {
      for (let index = 0; index < character.length; index++) offsets.push(next + index);
      marks += character;
    }
    next += character.length;
  }
  return { text: marks, offsets, end: next };
}

/** Index of the letter that marks pushed next would sit on: the last folded character that is no mark itself. */
function baseBefore(output: Output): number {
  let base = output.length;
  while (base > 0) {
    const low = output.units[base - 1] ?? 0;
    const high = base > 1 ? (output.units[base - 2] ?? 0) : 0;
    const paired = (low & 0xfc00) === 0xdc00 && (high & 0xfc00) === 0xd800;
    base -= paired ? 2 : 1;
    if (paired ? !composesAstral(String.fromCharCode(high, low)) : unitKind[low] !== COMPOSE) break;
  }
  return base;
}

/** Chunks keep the argument list short; a decoder would replace lone surrogates. */
function textOf(units: Uint16Array, length: number): string {
  const chunks: string[] = [];
  for (let at = 0; at < length; at += 4096) {
    chunks.push(
      String.fromCharCode.apply(null, units.subarray(at, Math.min(at + 4096, length)) as unknown as number[]),
    );
  }
  return chunks.join('');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
