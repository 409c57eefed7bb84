import type { Passage } from '../model.ts';
import { findQuotes } from '../quotes/findQuotes.ts';
import { suggestQuotes } from '../quotes/suggestQuotes.ts';
import { lineOf } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import { foldKey } from '../text/fold.ts';
import { words as wordsOf } from '../text/segment.ts';
import type { FoundPassage } from './types.ts';

type Candidate = { readonly passage: Passage; readonly speaker?: string; readonly score: number };

/** A sentence that holds a smaller share of the words asked for is about something else. */
const leastShare = 0.5;

/**
 * Exact passages for some words, best first, each with who says it and where it stands: quotes and plain sentences that hold
 * most of the words, quotes first among equals; where nothing does, what the words look like with their typing errors.
 */
export function find(words: string, limit: number, store: SourceStore): FoundPassage[] {
  const asked = keysOf(words);
  const quotes: readonly Candidate[] = suggestQuotes({ typed: words, paragraph: '', used: [] }, store, limit);
  const sentences: readonly Candidate[] = store.search(words, { limit, prefix: true });
  const held = [...quotes, ...sentences]
    .map(candidate => ({ candidate, share: shareOf(asked, candidate.passage.text) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share);
  const chosen = held.length > 0 ? held.map(({ candidate }) => candidate) : quotes;
  return withoutRepeats(chosen)
    .slice(0, limit)
    .flatMap(candidate => described(candidate, store));
}

function described({ passage, speaker, score }: Candidate, store: SourceStore): FoundPassage[] {
  const source = store.get(passage.sourceId);
  if (!source) return [];
  const { start, end } = passage.span;
  return [
    {
      passage,
      source,
      quoted: findQuotes(source).some(q => q.outer.start <= start && end <= q.outer.end),
      line: lineOf(source.text, start),
      score,
      ...(speaker === undefined ? {} : { speaker }),
    },
  ];
}

/** A sentence around a quote that is listed already says nothing new. */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const { sourceId, span } = candidate.passage;
    const repeats = kept.some(
      ({ passage }) => passage.sourceId === sourceId && passage.span.start < span.end && span.start < passage.span.end,
    );
    if (!repeats) kept.push(candidate);
  }
  return kept;
}

/** The share of the words asked for that a passage holds, the last one as a beginning: 0..1. */
function shareOf(asked: readonly string[], text: string): number {
  const held = keysOf(text);
  const all = new Set(held);
  const found = asked.filter(
    (word, i) => all.has(word) || (i === asked.length - 1 && held.some(h => h.startsWith(word))),
  );
  return asked.length === 0 ? 0 : found.length / asked.length;
}

function keysOf(text: string): string[] {
  return wordsOf(text).map(({ start, end }) => foldKey(text.slice(start, end)));
}
