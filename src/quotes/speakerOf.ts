import type { Quote, Source, Span } from '../model.ts';
import { findQuotes } from './findQuotes.ts';

/**
 * Who says the words at `span` in a source: the speaker of the quote they stand in, or in a transcript of the turn;
 * undefined when they are nobody's or it is not clear.
 */
export function speakerOf(source: Source, span: Span): string | undefined {
  const quote = quoteAt(source, span);
  if (quote) return quote.attribution?.speaker;
  return source.locators?.find(
    ({ span: turn, speaker }) => speaker !== undefined && turn.start <= span.start && span.start < turn.end,
  )?.speaker;
}

/** The quote of a source that a stretch begins in. */
export function quoteAt(source: Source, span: Span): Quote | undefined {
  const quotes = findQuotes(source);
  let low = 0;
  let high = quotes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((quotes[middle]?.outer.start ?? 0) <= span.start) low = middle;
    else high = middle - 1;
  }
  const quote = quotes[low];
  return quote && quote.outer.start <= span.start && span.start < quote.outer.end ? quote : undefined;
}

/** The quotes of a source that touch a stretch of it, in order. */
export function quotesWithin(source: Source, span: Span): Quote[] {
  return findQuotes(source).filter(({ outer }) => outer.start < span.end && span.start < outer.end);
}

/** Whether a stretch holds the end of one quote and the beginning of another, so that words of the source's own lie in it. */
export function isBetweenQuotes(source: Source, { start, end }: Span): boolean {
  const reach = { start: start - marksReach, end: end + marksReach };
  const touched = quotesWithin(source, reach);
  const ended = touched.some(({ outer }) => outer.end > reach.start && outer.end <= end + 1);
  return ended && touched.some(({ outer }) => outer.start >= start - 1 && outer.start < reach.end);
}

/** Whether a stretch is nothing but the cue that interrupts one speech: `“One,” she said, “two.”` */
export function isCueWithin(source: Source, { start, end }: Span): boolean {
  const touched = quotesWithin(source, { start: start - marksReach, end: end + marksReach });
  const before = touched.findLast(({ outer }) => outer.end <= start + 1);
  const behind = touched.find(({ outer }) => outer.start >= end - 1);
  return before?.attribution !== undefined && before.attribution === behind?.attribution;
}

/** Marks, commas and blanks between quoted words and those around them. */
const marksReach = 4;
