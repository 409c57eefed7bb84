import type { Passage } from '../model.ts';
import { findQuotes } from '../quotes/findQuotes.ts';
import { suggestQuotes } from '../quotes/suggestQuotes.ts';
import { lineOf } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import { distanceFrom } from '../text/editDistance.ts';
import { foldKey } from '../text/fold.ts';
import { words as wordsOf } from '../text/segment.ts';
import { isStopWord } from '../text/stem.ts';
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
  const chosen = held.length > 0 ? held.map(({ candidate }) => candidate) : quotes.filter(isMeant(asked));
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

/** Typing errors in a word of which somebody still means the other. */
const mostErrors = 2;
/** A shorter word is too near to too many. */
const shortestMistyped = 4;

/** Whether a passage has one of the telling words asked for, give or take typing errors: "the" alone is meant by nobody. */
function isMeant(asked: readonly string[]): (candidate: Candidate) => boolean {
  const near = tellingOf(asked)
    .filter(word => word.length >= shortestMistyped)
    .map(word => ({ word, distance: distanceFrom(word, mostErrors, true) }));
  return ({ passage }) => keysOf(passage.text).some(held => near.some(({ distance }) => distance(held) <= mostErrors));
}

/** Without the words that stand everywhere, unless there are no others. */
function tellingOf(asked: readonly string[]): readonly string[] {
  const telling = asked.filter(word => !isStopWord(word));
  return telling.length > 0 ? telling : asked;
}

/**
 * The share of the telling words asked for that a passage holds, the last one as a beginning: 0..1; 2 when all words asked for
 * stand there in one run.
 */
function rankOf(asked: readonly string[], text: string): number {
  const held = keysOf(text);
  if (asked.length > 0 && ` ${held.join(' ')}`.includes(` ${asked.join(' ')}`)) return 2;
  const all = new Set(held);
  const last = asked.at(-1) ?? '';
  const isHeld = (word: string): boolean => all.has(word) || (word === last && held.some(h => h.startsWith(word)));
  const telling = tellingOf(asked);
  const share = telling.filter(isHeld).length / Math.max(1, telling.length);
  // All telling words are not yet all words.
  return share === 1 && !asked.every(isHeld) ? nearlyAll : share;
}

/** More than any share of the telling words, and less than all words. */
const nearlyAll = 0.999;

function keysOf(text: string): string[] {
  return wordsOf(text).map(({ start, end }) => foldKey(text.slice(start, end)));
}
