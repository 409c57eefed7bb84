import type { Source, Span } from '../model.ts';

/** How a list names a source in passing: title and date. */
export function nameOf(source: Source): string {
  return source.published === undefined ? source.title : `${source.title} · ${source.published}`;
}

/** A part of a uri for people; as it is written when its escapes are none. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/**
 * The span with up to `reach` characters around it, cut at words and within its paragraph. Leading and trailing
 * flags say whether something was cut off.
 */
export function inContext(text: string, span: Span, reach: number): Span & { cutBefore: boolean; cutAfter: boolean } {
  const paragraphStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const paragraphEnd = newline < 0 ? text.length : newline;
  let start = Math.max(paragraphStart, span.start - reach);
  let end = Math.min(paragraphEnd, span.end + reach);
  while (start > paragraphStart && start < span.start && !/\s/.test(text[start - 1] ?? '')) start += 1;
  while (end < paragraphEnd && end > span.end && !/\s/.test(text[end] ?? '')) end -= 1;
  return { start, end, cutBefore: start > paragraphStart, cutAfter: end < paragraphEnd };
}
