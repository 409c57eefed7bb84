import type { Change, Span } from '../model.ts';
import { gravityOf } from './gravity.ts';
import { isInsideNumber } from './numberInWords.ts';
import type { AlignedRun } from './wordAlignment.ts';
import type { WordToken } from './wordTokens.ts';

/** A text and its words. */
export type Worded = { readonly text: string; readonly words: readonly WordToken[] };

/**
 * The differences an alignment shows, in order, each as small as it can be: one replaced word is one change, and words
 * are taken together only where they stand for each other as a group (`would be` for `was`) or make up one name or number.
 */
export function wordChanges(draft: Worded, source: Worded, runs: readonly AlignedRun[]): Change[] {
  return unequalStretches(runs)
    .flatMap(stretch => together(draft, source, pairedWithin(draft, source, stretch)))
    .map(stretch => changeOf(draft, source, wholeNumber(draft, source, stretch)));
}

/** `forty` for `forty-two` is one number for another, not a word left out: the half that agrees is taken along. */
function wholeNumber(draft: Worded, source: Worded, stretch: Stretch): Stretch {
  const { draftStart, draftEnd, sourceStart, sourceEnd } = stretch;
  const isPart = ({ text, words }: Worded, next: number): boolean => isInsideNumber(text, words[next - 1]?.end ?? -1);
  const isOneHalf = draftStart > 0 && isPart(source, sourceStart) && !isPart(draft, draftStart);
  if (draftStart < draftEnd && sourceStart < sourceEnd)
    return isOneHalf ? { ...stretch, draftStart: draftStart - 1, sourceStart: sourceStart - 1 } : stretch;
  const [longer, start, end] = draftStart < draftEnd ? [draft, draftStart, draftEnd] : [source, sourceStart, sourceEnd];
  if (isPart(longer, start) && draftStart > 0 && sourceStart > 0)
    return { ...stretch, draftStart: draftStart - 1, sourceStart: sourceStart - 1 };
  if (isPart(longer, end) && draftEnd < draft.words.length && sourceEnd < source.words.length)
    return { ...stretch, draftEnd: draftEnd + 1, sourceEnd: sourceEnd + 1 };
  return stretch;
}

/** Draft words and source words by index that stand for each other; either may be empty. */
type Stretch = Omit<AlignedRun, 'equal'>;

function unequalStretches(runs: readonly AlignedRun[]): Stretch[] {
  const stretches: Stretch[] = [];
  let going = false;
  for (const run of runs) {
    const last = stretches.at(-1);
    if (!run.equal && going && last !== undefined) {
      stretches[stretches.length - 1] = { ...last, draftEnd: run.draftEnd, sourceEnd: run.sourceEnd };
    } else if (!run.equal) stretches.push(run);
    going = !run.equal;
  }
  return stretches;
}

/** Most word pairs compared within one stretch; a larger one is one change. */
const MOST_PAIRS = 2500;

/** Splits a stretch at the words that resemble each other, and word by word where both sides have as many. */
function pairedWithin(draft: Worded, source: Worded, stretch: Stretch): Stretch[] {
  const { draftStart, draftEnd, sourceStart, sourceEnd } = stretch;
  const rows = draftEnd - draftStart;
  const columns = sourceEnd - sourceStart;
  if (rows * columns <= 1 || rows * columns > MOST_PAIRS) return [stretch];
  const pairs = resemblingPairs(
    draft.words.slice(draftStart, draftEnd).map(({ key }) => key),
    source.words.slice(sourceStart, sourceEnd).map(({ key }) => key),
  );
  const parts: Stretch[] = [];
  let [i, j] = [draftStart, sourceStart];
  for (const [row, column] of pairs) {
    parts.push(
      ...wordByWord({ draftStart: i, draftEnd: draftStart + row, sourceStart: j, sourceEnd: sourceStart + column }),
    );
    [i, j] = [draftStart + row + 1, sourceStart + column + 1];
    if (draft.words[i - 1]?.key !== source.words[j - 1]?.key) {
      parts.push({ draftStart: i - 1, draftEnd: i, sourceStart: j - 1, sourceEnd: j });
    }
  }
  parts.push(...wordByWord({ draftStart: i, draftEnd, sourceStart: j, sourceEnd }));
  return parts;
}

function wordByWord(stretch: Stretch): Stretch[] {
  const { draftStart, draftEnd, sourceStart, sourceEnd } = stretch;
  const count = draftEnd - draftStart;
  if (count === 0 && sourceStart === sourceEnd) return [];
  if (count !== sourceEnd - sourceStart) return [stretch];
  return Array.from({ length: count }, (_, index) => ({
    draftStart: draftStart + index,
    draftEnd: draftStart + index + 1,
    sourceStart: sourceStart + index,
    sourceEnd: sourceStart + index + 1,
  }));
}

/** The pairs, in order on both sides, whose resemblances add up to most. */
function resemblingPairs(draft: readonly string[], source: readonly string[]): [number, number][] {
  const width = source.length + 1;
  const best = new Float64Array((draft.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  const likeness = draft.map(a => source.map(b => resemblance(a, b)));
  for (let i = draft.length - 1; i >= 0; i--) {
    for (let j = source.length - 1; j >= 0; j--) {
      const paired = (likeness[i]?.[j] ?? 0) > 0 ? at(i + 1, j + 1) + (likeness[i]?.[j] ?? 0) : 0;
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < draft.length && j < source.length; ) {
    const like = likeness[i]?.[j] ?? 0;
    if (like > 0 && at(i, j) === at(i + 1, j + 1) + like) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** 0 when two words have nothing in common; 1 when they differ in case only. Figures resemble figures. */
function resemblance(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first === second) return 1;
  if (/\d/.test(first) && /\d/.test(second)) return 0.9;
  const shorter = Math.min(first.length, second.length);
  const longer = Math.max(first.length, second.length);
  let head = 0;
  while (head < shorter && first[head] === second[head]) head++;
  let tail = 0;
  while (tail < shorter - head && first.at(-1 - tail) === second.at(-1 - tail)) tail++;
  const shared = head + tail >= shorter ? shorter : Math.max(head, tail);
  return shared >= 3 && shared * 2 >= longer ? shared / longer : 0;
}

/** Puts neighbouring changes that make up one name or one number, or one run of letters without spaces, back together. */
function together(draft: Worded, source: Worded, stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  let previous: { stretch: Stretch; gravity: Change['gravity'] } | undefined;
  for (const stretch of stretches) {
    const gravity = gravityOfStretch(draft, source, stretch);
    if (
      previous !== undefined &&
      isNext(previous.stretch, stretch) &&
      ((previous.gravity === gravity && (gravity === 'name' || gravity === 'number')) ||
        (touch(draft, stretch.draftStart) && touch(source, stretch.sourceStart)))
    ) {
      const whole = { ...previous.stretch, draftEnd: stretch.draftEnd, sourceEnd: stretch.sourceEnd };
      joined[joined.length - 1] = whole;
      previous = { stretch: whole, gravity: gravityOfStretch(draft, source, whole) };
    } else {
      joined.push(stretch);
      previous = { stretch, gravity };
    }
  }
  return joined;
}

function isNext(before: Stretch, after: Stretch): boolean {
  return before.draftEnd === after.draftStart && before.sourceEnd === after.sourceStart;
}

/** Nothing stands between a word and the one before it, as in Chinese or Thai. */
function touch({ words }: Worded, at: number): boolean {
  return at > 0 && words[at - 1]?.end === words[at]?.start;
}

function wordsOf({ text, words }: Worded, start: number, end: number): Worded {
  return { text, words: words.slice(start, end) };
}

function changeOf(draft: Worded, source: Worded, stretch: Stretch): Change {
  const draftSpan = spanOf(draft.words, stretch.draftStart, stretch.draftEnd);
  const sourceSpan = spanOf(source.words, stretch.sourceStart, stretch.sourceEnd);
  return {
    draft: draft.text.slice(draftSpan.start, draftSpan.end),
    source: source.text.slice(sourceSpan.start, sourceSpan.end),
    draftSpan,
    sourceSpan,
    gravity: gravityOfStretch(draft, source, stretch),
  };
}

function gravityOfStretch(draft: Worded, source: Worded, stretch: Stretch): Change['gravity'] {
  return gravityOf(
    wordsOf(draft, stretch.draftStart, stretch.draftEnd),
    wordsOf(source, stretch.sourceStart, stretch.sourceEnd),
  );
}

/** An empty stretch lies right behind the word before it, or right before the first word. */
function spanOf(words: readonly WordToken[], start: number, end: number): Span {
  if (start < end) return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
  const at = start > 0 ? (words[start - 1]?.end ?? 0) : (words[0]?.start ?? 0);
  return { start: at, end: at };
}
