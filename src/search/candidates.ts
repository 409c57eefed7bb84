export type Ranked = { readonly passage: number; readonly score: number };

/** Passages with scores; those of one place in the two columns belong together, and the first `length` places count. */
export type Candidates = {
  passages: Uint32Array;
  scores: Float64Array;
  length: number;
  /** Room for choosing the best, used again and again: what stands in it means nothing. */
  readonly room: { values: Float64Array; readonly levels: Uint32Array };
};

/** Scores are told apart by so many levels first: those of one level are few. */
const levelCount = 256;

export function createCandidates(room: number): Candidates {
  return {
    passages: new Uint32Array(room),
    scores: new Float64Array(room),
    length: 0,
    room: { values: new Float64Array(room), levels: new Uint32Array(levelCount) },
  };
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
  candidates.room.values = new Float64Array(room);
}

/** Keeps the best so many, of equal ones those of lower numbers, in their order. Gives the score that those of higher numbers have to exceed. */
export function keepBest(candidates: Candidates, wanted: number): number {
  const { passages, scores, length } = candidates;
  if (length <= wanted) return Number.NEGATIVE_INFINITY;
  const least = nthBest(candidates, wanted);
  const last = lastEqual(candidates, least, wanted);
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const score = scores[i] ?? 0;
    const passage = passages[i] ?? 0;
    if (score < least || (score === least && passage > last)) continue;
    passages[kept] = passage;
    scores[kept++] = score;
  }
  candidates.length = kept;
  return least;
}

/** The highest number of those that reach just so much, when so many are kept together with all that reach more. */
function lastEqual({ passages, scores, length }: Candidates, least: number, wanted: number): number {
  let left = wanted;
  const equal: number[] = [];
  for (let i = 0; i < length; i++) {
    const score = scores[i] ?? 0;
    if (score > least) left--;
    else if (score === least) equal.push(passages[i] ?? 0);
  }
  if (equal.length > left) equal.sort((x, y) => x - y);
  return equal.length > left ? (equal[left - 1] ?? 0) : Number.POSITIVE_INFINITY;
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

/** The score that `n` of them reach, of which there must be as many. */
export function nthBest({ scores, length, room }: Candidates, n: number): number {
  const { levels, values } = room;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const score = scores[i] ?? 0;
    if (score < least) least = score;
    if (score > most) most = score;
  }
  // Counting by levels goes straight through, where comparing would guess wrong at every other score.
  const perLevel = (levelCount - 1) / (most - least || 1);
  levels.fill(0);
  for (let i = 0; i < length; i++) {
    const level = (((scores[i] ?? 0) - least) * perLevel) | 0;
    levels[level] = (levels[level] ?? 0) + 1;
  }
  let level = levelCount - 1;
  let left = n;
  for (; level > 0 && (levels[level] ?? 0) < left; level--) left -= levels[level] ?? 0;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const score = scores[i] ?? 0;
    if ((((score - least) * perLevel) | 0) === level) values[count++] = score;
  }
  return nthOf(values, count, left);
}

/** The value that `n` of the first `count` reach, by Hoare's selection. */
function nthOf(values: Float64Array, count: number, n: number): number {
  const place = count - n;
  let low = 0;
  let high = count - 1;
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
