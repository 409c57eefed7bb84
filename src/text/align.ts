/**
 * Where a source says what a draft quotes, and in which words the two differ.
 *
 * Words are compared folded; the case of their first letter, punctuation, and whether parts of a word are written
 * together, with a hyphen or torn over two lines are not differences. See wordAlignment.ts for the method.
 */
import type { Change, Span } from '../model.ts';
import { joinedWords } from './joinedWords.ts';
import { alignInParts, likelyWindow, MOST_CELLS } from './longAlignment.ts';
import { isInsideNumber } from './numberInWords.ts';
import { type AlignedRun, alignWords, WHOLE, WINDOW, type WordSequences } from './wordAlignment.ts';
import { type Worded, wordChanges } from './wordChanges.ts';
import { type WordToken, wordTokens } from './wordTokens.ts';

export type Alignment = {
  /** The stretch of the source that the draft could be a copy of, with punctuation that both have around it. */
  readonly span: Span;
  /** Share of the draft's words that the source has too, 0..1; each omission counts like one wrong word. */
  readonly similarity: number;
  /** In the order of the draft. Spans point into the whole texts. An empty span lies right behind the word before it. */
  readonly changes: readonly Change[];
};

/**
 * The best window of `source` (within `within`) for the whole of `draft`; undefined when they share no word.
 * A draft of a few thousand words against a source of any length answers well under a second.
 */
export function align(draft: string, source: string, within?: Span): Alignment | undefined {
  const ours: Worded = { text: draft, words: wordTokens(draft) };
  const theirs: Worded = { text: source, words: wordTokens(source, within) };
  if (ours.words.length === 0 || theirs.words.length === 0) return undefined;
  const runs = pastNumber(theirs, settled(theirs, windowRuns(sequencesOf(ours.words, theirs.words))));
  const first = runs.find(run => run.sourceEnd > run.sourceStart);
  const last = runs.findLast(run => run.sourceEnd > run.sourceStart);
  if (first === undefined || last === undefined || !runs.some(run => run.equal)) return undefined;
  const start = theirs.words[first.sourceStart]?.start ?? 0;
  const end = theirs.words[last.sourceEnd - 1]?.end ?? start;
  const limit = within ?? { start: 0, end: source.length };
  return {
    span: withPunctuation(draft, ours.words, source, { start, end }, limit),
    similarity: similarityOf(ours.words.length, runs),
    changes: wordChanges(ours, theirs, runs),
  };
}

/** The changed words of two stretches that stand for each other as wholes. Spans point into the whole texts. */
export function differences(draft: string, draftSpan: Span, source: string, sourceSpan: Span): Change[] {
  const ours: Worded = { text: draft, words: wordTokens(draft, draftSpan) };
  const theirs: Worded = { text: source, words: wordTokens(source, sourceSpan) };
  const runs = alignInParts(sequencesOf(ours.words, theirs.words), WHOLE);
  return wordChanges(ours, theirs, runs).map(change => ({
    ...change,
    draftSpan: ours.words.length > 0 ? change.draftSpan : { start: draftSpan.start, end: draftSpan.start },
    sourceSpan: theirs.words.length > 0 ? change.sourceSpan : { start: sourceSpan.start, end: sourceSpan.start },
  }));
}

function sequencesOf(draft: readonly WordToken[], source: readonly WordToken[]): WordSequences {
  const ids = new Map<string, number>();
  const numbered = (words: readonly WordToken[]) =>
    Int32Array.from(words, ({ key }) => {
      const known = ids.get(key);
      if (known === undefined) ids.set(key, ids.size);
      return known ?? ids.size - 1;
    });
  const sequences = { draft: numbered(draft), source: numbered(source) };
  const joined = joinedWords(
    draft.map(({ key }) => key),
    source.map(({ key }) => key),
    ids,
  );
  return { ...sequences, joined };
}

function windowRuns(sequences: WordSequences): readonly AlignedRun[] {
  const { draft, source } = sequences;
  if (draft.length * source.length <= MOST_CELLS) return alignWords(sequences, WINDOW).runs;
  return alignInParts(sequences, WINDOW, likelyWindow(draft, source));
}

/**
 * Words at the edge of the window that stand beyond a sentence's end from what matched are not the draft's: the draft's
 * own word there has no counterpart.
 */
function settled(source: Worded, runs: readonly AlignedRun[]): AlignedRun[] {
  const firstEqual = runs.findIndex(run => run.equal);
  const lastEqual = runs.findLastIndex(run => run.equal);
  if (firstEqual < 0) return [...runs];
  const before = source.words[runs[firstEqual]?.sourceStart ?? 0]?.start ?? 0;
  const after = source.words[(runs[lastEqual]?.sourceEnd ?? 1) - 1]?.end ?? 0;
  const stays = ({ sourceStart, sourceEnd }: AlignedRun, index: number): boolean => {
    const word = source.words[sourceStart];
    if (word === undefined || sourceStart === sourceEnd || (index >= firstEqual && index <= lastEqual)) return true;
    return !endsSentence(
      index < firstEqual ? source.text.slice(word.end, before) : source.text.slice(after, word.start),
    );
  };
  const kept = runs.filter(stays);
  // What stands for nothing stands beside what was kept, so that the source's words stay in their order.
  const first = kept[0]?.sourceStart ?? 0;
  const last = kept.at(-1)?.sourceEnd ?? 0;
  return runs.map((run, index) => {
    if (stays(run, index)) return run;
    const empty = index < firstEqual ? first : last;
    return { ...run, sourceStart: empty, sourceEnd: empty };
  });
}

/**
 * `Forty crossing,` where the source has `forty-two crossings`: a window that ends with the other half of a number takes
 * in the word behind it, which the draft's last word stands for.
 */
function pastNumber(source: Worded, runs: readonly AlignedRun[]): readonly AlignedRun[] {
  const last = runs.at(-1);
  if (!last || last.equal || last.draftStart === last.draftEnd || last.sourceStart === last.sourceEnd) return runs;
  const { text, words } = source;
  const [half, end, next] = [words[last.sourceStart - 1], words[last.sourceEnd - 1], words[last.sourceEnd]];
  if (!half || !end || !next || !isInsideNumber(text, half.end)) return runs;
  if (endsSentence(text.slice(end.end, next.start))) return runs;
  return [...runs.slice(0, -1), { ...last, sourceEnd: last.sourceEnd + 1 }];
}

function endsSentence(between: string): boolean {
  return /[.!?]["'”’»)\]]*\s|\n\s*\n|["“”«»]/.test(between);
}

function similarityOf(draftWords: number, runs: readonly AlignedRun[]): number {
  let equal = 0;
  let omissions = 0;
  let omitting = false;
  for (const run of runs) {
    if (run.equal) equal += run.draftEnd - run.draftStart;
    const omits = run.draftStart === run.draftEnd;
    if (omits && !omitting) omissions++;
    omitting = omits;
  }
  return equal / (draftWords + omissions);
}

/** Takes in punctuation next to the window that the draft has there too. */
function withPunctuation(draft: string, words: readonly WordToken[], source: string, span: Span, limit: Span): Span {
  let [before, after] = [words[0]?.start ?? 0, words.at(-1)?.end ?? draft.length];
  let { start, end } = span;
  while (after < draft.length && end < limit.end && draft[after] === source[end] && !/\s/.test(draft[after] ?? ' ')) {
    after++;
    end++;
  }
  while (
    before > 0 &&
    start > limit.start &&
    draft[before - 1] === source[start - 1] &&
    !/\s/.test(draft[before - 1] ?? ' ')
  ) {
    before--;
    start--;
  }
  return { start, end };
}
