/**
 * What a text is like, in 64 numbers: of two texts, about as large a share of the numbers is the same as they have word
 * triples in common (MinHash; A. Broder, On the resemblance and containment of documents, 1997).
 */
export type Sketch = Uint32Array;

export const sketchSize = 64;

/** Shorter texts resemble each other by chance, and what is counted once should be an article. In words. */
const fewestWords = 40;

/** Undefined for a text too short to be compared. Takes about 0.1 ms for an article. */
export function sketchOf(text: string): Sketch | undefined {
  const shingles = shinglesOf(text);
  if (shingles.size < fewestWords) return undefined;
  const sketch = new Uint32Array(sketchSize).fill(0xffffffff);
  for (const shingle of shingles) {
    // One good hash, and from it a family of 64 by multiplying and adding: pairwise independence is enough here.
    for (let i = 0; i < sketchSize; i++) {
      const hash = mixed(Math.imul(shingle, factors[i] ?? 1) + (i + 1));
      if (hash < (sketch[i] ?? 0)) sketch[i] = hash;
    }
  }
  return sketch;
}

/** The share of numbers that two sketches have in common: the word triples' share, give or take 0.06. */
export function likeness(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let i = 0; i < sketchSize; i++) if (a[i] === b[i]) same++;
  return same / sketchSize;
}

/** The exact share of word triples that two texts have in common, of all that either has (Jaccard): 0..1. */
export function resemblance(a: string, b: string): number {
  const [left, right] = [shinglesOf(a), shinglesOf(b)];
  let common = 0;
  for (const shingle of left) if (right.has(shingle)) common++;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

/** Hashes of every three words in a row, in lower case; marks and spaces count for nothing. */
function shinglesOf(text: string): Set<number> {
  const shingles = new Set<number>();
  const run = { before: 0, last: 0, words: 0 };
  let word = 0;
  let letters = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const kind = kindOf(code);
    if (letters > 0 && kind !== LETTER) {
      take(run, word, shingles);
      word = 0;
      letters = 0;
    }
    if (kind === SINGLE) take(run, code, shingles);
    if (kind !== LETTER) continue;
    word = Math.imul(word ^ lower(code), 0x01000193) >>> 0;
    letters++;
  }
  return shingles;
}

type Run = { before: number; last: number; words: number };

function take(run: Run, word: number, shingles: Set<number>): void {
  const { before, last } = run;
  if (++run.words > 2) shingles.add(mixed(Math.imul(before, 0x9e3779b1) + Math.imul(last, 0x85ebca6b) + word));
  run.before = last;
  run.last = word;
}

const MARK = 0;
const LETTER = 1;
/** A character of a script without spaces is a word. */
const SINGLE = 2;

function kindOf(code: number): typeof MARK | typeof LETTER | typeof SINGLE {
  if (code < 0x80) {
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
    return isLetter ? LETTER : MARK;
  }
  if (code >= 0x3040 && code <= 0x9fff) return SINGLE;
  const isMark =
    code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xfe00;
  return isMark ? MARK : LETTER;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

/** The finish of MurmurHash3: every bit of the number sways every bit of the hash. */
function mixed(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const factors = Uint32Array.from({ length: sketchSize }, (_, i) => mixed(i + 1) | 1);
