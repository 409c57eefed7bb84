/** The optimal string alignment distance by its definition; with `unfinished`, to the nearest beginning of the word. */
export function naiveDistance(typed: string, word: string, unfinished: boolean): number {
  if (!unfinished) return full(typed, word);
  return Math.min(...Array.from({ length: word.length + 1 }, (_, end) => full(typed, word.slice(0, end))));
}

function full(a: string, b: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j++) {
      const at = (y: number, x: number): number => table[y]?.[x] ?? 0;
      if (i === 0 || j === 0) {
        row.push(i + j);
        continue;
      }
      const options = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) options.push(at(i - 2, j - 2) + 1);
      row.push(Math.min(...options));
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}
