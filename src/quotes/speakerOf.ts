import type { Source, Span } from '../model.ts';
import { findQuotes } from './findQuotes.ts';

/** Who says the words at `span` in a source; undefined when they are not quoted there or the speaker is not clear. */
export function speakerOf(source: Source, span: Span): string | undefined {
  const quote = findQuotes(source).find(({ outer }) => outer.start <= span.start && span.start < outer.end);
  return quote?.attribution?.speaker;
}
