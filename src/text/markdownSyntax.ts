/**
 * The Markdown that writers use beyond CommonMark and GitHub's additions, as extensions of the Lezer parser: footnotes,
 * Pandoc citations, math, wiki links.
 */
import { type BlockContext, GFM, type InlineContext, type Line, type MarkdownConfig, parser } from '@lezer/markdown';

const BRACKET_OPEN = 0x5b;
const DOLLAR = 0x24;
const CARET = 0x5e;
const EXCLAMATION = 0x21;

/** Longest stretch looked through for the end of one mark: keeps odd input linear. */
const REACH = 2000;

const FOOTNOTE_DEFINITION = /^\[\^[^\]\s]+\]:[ \t]*/;
const FOOTNOTE_REFERENCE = /^\[\^[^\]\s]+\]/;
const INLINE_FOOTNOTE = /^\^\[[^\]]*\]/;
/** `[@key]`, `[see @key, p. 3; -@other]`: an `@` at the beginning of a part. */
const CITATION = /^\[(?:[^[\]@]*[\s;[-])?-?@[\p{L}\d_{][^[\]]*\]/u;
const WIKI_LINK = /^!?\[\[([^[\]\n|]+)(?:\|([^[\]\n]+))?\]\]/;
const DISPLAY_MATH = /^\$\$[^$]+\$\$/;
/** Pandoc's rule: no space inside the dollars, no digit behind them. So "$5 and $10" is money. */
const INLINE_MATH = /^\$(?!\s)((?:[^$\\\n]|\\.|\n(?!\s*\n))*?[^\s$\\]|\\.)\$(?!\d)/;
/** "$5 million in A$": a sum of money that a later dollar sign happens to close. */
const MONEY = /^\d[\d.,]*\s+[a-z]{3}/;

const footnoteDefinition: MarkdownConfig = {
  defineNodes: [
    { name: 'FootnoteDefinition', block: true, composite: continuesFootnote },
    'FootnoteMark',
    'FootnoteReference',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse: startFootnote,
      endLeaf: (_cx, line) => line.next === BRACKET_OPEN && FOOTNOTE_DEFINITION.test(line.text.slice(line.pos)),
    },
  ],
};

const inlineMarks: MarkdownConfig = {
  defineNodes: ['Citation', 'Math', 'WikiLink', 'WikiLabel', 'WikiEmbed'],
  parseInline: [
    { name: 'BracketMark', before: 'Link', parse: bracketMark },
    { name: 'Math', before: 'Emphasis', parse: math },
  ],
};

/** Parses a draft's Markdown; give it text without front matter and without carriage returns. */
export const markdownParser = parser.configure([GFM, footnoteDefinition, inlineMarks]);

function startFootnote(cx: BlockContext, line: Line): boolean | null {
  if (line.next !== BRACKET_OPEN) return false;
  const match = FOOTNOTE_DEFINITION.exec(line.text.slice(line.pos));
  if (match === null) return false;
  const start = cx.lineStart + line.pos;
  cx.startComposite('FootnoteDefinition', line.pos);
  cx.addElement(cx.elt('FootnoteMark', start, start + match[0].trimEnd().length));
  line.moveBase(line.pos + match[0].length);
  return null;
}

/** A footnote goes on over blank lines as long as what follows is indented. */
function continuesFootnote(_cx: BlockContext, line: Line): boolean {
  if (line.next < 0) return true;
  const indent = line.indent - line.baseIndent;
  if (indent < 2) return false;
  line.moveBaseColumn(line.baseIndent + Math.min(indent, 4));
  return true;
}

function bracketMark(cx: InlineContext, next: number, pos: number): number {
  if (next !== BRACKET_OPEN && next !== CARET && next !== EXCLAMATION) return -1;
  if (next !== BRACKET_OPEN && cx.char(pos + 1) !== BRACKET_OPEN) return -1;
  const rest = cx.slice(pos, Math.min(cx.end, pos + REACH));
  if (next === CARET) return mark(cx, 'FootnoteReference', pos, INLINE_FOOTNOTE.exec(rest));
  const wiki = WIKI_LINK.exec(rest);
  if (wiki !== null) return wikiLink(cx, pos, wiki);
  if (next === EXCLAMATION) return -1;
  const footnote = mark(cx, 'FootnoteReference', pos, FOOTNOTE_REFERENCE.exec(rest));
  return footnote >= 0 ? footnote : mark(cx, 'Citation', pos, CITATION.exec(rest));
}

function mark(cx: InlineContext, name: string, pos: number, match: RegExpExecArray | null): number {
  return match === null ? -1 : cx.addElement(cx.elt(name, pos, pos + match[0].length));
}

function wikiLink(cx: InlineContext, pos: number, match: RegExpExecArray): number {
  const end = pos + match[0].length;
  if (match[0].startsWith('!')) return cx.addElement(cx.elt('WikiEmbed', pos, end));
  const label = match[2] ?? match[1] ?? '';
  const labelEnd = end - 2;
  return cx.addElement(cx.elt('WikiLink', pos, end, [cx.elt('WikiLabel', labelEnd - label.length, labelEnd)]));
}

function math(cx: InlineContext, next: number, pos: number): number {
  if (next !== DOLLAR) return -1;
  const rest = cx.slice(pos, Math.min(cx.end, pos + REACH));
  const display = mark(cx, 'Math', pos, DISPLAY_MATH.exec(rest));
  if (display >= 0) return display;
  const match = INLINE_MATH.exec(rest);
  return match === null || MONEY.test(match[1] ?? '') ? -1 : mark(cx, 'Math', pos, match);
}
