import type { Span } from '../model.ts';
import { frontMatterOf } from './frontMatter.ts';
import type { Block, Prose, ProseLink } from './prose.ts';
import { createProseMask } from './proseMask.ts';
import { trimmed } from './trimmed.ts';

/**
 * The prose of a plain text draft. Blank lines end a block; where lines are too long to have been wrapped by hand, each
 * line is a paragraph of its own. Front matter, addresses, `<!-- comments -->` and footnotes (`[^1]`, `[^1]: …`), which
 * Groundwork itself writes, are understood as in Markdown; a `>` begins a quoted line.
 */
export function plainProse(text: string): Prose {
  const mask = createProseMask(text);
  const frontMatter = frontMatterOf(text);
  if (frontMatter !== undefined) mask.mask(frontMatter.start, frontMatter.end);
  const body = frontMatter?.end ?? 0;
  const comments = commentsOf(text, body);
  const links: ProseLink[] = matches(text, ADDRESS, body).map(span => ({
    span,
    label: span,
    target: text.slice(span.start, span.end),
  }));
  for (const { start, end } of comments) mask.mask(start, end);
  for (const { span } of links) mask.mask(span.start, span.end);
  const citationMarks = matches(text, /\[\^[^\]\s]+\]:?/g, body);
  for (const { start, end } of citationMarks) mask.mask(start, end);
  for (const { start, end } of matches(text, /^[ \t]*>+/gm, body)) mask.hide(start, end);
  const { text: blanked, masked } = mask.finish();
  return {
    text: blanked,
    blocks: blocksOf(text, blanked, body),
    ...(frontMatter === undefined ? {} : { frontMatter }),
    links,
    comments,
    citationMarks,
    masked,
  };
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]'’]/g;

/** Longer lines than this are not wrapped by hand: each is a paragraph. */
const WRAPPED_LINE = 120;

/** An unclosed comment reaches to the end, as in Markdown. */
function commentsOf(text: string, from: number): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('<!--', from); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    const end = close < 0 ? text.length : close + 3;
    spans.push({ start, end });
    start = text.indexOf('<!--', end);
  }
  return spans;
}

function matches(text: string, pattern: RegExp, from: number): Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(from).matchAll(pattern)) {
    spans.push({ start: from + match.index, end: from + match.index + match[0].length });
  }
  return spans;
}

function blocksOf(text: string, blanked: string, body: number): Block[] {
  const blocks: Block[] = [];
  const lines = linesOf(text, body);
  const wrapped = lines.every(({ start, end }) => end - start <= WRAPPED_LINE);
  let open: { kind: Block['kind']; span: Span } | undefined;
  const close = () => {
    const span = open === undefined ? undefined : trimmed(blanked, open.span);
    if (open !== undefined && span !== undefined) blocks.push({ kind: open.kind, span });
    open = undefined;
  };
  for (const line of lines) {
    const kind = lineKind(text.slice(line.start, Math.min(line.end, line.start + 80)));
    if (kind === undefined) close();
    else if (
      open === undefined ||
      !wrapped ||
      kind === 'footnote' ||
      (kind === 'blockquote') !== (open.kind === 'blockquote')
    ) {
      close();
      open = { kind, span: line };
    } else open = { kind: open.kind, span: { start: open.span.start, end: line.end } };
  }
  close();
  return blocks;
}

/** Undefined for a blank line. */
function lineKind(line: string): Block['kind'] | undefined {
  if (line.trim() === '') return undefined;
  if (/^\s*>/.test(line)) return 'blockquote';
  return /^\s*\[\^[^\]\s]+\]:/.test(line) ? 'footnote' : 'paragraph';
}

function linesOf(text: string, from: number): Span[] {
  const lines: Span[] = [];
  let start = from;
  for (const match of text.slice(from).matchAll(/\r\n|\r|\n|\u2028|\u2029/g)) {
    lines.push({ start, end: from + match.index });
    start = from + match.index + match[0].length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}
