import type { Span } from '../model.ts';
import { createGrowableUint32 } from './growable.ts';
import type { Rows } from './segment.ts';

export type WaitingRows = {
  count(): number;
  words(): number;
  /** Begins a passage; the words that follow are its. */
  row(source: number, span: Span): void;
  word(word: number): void;
  /** Everything so far; nothing waits any more. */
  take(): Rows;
};

/** Passages that were added and not yet made a segment. */
export function createWaitingRows(): WaitingRows {
  const sources = createGrowableUint32();
  const starts = createGrowableUint32();
  const ends = createGrowableUint32();
  const wordEnds = createGrowableUint32();
  const words = createGrowableUint32();
  const all = [sources, starts, ends, wordEnds, words];
  return {
    count: () => sources.length,
    words: () => words.length,
    row: (source: number, span: Span) => {
      if (sources.length > 0) wordEnds.push(words.length);
      sources.push(source);
      starts.push(span.start);
      ends.push(span.end);
    },
    word: (word: number) => words.push(word),
    take: () => {
      wordEnds.push(words.length);
      const rows = {
        sources: sources.view(),
        starts: starts.view(),
        ends: ends.view(),
        wordEnds: wordEnds.view(),
        words: words.view(),
      };
      for (const column of all) column.clear();
      return rows;
    },
  };
}
