/** The words of an index: each has a number, and all that begin with some letters are found by binary search. */
export type Dictionary = {
  readonly size: number;
  /** The word's number; undefined for a word never added. */
  idOf(word: string): number | undefined;
  /** The word's number, a new one when it was never added. Numbers count up from 0 and never change. */
  add(word: string): number;
  /** Numbers of the words that begin with the prefix, in alphabetical order. */
  startingWith(prefix: string): number[];
};

export function createDictionary(): Dictionary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  /** Numbers in the order of their words; those added since the last look-up are not in yet. */
  let sorted: number[] = [];

  const wordOf = (id: number): string => words[id] ?? '';
  const sortNew = (): void => {
    if (sorted.length === words.length) return;
    const added: number[] = [];
    for (let id = sorted.length; id < words.length; id++) added.push(id);
    added.sort((a, b) => compare(wordOf(a), wordOf(b)));
    sorted = merge(sorted, added, (a, b) => compare(wordOf(a), wordOf(b)));
  };
  return {
    get size() {
      return words.length;
    },
    idOf: word => ids.get(word),
    add: word => {
      const known = ids.get(word);
      if (known !== undefined) return known;
      // A slice keeps the whole text it was cut from in memory; a word must not.
      const own = ownCopy(word);
      ids.set(own, words.length);
      words.push(own);
      return words.length - 1;
    },
    startingWith: prefix => {
      sortNew();
      const first = lowerBound(sorted, id => compare(wordOf(id), prefix) < 0);
      let last = first;
      while (last < sorted.length && wordOf(sorted[last] ?? 0).startsWith(prefix)) last++;
      return sorted.slice(first, last);
    },
  };
}

/** By code units: the order that makes words with one prefix neighbours. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lowerBound(ids: readonly number[], isBefore: (id: number) => boolean): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(ids[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merge(a: readonly number[], b: readonly number[], order: (x: number, y: number) => number): number[] {
  const merged: number[] = [];
  let j = 0;
  for (const left of a) {
    for (let right = b[j]; right !== undefined && order(right, left) < 0; right = b[++j]) merged.push(right);
    merged.push(left);
  }
  for (; j < b.length; j++) merged.push(b[j] ?? 0);
  return merged;
}

/** V8 copies a string of fewer than 13 characters when it is cut; a longer one is made anew here. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : [...word].join('');
}
