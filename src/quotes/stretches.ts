import type { QuotationPart, Span } from '../model.ts';
import { type MarkPair, pairMarks } from '../text/marks.ts';
import { paragraphs } from '../text/segment.ts';
import { interruption } from './interruption.ts';

/** One quotation as it is printed, perhaps in parts around a cue, perhaps over several paragraphs. */
export type QuotedStretch = {
  /** From the first opening mark to the last closing mark. */
  readonly span: Span;
  readonly parts: readonly QuotationPart[];
  readonly closed: boolean;
};

/**
 * The quotations of `text`, in order: outermost marks only, a quotation interrupted by its cue joined (“One,” she said,
 * “two.”), and paragraphs that each open with a mark and close only at the last one joined.
 */
export function quotedStretches(text: string): QuotedStretch[] {
  const pairs = pairMarks(text).filter(pair => pair.depth === 0 && !isEmpty(text, pair.inner));
  return joinInterrupted(text, joinParagraphs(text, pairs));
}

function isEmpty(text: string, inner: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end));
}

function joinParagraphs(text: string, pairs: readonly MarkPair[]): QuotedStretch[] {
  const starts = new Set(paragraphs(text).map(paragraph => paragraph.start));
  const found: QuotedStretch[] = [];
  for (const pair of pairs) {
    const part = { span: pair.span, inner: pair.inner };
    const before = found.at(-1);
    const continues =
      before && !before.closed && starts.has(pair.span.start) && isNextParagraph(text, before.span.end, pair);
    if (continues) found.pop();
    const parts = continues ? [...before.parts, part] : [part];
    const start = parts[0]?.span.start ?? pair.span.start;
    found.push({ span: { start, end: pair.span.end }, parts, closed: pair.closed });
  }
  return found;
}

function isNextParagraph(text: string, end: number, pair: MarkPair): boolean {
  return /^\s*\n\s*$/.test(text.slice(end, pair.span.start));
}

function joinInterrupted(text: string, stretches: readonly QuotedStretch[]): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const before = found.at(-1);
    const limit = stretches[at + 1]?.span.start ?? text.length;
    if (before?.closed && interruption(text, before.span, stretch.span, limit)) {
      found.pop();
      const span = { start: before.span.start, end: stretch.span.end };
      found.push({ span, parts: [...before.parts, ...stretch.parts], closed: stretch.closed });
    } else found.push(stretch);
  }
  return found;
}
