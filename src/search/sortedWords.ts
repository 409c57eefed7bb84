/**
 * Words in ascending order of their UTF-16 codes, one after another in a typed array: the part of a dictionary that does
 * not change any more. Takes a fifth of the memory of a Map of strings, and is ready as soon as it is read from disk.
 */
export type SortedWords = {
  readonly letters: Uint16Array;
  /** Word `i` stands in `letters` from `offsets[i]` to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
  /** The number of word `i` in the dictionary: every number below the count of words stands here once. */
  readonly ids: Uint32Array;
};

export const noWords: SortedWords = {
  letters: new Uint16Array(0),
  offsets: new Uint32Array(1),
  ids: new Uint32Array(0),
};

/** The place of a word; undefined when it is not there. */
export function placeOf(sorted: SortedWords, word: string): number | undefined {
  const place = firstNotBelow(sorted, word);
  return place < sorted.ids.length && compare(sorted, place, word) === 0 ? place : undefined;
}

/** The places of the words that begin with the prefix: from the first to before the second. */
export function placesOf(sorted: SortedWords, prefix: string): { readonly from: number; readonly to: number } {
  const from = firstNotBelow(sorted, prefix);
  // No letter is greater than the one put behind: it is not assigned.
  return { from, to: firstNotBelow(sorted, `${prefix}\uffff`, from) };
}

export function wordAt({ letters, offsets }: SortedWords, place: number): string {
  let word = '';
  const end = offsets[place + 1] ?? 0;
  for (let i = offsets[place] ?? 0; i < end; i++) word += String.fromCharCode(letters[i] ?? 0);
  return word;
}

/** The letters of a word as 32 bits, by the last five bits of their codes: some stand for several letters. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << word.charCodeAt(i);
  return bits;
}

/** `lettersOf` the word at a place. */
export function lettersAt({ letters, offsets }: SortedWords, place: number): number {
  let bits = 0;
  const end = offsets[place + 1] ?? 0;
  for (let i = offsets[place] ?? 0; i < end; i++) bits |= 1 << (letters[i] ?? 0);
  return bits;
}

/** Words between two steps: about two milliseconds. */
const wordsOfStep = 4000;

/**
 * Both together, in small steps. The fresh words are no words of `sorted`; their numbers follow its own. `drawers` hold
 * their places, each drawer's words coming behind all words of the drawers before it.
 */
export function* addingWords(
  sorted: SortedWords,
  fresh: readonly string[],
  drawers: Iterable<readonly number[]>,
): Generator<void, SortedWords> {
  const known = sorted.ids.length;
  const size = sorted.letters.length + fresh.reduce((sum, word) => sum + word.length, 0);
  const merged = {
    letters: new Uint16Array(size),
    offsets: new Uint32Array(known + fresh.length + 1),
    ids: new Uint32Array(known + fresh.length),
  };
  yield;
  let place = 0;
  let written = 0;
  let end = 0;
  const close = (id: number) => {
    merged.ids[written++] = id;
    merged.offsets[written] = end;
  };
  const copyBefore = (until: number) => {
    for (; place < until; place++) {
      const from = sorted.offsets[place] ?? 0;
      const to = sorted.offsets[place + 1] ?? 0;
      for (let i = from; i < to; i++) merged.letters[end++] = sorted.letters[i] ?? 0;
      close(sorted.ids[place] ?? 0);
    }
  };
  let step = wordsOfStep;
  for (const drawer of drawers) {
    if (written > step) {
      yield;
      step = written + wordsOfStep;
    }
    for (const i of [...drawer].sort((a, b) => ascending(fresh[a] ?? '', fresh[b] ?? ''))) {
      const word = fresh[i] ?? '';
      copyBefore(firstNotBelow(sorted, word));
      for (let letter = 0; letter < word.length; letter++) merged.letters[end++] = word.charCodeAt(letter);
      close(known + i);
    }
  }
  copyBefore(known);
  return merged;
}

/** Whether the arrays fit together: false for what no `addingWords` has made. */
export function areSortedWords({ letters, offsets, ids }: SortedWords): boolean {
  return offsets.length === ids.length + 1 && offsets[0] === 0 && offsets[ids.length] === letters.length;
}

/** In steps of doubling width when it is known to stand behind another, and mostly near it. */
function firstNotBelow(sorted: SortedWords, word: string, from?: number): number {
  let low = from ?? 0;
  let high = sorted.ids.length;
  for (let width = 1; from !== undefined && low + width < high; width *= 2) {
    if (compare(sorted, low + width, word) < 0) low += width;
    else high = low + width;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted, middle, word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare({ letters, offsets }: SortedWords, place: number, word: string): number {
  const from = offsets[place] ?? 0;
  const length = (offsets[place + 1] ?? 0) - from;
  const shared = Math.min(length, word.length);
  for (let i = 0; i < shared; i++) {
    const difference = (letters[from + i] ?? 0) - word.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - word.length;
}

/** As `compare` has it: by codes, as JavaScript's own comparison. */
function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
