import { hasOwnLines, locate, namesItself } from '../engine.ts';
import type { Source, Span } from '../model.ts';
import { lineIndex } from './lineIndex.ts';
import { printable } from './output.ts';

/**
 * Where words stand, as a terminal makes it a link: `notes.txt:8`. A line of the text that was read from a web page or a
 * PDF is a line of nothing: there it is the page, chapter, time, record or paragraph, `report.pdf, page 3`.
 */
export function sourcePlace(source: Source, span: Span): string {
  const path = printable(source.path);
  if (hasOwnLines(source)) return `${path}:${lineIndex(source.text)(span.start).line}`;
  const locator = locate(source, span);
  if (!locator) return path;
  return `${path}, ${namesItself(locator) ? '' : `${locator.kind} `}${printable(locator.label)}`;
}
