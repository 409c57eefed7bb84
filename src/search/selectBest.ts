export type Ranked = { readonly passage: number; readonly score: number };

/** The best of some passages, best first, equal scores by passage number. */
export function selectBest(passages: ArrayLike<number>, scores: Float64Array, limit: number): Ranked[] {
  const least = passages.length > limit ? nthBest(passages, scores, limit) : 0;
  const best: Ranked[] = [];
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] ?? 0;
    const score = scores[passage] ?? 0;
    if (score >= least) best.push({ passage, score });
  }
  return best.sort((x, y) => y.score - x.score || x.passage - y.passage).slice(0, limit);
}

/** The score that `n` of the passages reach; 0 when there are fewer. */
export function nthBest(passages: ArrayLike<number>, scores: Float64Array, n: number): number {
  if (passages.length < n) return 0;
  const values = new Float64Array(passages.length);
  for (let i = 0; i < values.length; i++) values[i] = scores[passages[i] ?? 0] ?? 0;
  return selectNth(values, values.length - n);
}

/** Hoare's selection: the value that would stand at `n` if the numbers were sorted ascending. Reorders them. */
function selectNth(values: Float64Array, n: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i++] = values[j] ?? 0;
      values[j--] = swapped;
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else break;
  }
  return values[n] ?? 0;
}
