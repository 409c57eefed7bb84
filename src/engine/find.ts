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

/** The index ranks rare words first and may put a sentence with all words behind others: so many are looked at. */
const fewestLookedAt = 200;

/**
 * Exact passages for some words, best first, each with who says it and where it stands, quotes first among equals: those that
 * have the words as they were asked for, then those that have all of them. Only where there are none, those that have most of
 * them, and where nothing does, what the words look like with their typing errors.
 */
export function find(words: string, limit: number, store: SourceStore): FoundPassage[] {
  const asked = keysOf(words);
  const quotes: readonly Candidate[] = suggestQuotes({ typed: words, paragraph: '', used: [] }, store, limit);
  const search = { limit: Math.max(limit, fewestLookedAt), prefix: true };
  const sentences: readonly Candidate[] = store.search(words, search);
  const ranked = [...quotes, ...sentences]
    .map(candidate => ({ candidate, rank: rankOf(asked, candidate.passage.text) }))
    .filter(({ rank }) => rank >= leastShare)
    .sort((a, b) => b.rank - a.rank);
  const complete = ranked.filter(({ rank }) => rank >= 1);
  const held = complete.length > 0 ? complete : ranked;
  const chosen = held.length > 0 ? held.map(({ candidate }) => candidate) : quotes;
  return withoutRepeats(chosen)
    .slice(0, limit)
    .flatMap(candidate => described(candidate, store, complete.length > 0));
}

function described({ passage, speaker, score }: Candidate, store: SourceStore, complete: boolean): FoundPassage[] {
  const source = store.get(passage.sourceId);
  if (!source) return [];
  const { start, end } = passage.span;
  return [
    {
      passage,
      source,
      complete,
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

/** The share of the words asked for that a passage holds, the last one as a beginning: 0..1; 2 when they stand there in one run. */
function rankOf(asked: readonly string[], text: string): number {
  const held = keysOf(text);
  if (asked.length > 0 && ` ${held.join(' ')}`.includes(` ${asked.join(' ')}`)) return 2;
  const all = new Set(held);
  const found = asked.filter(
    (word, i) => all.has(word) || (i === asked.length - 1 && held.some(h => h.startsWith(word))),
  );
  return asked.length === 0 ? 0 : found.length / asked.length;
}

function keysOf(text: string): string[] {
  return wordsOf(text).map(({ start, end }) => foldKey(text.slice(start, end)));
}
