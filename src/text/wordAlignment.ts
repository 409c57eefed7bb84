/**
 * Alignment of two sequences of words by dynamic programming: Needleman and Wunsch (1970) for two whole texts, Sellers
 * (1980) for the best window of a longer one. A stretch of source words that the draft leaves out costs as many single
 * words when it is short and an affine price when it is long (two-piece gap costs as in Li 2018, minimap2), so that a
 * silent omission of a paragraph stays one omission instead of the loss of the half behind it.
 */

/** Price of a replaced, added or left out word; the other prices are in the same unit. */
export const WORD_COST = 32;
/** Gain of an equal word: of two alignments as cheap, the one with more equal words. */
export const EQUAL_GAIN = 1;
/** Price of beginning a long omission: one and a half words. */
export const OMISSION_COST = 48;
/** Price of each word of a long omission. */
export const OMITTED_WORD_COST = 1;

/** Words as numbers: equal numbers, equal words. `joined` says where several words written together equal one. */
export type WordSequences = {
  readonly draft: Int32Array;
  readonly source: Int32Array;
  readonly joined: JoinedWords;
};

/** `draft[i]` = list of [n, word]: the n draft words ending before i, written together, are the source word `word`. */
export type JoinedWords = {
  readonly draft: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  readonly source: ReadonlyMap<number, readonly (readonly [number, number])[]>;
};

/** Words `draftStart..draftEnd` stand for words `sourceStart..sourceEnd`; `equal` or not. Either may be empty. */
export type AlignedRun = {
  readonly draftStart: number;
  readonly draftEnd: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly equal: boolean;
};

export type WordAlignment = { readonly cost: number; readonly runs: readonly AlignedRun[] };

/** Where the source's words may be left off for nothing: before and behind the aligned stretch. */
export type FreeEnds = { readonly before: boolean; readonly behind: boolean };

/** Both sequences whole. */
export const WHOLE: FreeEnds = { before: false, behind: false };
/** The best window of the source. */
export const WINDOW: FreeEnds = { before: true, behind: true };

/** The cheapest alignment. Time and memory are the product of the lengths: callers bound it. */
export function alignWords(sequences: WordSequences, free: FreeEnds): WordAlignment {
  const table = fillTable(sequences, free.before);
  const end = free.behind ? windowEnd(table, sequences) : sequences.source.length;
  return { cost: table.lastRow[end] ?? 0, runs: trace(table, sequences, end, free.before) };
}

/** How the cheapest way to a cell arrives. Joined words: JOIN_DRAFT + n, JOIN_SOURCE + n for n = 2, 3, 4. */
const PAIR = 0;
const ADD = 1;
const OMIT = 2;
const OMIT_LONG = 3;
const JOIN_DRAFT = 2;
const JOIN_SOURCE = 6;
const STEP_MASK = 15;
/** Set where a long omission that goes on to the right began at this cell. */
const LONG_BEGINS = 16;

/** Rows kept while filling: joins look back up to four. */
const ROWS = 5;

type Table = { readonly steps: Uint8Array; readonly lastRow: Int32Array; readonly width: number };

function fillTable(sequences: WordSequences, freeBefore: boolean): Table {
  const { draft, source } = sequences;
  const width = source.length + 1;
  const steps = new Uint8Array((draft.length + 1) * width);
  const rows = Array.from({ length: ROWS }, () => new Int32Array(width));
  if (!freeBefore) fillFirstRow(rows[0] as Int32Array, steps);
  const joinEnds = new Uint8Array(width);
  for (const end of sequences.joined.source.keys()) joinEnds[end] = 1;
  for (let i = 1; i <= draft.length; i++) {
    fillRow(i, sequences, joinEnds, rows, steps.subarray(i * width, (i + 1) * width));
  }
  return { steps, lastRow: rows[draft.length % ROWS] as Int32Array, width };
}

function fillRow(
  i: number,
  { draft, source, joined }: WordSequences,
  joinEnds: Uint8Array,
  rows: readonly Int32Array[],
  steps: Uint8Array,
): void {
  const above = rows[(i - 1) % ROWS] as Int32Array;
  const row = rows[i % ROWS] as Int32Array;
  const word = draft[i - 1];
  const joins = joined.draft.has(i);
  let cost = (above[0] as number) + WORD_COST;
  let long = cost + OMISSION_COST;
  row[0] = cost;
  steps[0] = ADD | LONG_BEGINS;
  for (let j = 1; j < row.length; j++) {
    const omitted = cost + WORD_COST;
    const added = (above[j] as number) + WORD_COST;
    const extended = long + OMITTED_WORD_COST;
    cost = (above[j - 1] as number) + (source[j - 1] === word ? -EQUAL_GAIN : WORD_COST);
    let step = PAIR;
    const join = joins || joinEnds[j] === 1 ? bestJoin(rows, i, j, joined, word, source[j - 1]) : undefined;
    if (join !== undefined && join.cost < cost) ({ cost, step } = join);
    if (added < cost) {
      cost = added;
      step = ADD;
    }
    if (omitted < cost) {
      cost = omitted;
      step = OMIT;
    }
    if (extended < cost) {
      cost = extended;
      step = OMIT_LONG;
    }
    const begins = cost + OMISSION_COST <= extended;
    long = begins ? cost + OMISSION_COST : extended;
    row[j] = cost;
    steps[j] = begins ? step | LONG_BEGINS : step;
  }
}

/** Leaving out the source's first j words. */
function fillFirstRow(row: Int32Array, steps: Uint8Array): void {
  steps[0] = LONG_BEGINS;
  for (let j = 1; j < row.length; j++) {
    const short = j * WORD_COST;
    const long = OMISSION_COST + j * OMITTED_WORD_COST;
    row[j] = Math.min(short, long);
    steps[j] = short <= long ? OMIT : OMIT_LONG;
  }
}

function bestJoin(
  rows: readonly Int32Array[],
  i: number,
  j: number,
  joined: JoinedWords,
  draftWord: number | undefined,
  sourceWord: number | undefined,
): { cost: number; step: number } | undefined {
  let best: { cost: number; step: number } | undefined;
  for (const [count, word] of joined.draft.get(i) ?? []) {
    const cost = (rows[(i - count) % ROWS]?.[j - 1] ?? 0) - EQUAL_GAIN;
    if (word === sourceWord && (best === undefined || cost < best.cost)) best = { cost, step: JOIN_DRAFT + count };
  }
  for (const [count, word] of joined.source.get(j) ?? []) {
    const cost = (rows[(i - 1) % ROWS]?.[j - count] ?? 0) - EQUAL_GAIN;
    if (word === draftWord && (best === undefined || cost < best.cost)) best = { cost, step: JOIN_SOURCE + count };
  }
  return best;
}

/**
 * The first cheapest end, moved on over ends as cheap while the draft's last words would otherwise stand for nothing: a
 * last word that was changed is paired with the source's word rather than called added.
 */
function windowEnd({ steps, lastRow, width }: Table, { draft }: WordSequences): number {
  let end = 0;
  for (let j = 1; j < width; j++) if ((lastRow[j] ?? 0) < (lastRow[end] ?? 0)) end = j;
  let added = 0;
  while (added < draft.length && ((steps[(draft.length - added) * width + end] ?? 0) & STEP_MASK) === ADD) added++;
  if (added === draft.length) return end;
  const cost = lastRow[end];
  let moved = end;
  for (let j = end + 1; j <= end + added && j < width; j++) {
    if (lastRow[j] === cost && ((steps[draft.length * width + j] ?? 0) & STEP_MASK) === PAIR) moved = j;
  }
  return moved;
}

function trace(
  { steps, width }: Table,
  { draft, source }: WordSequences,
  end: number,
  freeBefore: boolean,
): AlignedRun[] {
  const runs: AlignedRun[] = [];
  let i = draft.length;
  let j = end;
  while (i > 0 || (j > 0 && !freeBefore)) {
    const step = (steps[i * width + j] ?? 0) & STEP_MASK;
    const [draftEnd, sourceEnd] = [i, j];
    let equal = step > OMIT_LONG;
    if (step === PAIR) equal = draft[--i] === source[--j];
    else if (step === ADD) i--;
    else if (step === OMIT) j--;
    else if (step === OMIT_LONG)
      do j--;
      while (((steps[i * width + j] ?? 0) & LONG_BEGINS) === 0);
    else if (step < JOIN_SOURCE + 2) {
      i -= step - JOIN_DRAFT;
      j--;
    } else {
      i--;
      j -= step - JOIN_SOURCE;
    }
    runs.push({ draftStart: i, draftEnd, sourceStart: j, sourceEnd, equal });
  }
  return runs.reverse();
}
