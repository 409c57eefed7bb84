import type { Edit, Finding } from '../model.ts';
import type { Analysis } from './analyse.ts';

/**
 * The edit that writes an ignore comment for the finding's code: on a line of its own before a paragraph or heading, behind
 * the text of a list item, table cell or quoted block, where a line of its own would tear them apart. Markdown only.
 */
export function ignoreComment(
  { draft, prose }: Pick<Analysis, 'draft' | 'prose'>,
  { code, span }: Pick<Finding, 'code' | 'span'>,
): Edit | undefined {
  if (draft.language !== 'markdown') return undefined;
  const block = prose.blocks.find(b => b.span.start <= span.start && span.start <= b.span.end);
  if (!block) return undefined;
  const comment = `<!-- groundwork-ignore ${code} -->`;
  const lineStart = draft.text.lastIndexOf('\n', block.span.start - 1) + 1;
  const ownLine = block.kind === 'paragraph' || block.kind === 'heading';
  // Marks of a heading or of emphasis before the first word are blanks in the prose.
  if (ownLine && prose.text.slice(lineStart, block.span.start).replaceAll('\u200b', '').trim() === '') {
    const newline = draft.text.includes('\r\n') ? '\r\n' : '\n';
    return { span: { start: lineStart, end: lineStart }, text: comment + newline };
  }
  const newline = draft.text.indexOf('\n', block.span.end);
  const lineEnd = newline < 0 ? draft.text.length : newline;
  const at = block.kind === 'table' ? block.span.end : endOfText(draft.text, block.span.end, lineEnd);
  return { span: { start: at, end: at }, text: ` ${comment}` };
}

/** Behind a citation that follows the prose on its line. */
function endOfText(text: string, start: number, lineEnd: number): number {
  return start + text.slice(start, lineEnd).trimEnd().length;
}
