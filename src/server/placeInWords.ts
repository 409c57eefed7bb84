import type { Source, Span } from '../model.ts';
import { showsAsText, sourceRange } from './convert.ts';
import type { Say } from './say.ts';

/** The line of a text file; of others the page, chapter or time that people know it by. */
export function placeInWords(source: Source, span: Span, say: Say): string {
  if (showsAsText(source)) return say('line {0}', sourceRange(source, span).start.line + 1);
  const locator = source.locators?.find(l => l.span.start <= span.start && span.start < l.span.end);
  if (!locator) return source.path;
  switch (locator.kind) {
    case 'page':
      return say('page {0}', locator.label);
    case 'chapter':
      return say('chapter {0}', locator.label);
    case 'time':
      return say('time {0}', locator.label);
    case 'record':
      return say('record {0}', locator.label);
    case 'paragraph':
      return say('paragraph {0}', locator.label);
  }
}
