/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to turn `typed` into a word (the
 * optimal string alignment distance); with `unfinished`, into any beginning of the word. Gives `most + 1` for all that is
 * farther than `most`, which it finds out early: only a band of the table is filled.
 */
export function distanceFrom(typed: string, most: number, unfinished: boolean): (word: string) => number {
  const columns = typed.length + most + 1;
  let row = new Uint8Array(columns + 1);
  let above = new Uint8Array(columns + 1);
  let twoAbove = new Uint8Array(columns + 1);
  const far = most + 1;

  /** Fills row `i` of the table and gives its smallest number. */
  const fill = (i: number, word: string, width: number): number => {
    let least = far;
    row.fill(far);
    if (i <= most) {
      row[0] = i;
      least = i;
    }
    const last = Math.min(width, i + most);
    for (let j = Math.max(1, i - most); j <= last; j++) {
      const same = typed.charCodeAt(i - 1) === word.charCodeAt(j - 1);
      let best = (above[j - 1] ?? far) + (same ? 0 : 1);
      best = Math.min(best, (above[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
      if (isSwap(typed, i, word, j)) best = Math.min(best, (twoAbove[j - 2] ?? far) + 1);
      row[j] = Math.min(best, far);
      least = Math.min(least, best);
    }
    return least;
  };
  return word => {
    if (word.length < typed.length - most || (!unfinished && word.length > typed.length + most)) return far;
    const width = Math.min(word.length, columns);
    above.fill(far);
    for (let j = 0; j <= width; j++) row[j] = Math.min(j, far);
    for (let i = 1; i <= typed.length; i++) {
      [twoAbove, above, row] = [above, row, twoAbove];
      if (fill(i, word, width) > most) return far;
    }
    if (!unfinished) return row[width] ?? far;
    return row.subarray(0, width + 1).reduce((least, number) => Math.min(least, number), far);
  };
}

function isSwap(typed: string, i: number, word: string, j: number): boolean {
  return (
    i > 1 &&
    j > 1 &&
    typed.charCodeAt(i - 1) === word.charCodeAt(j - 2) &&
    typed.charCodeAt(i - 2) === word.charCodeAt(j - 1)
  );
}
