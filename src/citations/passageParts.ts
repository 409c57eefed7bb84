import type { CitationParts, Passage, Source } from '../model.ts';
import { locate } from '../sources/locate.ts';

/**
 * What a citation of a passage can say besides its source: the quoted words, for a link to them, and the page or the number
 * of the chapter when the source has such. Paragraphs, records and times are no locators that a citation style knows.
 */
export function passageParts(passage: Passage, source: Source): CitationParts {
  const locator = source.locators && source.locators.length > 0 ? locate(source, passage.span) : undefined;
  const words = { words: passage.text };
  if (locator?.kind === 'page' && /^[\p{L}\p{N}]+$/u.test(locator.label))
    return { ...words, locator: `p. ${locator.label}` };
  const chapter = locator?.kind === 'chapter' ? /^(?:chapter\s+)?(\d+|[ivxlc]+)$/i.exec(locator.label)?.[1] : undefined;
  return chapter === undefined ? words : { ...words, locator: `chap. ${chapter}` };
}
