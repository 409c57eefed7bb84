import type { Locator, Source, Span } from '../model.ts';
import { hasOwnLines } from './hasOwnLines.ts';
import { lineOf } from './passages.ts';

/**
 * Where a span of a source stands in the document as people see it: the page, chapter, time or record it begins in
 * when the format has them, else its paragraph, counted from 1 at the start of the article. Undefined for a span
 * outside the article.
 */
export function locate(source: Source, span: Span): Locator | undefined {
  return within(source.locators ?? [], span.start) ?? paragraphAt(source, span.start);
}

/** What people find words of a source by. */
export type Place = { readonly kind: Locator['kind'] | 'line'; readonly label: string };

/**
 * The words for a place of a source, the same wherever one is named: the line of a text file, and in a transcript the time as
 * well; of other files the page, chapter, time, record or paragraph, as a line of the text that was read from them is a line of
 * nothing. None for a span outside the article of such a file.
 */
export function placesOf(source: Source, span: Span): readonly Place[] {
  const at = locate(source, span);
  if (!hasOwnLines(source)) return at ? [at] : [];
  const line = { kind: 'line', label: String(lineOf(source.text, span.start)) } as const;
  return at?.kind === 'time' ? [line, at] : [line];
}

/** The last locator that begins at or before the offset and holds it. */
function within(locators: readonly Locator[], offset: number): Locator | undefined {
  let low = 0;
  let high = locators.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((locators[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  // Kinds may nest (a page within a chapter): the nearest that has not ended wins, looked for a few steps back only.
  for (let i = low - 1; i >= 0 && i >= low - 4; i--) {
    const locator = locators[i];
    if (locator && offset < locator.span.end) return locator;
  }
  return undefined;
}

/** A paragraph is a run of lines without an empty one; where a text has no empty lines at all, each line is one. */
function paragraphAt({ text, body }: Source, offset: number): Locator | undefined {
  const start = body?.start ?? 0;
  const end = body?.end ?? text.length;
  if (offset < start || offset >= end) return undefined;
  const gap = /\n[ \t\r]*\n/.test(text.slice(start, end)) ? /\n(?:[ \t\r]*\n)+/g : /\n+/g;
  gap.lastIndex = start;
  let count = 1;
  let from = start;
  for (let match = gap.exec(text); match && match.index < end; match = gap.exec(text)) {
    if (text.slice(from, match.index).trim() === '') count--;
    if (match.index + match[0].length > offset) return paragraph(count, from, match.index);
    from = match.index + match[0].length;
    count++;
  }
  return paragraph(count, from, end);
}

function paragraph(count: number, start: number, end: number): Locator {
  return { kind: 'paragraph', label: String(Math.max(1, count)), span: { start, end } };
}

/** Whether a chapter's name says that it is one, `Chapter 3`, so that one does not say “chapter Chapter 3”. */
export function namesItself({ kind, label }: Place): boolean {
  return (
    kind === 'chapter' &&
    /^(?:chapter|part|section|appendix|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo|parte|hoofdstuk|deel|kapitola|rozdział|глава|часть)(?![\p{L}\p{M}])|^第/iu.test(
      label.trim(),
    )
  );
}
