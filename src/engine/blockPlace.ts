import type { Draft, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';

/** Where a block quote takes the place of a quotation that was begun, and the line breaks it needs around it. */
export type BlockPlace = { readonly span: Span; readonly before: string; readonly behind: string };

/**
 * The place for a block quote instead of what stands at `mark`..`end`, blanks before it included; undefined where none can
 * be: in a list, a table, a quoted block or a note, and in a language without block quotes of its own.
 */
export function blockAt(
  { text, language }: Draft,
  { blocks }: Prose,
  mark: number,
  end: number,
): BlockPlace | undefined {
  const inside = blocks.find(({ span }) => span.start <= mark && mark <= span.end);
  if (language !== 'markdown' || (inside && inside.kind !== 'paragraph')) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.lastIndexOf('\n', mark - 1) + 1;
  const lead = text.slice(lineStart, mark);
  const start = lineStart + lead.trimEnd().length;
  if (/^[ \t]*>/.test(lead)) return undefined;
  const before = start > lineStart ? newline + newline : isBlankBefore(text, lineStart) ? '' : newline;
  return { span: { start, end }, before, behind: gapBehind(text, end, newline) };
}

function isBlankBefore(text: string, lineStart: number): boolean {
  const lines = text.slice(Math.max(0, lineStart - 200), lineStart).split('\n');
  return lineStart === 0 || (lines.at(-2) ?? '').trim() === '';
}

/** A block quote ends with an empty line. */
function gapBehind(text: string, end: number, newline: string): string {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (rest.trim() !== '') return newline + newline;
  if (lineEnd < 0) return '';
  const nextEnd = text.indexOf('\n', lineEnd + 1);
  const next = text.slice(lineEnd + 1, nextEnd < 0 ? text.length : nextEnd);
  return next.trim() === '' ? '' : newline;
}
