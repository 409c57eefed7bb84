/** The words of an index: each has a number, and all that begin with some letters are found without looking at all. */
export type Dictionary = {
  readonly size: number;
  /** The word's number; undefined for a word never added. */
  idOf(word: string): number | undefined;
  /** The word's number, a new one when it was never added. Numbers count up from 0 and never change. */
  add(word: string): number;
  /** Numbers of the words that begin with the prefix, ascending. */
  startingWith(prefix: string): Uint32Array;
};

/** Words are kept in drawers by their first letters: no sorting, when words are added or when they are looked up. */
const drawerLetters = 3;

export function createDictionary(): Dictionary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const drawers = new Map<string, number[]>();

  const add = (word: string): number => {
    // A slice keeps the whole text it was cut from in memory; a word must not.
    const own = ownCopy(word);
    const id = words.push(own) - 1;
    ids.set(own, id);
    const label = own.slice(0, drawerLetters);
    const drawer = drawers.get(label);
    if (drawer) drawer.push(id);
    else drawers.set(label, [id]);
    return id;
  };
  return {
    get size() {
      return words.length;
    },
    idOf: word => ids.get(word),
    add: word => ids.get(word) ?? add(word),
    startingWith: prefix => {
      if (prefix.length >= drawerLetters) {
        const drawer = drawers.get(prefix.slice(0, drawerLetters)) ?? [];
        return joinSorted([drawer.filter(id => words[id]?.startsWith(prefix))]);
      }
      return joinSorted([...drawers].filter(([label]) => label.startsWith(prefix)).map(([, drawer]) => drawer));
    },
  };
}

/** V8 copies a string of fewer than 13 characters when it is cut; a longer one is made anew here. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : [...word].join('');
}

function joinSorted(drawers: readonly (readonly number[])[]): Uint32Array {
  const joined = new Uint32Array(drawers.reduce((sum, drawer) => sum + drawer.length, 0));
  let at = 0;
  for (const drawer of drawers) {
    joined.set(drawer, at);
    at += drawer.length;
  }
  return joined.sort();
}
