export type Ranked = { readonly passage: number; readonly score: number };

/** Passages with scores; those of one place in the two columns belong together, and the first `length` places count. */
export type Candidates = { passages: Uint32Array; scores: Float64Array; length: number };

export function createCandidates(room: number): Candidates {
  return { passages: new Uint32Array(room), scores: new Float64Array(room), length: 0 };
}

/** Makes room for so many more. */
export function widen(candidates: Candidates, more: number): void {
  const { passages, scores, length } = candidates;
  if (length + more <= passages.length) return;
  const room = Math.max(length + more, passages.length * 2);
  candidates.passages = new Uint32Array(room);
  candidates.passages.set(passages);
  candidates.scores = new Float64Array(room);
  candidates.scores.set(scores);
}

/**
 * Keeps the best so many, of equal ones those of lower numbers; the order stays nearly the same. Gives the score that those
 * of higher numbers have to exceed.
 */
export function keepBest(candidates: Candidates, wanted: number): number {
  const { passages, scores, length } = candidates;
  if (length <= wanted) return Number.NEGATIVE_INFINITY;
  const least = nthBest(candidates, wanted);
  const equal: number[] = [];
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const score = scores[i] ?? 0;
    if (score === least) equal.push(passages[i] ?? 0);
    if (score <= least) continue;
    passages[kept] = passages[i] ?? 0;
    scores[kept++] = score;
  }
  for (const passage of equal.sort((x, y) => x - y).slice(0, wanted - kept)) {
    passages[kept] = passage;
    scores[kept++] = least;
  }
  candidates.length = kept;
  return least;
}

/** Keeps those whose score is no less, in their order. */
export function keepFrom(candidates: Candidates, least: number): void {
  const { passages, scores, length } = candidates;
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const score = scores[i] ?? 0;
    if (score < least) continue;
    passages[kept] = passages[i] ?? 0;
    scores[kept++] = score;
  }
  candidates.length = kept;
}

/** Puts them in the order of their numbers. Quick when they are nearly so. */
export function putInOrder({ passages, scores, length }: Candidates): void {
  for (let i = 1; i < length; i++) {
    const passage = passages[i] ?? 0;
    const score = scores[i] ?? 0;
    let at = i;
    for (; at > 0 && (passages[at - 1] ?? 0) > passage; at--) {
      passages[at] = passages[at - 1] ?? 0;
      scores[at] = scores[at - 1] ?? 0;
    }
    passages[at] = passage;
    scores[at] = score;
  }
}

/** Best first, equal scores by passage number. */
export function ranked({ passages, scores, length }: Candidates): Ranked[] {
  const found: Ranked[] = [];
  for (let i = 0; i < length; i++) found.push({ passage: passages[i] ?? 0, score: scores[i] ?? 0 });
  return found.sort((x, y) => y.score - x.score || x.passage - y.passage);
}

/** The score that `n` of them reach, of which there must be as many, by Hoare's selection. */
export function nthBest({ scores, length }: Candidates, n: number): number {
  const values = scores.slice(0, length);
  const place = length - n;
  let low = 0;
  let high = length - 1;
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
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place] ?? 0;
}
