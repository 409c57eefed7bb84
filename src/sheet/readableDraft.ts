import type { Draft, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';

/** Markup that a reader need not see; `note`: the label of a footnote mark, shown in its place. */
export type Markup = { readonly span: Span; readonly note?: string };

/** A draft's front matter, comments, footnote marks, marks of headings and emphasis and the targets of links, in its order and without overlap. */
export function markupOf({ text, language }: Draft, prose: Prose): Markup[] {
  const notes = prose.citationMarks.flatMap(span => {
    const note = /^\[\^([^\]]+)\]:?/.exec(text.slice(span.start, span.end));
    return note?.[1] === undefined ? [] : [{ span: { start: span.start, end: span.end }, note: note[1] }];
  });
  const comments = prose.comments.map(span => ({ span: withEmptyLine(span, text) }));
  const head = prose.frontMatter ? [{ span: withEmptyLines(prose.frontMatter, text) }] : [];
  // Of a link its words are left.
  const links = prose.links.flatMap(({ span, label }) =>
    label.start < label.end
      ? [{ span: { start: span.start, end: label.start } }, { span: { start: label.end, end: span.end } }]
      : [],
  );
  let end = 0;
  return [...head, ...notes, ...comments, ...links, ...(language === 'markdown' ? signs(text, prose) : [])]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      const apart = span.start >= end && span.start < span.end;
      end = Math.max(end, span.end);
      return apart;
    });
}

/** The words of a stretch of the draft without its markup. */
export function withoutMarkup(text: string, { start, end }: Span, markup: readonly Markup[]): string {
  let words = '';
  let from = start;
  for (const { span } of markup) {
    if (span.end <= start || span.start >= end) continue;
    words += text.slice(from, Math.max(from, span.start));
    from = span.end;
  }
  return words + text.slice(from, Math.max(from, end));
}

/** What prose blanks without calling it foreign is markup; a star that begins a list item stays as its sign. */
function signs(text: string, prose: Prose): Markup[] {
  return [...text.matchAll(/(?:^|(?<=\n))#{1,6}[ \t]+|[*_~]+|\\(?=[!-/:-@[-`{-~])/g)]
    .filter(({ 0: sign, index }) => !isWritten(sign, index, text, prose))
    .map(({ 0: sign, index }) => ({ span: { start: index, end: index + sign.length } }));
}

function isWritten(sign: string, at: number, text: string, prose: Prose): boolean {
  if (prose.masked(at) || prose.text[at] === text[at]) return true;
  return sign === '*' && text[at + 1] === ' ' && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 20), at));
}

function withEmptyLines({ start, end }: Span, text: string): Span {
  return { start, end: end + (/^\s*\n/.exec(text.slice(end))?.[0].length ?? 0) };
}

/** A comment on lines of its own goes with its line, and with the empty line behind it when one stands before it as well. */
function withEmptyLine({ start, end }: Span, text: string): Span {
  const before = text.slice(Math.max(0, start - 4), start);
  if (start > 0 && !before.endsWith('\n')) return { start, end };
  const parted = start === 0 || /\n\r?\n$/.test(before);
  const lines = parted ? /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/ : /^[ \t]*\r?\n/;
  return { start, end: end + (lines.exec(text.slice(end))?.[0].length ?? 0) };
}
