import {
  addingWords,
  lettersAt,
  lettersOf,
  noWords,
  placeOf,
  placesOf,
  type SortedWords,
  wordAt,
} from './sortedWords.ts';
import { runToEnd } from './steps.ts';

/** The words of an index: each has a number, and all that begin with some letters are found without looking at all. */
export type Dictionary = {
  readonly size: number;
  /** The word's number; undefined for a word never added. */
  idOf(word: string): number | undefined;
  /** The word's number, a new one when it was never added. Numbers count up from 0 and never change. */
  add(word: string): number;
  /** Numbers of the words that begin with the prefix, ascending; with `below`, only smaller numbers. */
  startingWith(prefix: string, below?: number): Uint32Array;
  /** The words wanted that begin with the prefix, in no order. */
  each(prefix: string, wanted: Wanted, visit: (id: number, word: string) => void): void;
  /** Sorts new words in when they have become many: they are looked up as well, and take less memory. In small steps. */
  tidy(): Generator<void>;
  /** All words; the dictionary keeps them in this form from now on. */
  sorted(): SortedWords;
};

/** Which words are worth a visit: a quick look, before a string is made of them. */
export type Wanted = {
  readonly shortest: number;
  readonly longest: number;
  /** Letters of which a word lacks at most `lacking`, as `lettersOf` gives them; a word may lack more. */
  readonly letters?: number;
  readonly lacking?: () => number;
  /** Whether a word is worth a visit by the codes of the two letters behind the prefix, 0 behind its end. */
  readonly ending?: (first: number, second: number) => boolean;
};

/** New words are kept in drawers by their first letters: no sorting, when they are added or when they are looked up. */
const drawerLetters = 3;
/** Looking up a sorted word takes twenty comparisons; so many of the last ones are remembered. */
const mostRemembered = 1 << 15;
/** So many new words are not worth sorting. */
const fewFresh = 2048;

export function createDictionary(base: SortedWords = noWords): Dictionary {
  let sorted = base;
  const fresh = createFreshWords();
  const idOfSorted = createLookup();
  const idOf = (word: string): number | undefined => fresh.ids.get(word) ?? idOfSorted(word, sorted);
  const sortIn = function* (): Generator<void> {
    const before = sorted;
    const words = fresh.words.slice();
    const merged = yield* addingWords(before, words, fresh.inOrder(before.ids.length));
    // Unless somebody was quicker. Words that came meanwhile stay fresh; their numbers follow all others as ever.
    if (sorted !== before) return;
    sorted = merged;
    fresh.drop(words.length, merged.ids.length);
  };
  return {
    get size() {
      return sorted.ids.length + fresh.words.length;
    },
    idOf,
    add: word => idOf(word) ?? fresh.add(ownCopy(word), sorted.ids.length),
    startingWith: (prefix, below) => {
      const { from, to } = placesOf(sorted, prefix);
      return joinSorted([sorted.ids.subarray(from, to), ...fresh.startingWith(prefix, sorted.ids.length)], below);
    },
    each: (prefix, wanted, visit) => {
      const { from, to } = placesOf(sorted, prefix);
      for (let place = from; place < to; place++) {
        const length = (sorted.offsets[place + 1] ?? 0) - (sorted.offsets[place] ?? 0);
        if (length < wanted.shortest || length > wanted.longest) continue;
        if (wanted.letters !== undefined && lacks(lettersAt(sorted, place), wanted)) continue;
        if (wanted.ending && !endsWell(sorted, place, prefix.length, wanted.ending)) continue;
        visit(sorted.ids[place] ?? 0, wordAt(sorted, place));
      }
      const before = sorted.ids.length;
      for (const drawer of fresh.startingWith(prefix, before)) {
        for (const id of drawer) {
          const word = fresh.words[id - before] ?? '';
          if (word.length < wanted.shortest || word.length > wanted.longest) continue;
          const [first, second] = [word.charCodeAt(prefix.length) || 0, word.charCodeAt(prefix.length + 1) || 0];
          if (wanted.ending && !wanted.ending(first, second)) continue;
          if (wanted.letters === undefined || !lacks(lettersOf(word), wanted)) visit(id, word);
        }
      }
    },
    tidy: function* () {
      // A share of the sorted ones, so that a library that grows in steps is not sorted anew at each.
      if (fresh.words.length > Math.max(fewFresh, sorted.ids.length / 4)) yield* sortIn();
    },
    sorted: () => {
      if (fresh.words.length > 0) runToEnd(sortIn());
      return sorted;
    },
  };
}

/** Whether the letters wanted are not there, but for those that may be missing. */
function lacks(letters: number, { letters: wanted = 0, lacking = () => 0 }: Wanted): boolean {
  let missing = wanted & ~letters;
  for (let left = lacking(); missing !== 0 && left > 0; left--) missing &= missing - 1;
  return missing !== 0;
}

function endsWell(
  { letters, offsets }: SortedWords,
  place: number,
  shared: number,
  ending: (first: number, second: number) => boolean,
): boolean {
  const at = (offsets[place] ?? 0) + shared;
  const left = (offsets[place + 1] ?? 0) - at;
  return ending(left > 0 ? (letters[at] ?? 0) : 0, left > 1 ? (letters[at + 1] ?? 0) : 0);
}

/** The numbers of words that are sorted in; they never change, however many are sorted in later. */
function createLookup(): (word: string, sorted: SortedWords) => number | undefined {
  const remembered = new Map<string, number>();
  return (word, sorted) => {
    const known = remembered.get(word);
    if (known !== undefined || sorted.ids.length === 0) return known;
    const place = placeOf(sorted, word);
    if (place === undefined) return undefined;
    if (remembered.size >= mostRemembered) remembered.clear();
    const id = sorted.ids[place] ?? 0;
    remembered.set(ownCopy(word), id);
    return id;
  };
}

/** Words as they come in. */
function createFreshWords() {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const drawers = new Map<string, number[]>();
  const add = (word: string, before: number): number => {
    const id = before + words.push(word) - 1;
    ids.set(word, id);
    const label = word.slice(0, drawerLetters);
    const drawer = drawers.get(label);
    if (drawer) drawer.push(id);
    else drawers.set(label, [id]);
    return id;
  };
  return {
    ids: ids as ReadonlyMap<string, number>,
    words: words as readonly string[],
    add,
    startingWith: (prefix: string, before: number): (readonly number[])[] => {
      if (prefix.length < drawerLetters) {
        return [...drawers].filter(([label]) => label.startsWith(prefix)).map(([, drawer]) => drawer);
      }
      const drawer = drawers.get(prefix.slice(0, drawerLetters)) ?? [];
      return [drawer.filter(id => words[id - before]?.startsWith(prefix))];
    },
    /** The places in `words` of the words of each drawer, the drawers in ascending order. */
    inOrder: (before: number): number[][] =>
      [...drawers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, drawer]) => drawer.map(id => id - before)),
    /** Lets the first words go; the numbers of the others begin with `before`. */
    drop: (count: number, before: number): void => {
      const kept = words.slice(count);
      ids.clear();
      words.length = 0;
      drawers.clear();
      for (const word of kept) add(word, before);
    },
  };
}

/** V8 copies a string of fewer than 13 characters when it is cut; a longer one would keep the text it was cut from. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : [...word].join('');
}

function joinSorted(lists: readonly ArrayLike<number>[], below = Number.POSITIVE_INFINITY): Uint32Array {
  const joined = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const number = list[i] ?? 0;
      if (number < below) joined[length++] = number;
    }
  }
  return joined.subarray(0, length).sort();
}
