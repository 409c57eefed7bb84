import type { Source, Span } from '../model.ts';
import { showsAsText, sourceRange } from './convert.ts';

/** The line of a text file; of others the page, chapter or time that people know it by. */
export function placeInWords(source: Source, span: Span): string {
  if (showsAsText(source)) return `line ${sourceRange(source, span).start.line + 1}`;
  const locator = source.locators?.find(l => l.span.start <= span.start && span.start < l.span.end);
  return locator ? `${locator.kind} ${locator.label}` : source.path;
}
