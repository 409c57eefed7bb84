import { hasOwnLines, locate } from '../engine.ts';
import type { Source, Span } from '../model.ts';
import { sourceRange } from './convert.ts';
import { locatorInWords } from './locatorInWords.ts';
import type { Say } from './say.ts';

/** The line of a text file; of others the page, chapter, time or paragraph that people know it by. */
export function placeInWords(source: Source, span: Span, say: Say): string {
  if (hasOwnLines(source)) return say('line {0}', sourceRange(source, span).start.line + 1);
  const locator = locate(source, span);
  return locator ? locatorInWords(locator, say) : source.path;
}
