import { findQuotes } from '../quotes/findQuotes.ts';
import { suggestQuotes } from '../quotes/suggestQuotes.ts';
import { lineOf } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import type { FoundPassage } from './types.ts';

/** Exact passages for some words, best first, each with who says it and where it stands. */
export function find(words: string, limit: number, store: SourceStore): FoundPassage[] {
  return suggestQuotes({ typed: words, paragraph: '', used: [] }, store, limit).map(
    ({ passage, source, speaker, score }) => ({
      passage,
      source,
      quoted: findQuotes(source).some(q => q.outer.start <= passage.span.start && passage.span.end <= q.outer.end),
      line: lineOf(source.text, passage.span.start),
      score,
      ...(speaker === undefined ? {} : { speaker }),
    }),
  );
}
