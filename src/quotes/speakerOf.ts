import type { Quote, Source, Span } from '../model.ts';
import { findQuotes } from './findQuotes.ts';
import { startsWithCue } from './tag.ts';

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
  return before !== undefined && behind !== undefined && goesOn(source, before, behind);
}

/**
 * Whether a quote goes on where the one before it left off: the same speaker, and between them nothing but who speaks, be it
 * one quotation in parts or two (`“One,” said Lind. “Two,” she added.`).
 */
export function goesOn({ text }: Source, before: Quote, next: Quote): boolean {
  if (before.attribution === undefined || next.attribution === undefined) return false;
  if (before.attribution === next.attribution) return true;
  if (next.outer.start - before.outer.end > longestTag || before.attribution.speaker !== next.attribution.speaker)
    return false;
  const gap = text.slice(before.outer.end, next.outer.start);
  return gap.trim() === '' || (startsWithCue(gap) && !/[.!?]["”’]?\s+\p{Lu}/u.test(gap.trim()));
}

/** Characters between two quotes that may be no more than a cue with its speaker, time and place. */
const longestTag = 160;

/** The quote that goes on behind the end of a stretch, when the stretch ends where its own quote does. */
export function quoteBehind(source: Source, { start, end }: Span): Quote | undefined {
  const quote = quoteAt(source, { start, end });
  if (!quote || end < quote.passage.span.end - marksReach) return undefined;
  const next = quotesWithin(source, { start: quote.outer.end, end: quote.outer.end + longestTag })[0];
  return next && goesOn(source, quote, next) ? next : undefined;
}

/** Marks, commas and blanks between quoted words and those around them. */
const marksReach = 4;
