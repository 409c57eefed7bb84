import type { Draft, Source, Span } from '../model.ts';
import type { Block, Prose } from '../text/prose.ts';
import { unescapeMarkdown } from './escape.ts';
import type { Library } from './library.ts';
import { listWithoutHeading, numberedEntries } from './numberedList.ts';

/**
 * The reference list of a draft: made by Groundwork (between its two comments) or by hand (below a heading that says so, or
 * numbered).
 */
export type ReferenceList = {
  /** All of it, comments included. */
  readonly span: Span;
  /** What Groundwork may replace; absent for a list made by hand. */
  readonly inner?: Span;
  /** The CSL style it was written in. */
  readonly style?: string;
};

/** An entry of the list with the source it names, as far as one is recognised by url or title. */
export type ListedEntry = {
  readonly span: Span;
  readonly source?: Source;
  /** Those behind it would get other numbers without it. */
  readonly counts?: boolean;
};

const opening = /^<!--\s*groundwork-bibliography(?:[ \t]+([^\s>]+))?\s*-->$/;
const closing = /^<!--\s*\/groundwork-bibliography\s*-->$/;
const headings = /^(?:references|bibliography|works cited|literature(?: cited)?|reference list|sources cited)\s*:?$/i;

/** An address of a file on this machine is nobody else's business: the front matter or the settings name it again. */
export const openingComment = (style: string): string =>
  /^file:|^[/\\]|^[a-z]:/i.test(style)
    ? '<!-- groundwork-bibliography -->'
    : `<!-- groundwork-bibliography ${style} -->`;
export const closingComment = '<!-- /groundwork-bibliography -->';

/** Undefined for a draft without one. Of several the last counts: that is where lists stand. */
export function referenceList({ text }: Pick<Draft, 'text'>, prose: Prose): ReferenceList | undefined {
  return markedList(text, prose) ?? headedList(text, prose) ?? numberedList(text, prose);
}

function numberedList(text: string, prose: Prose): ReferenceList | undefined {
  const span = listWithoutHeading({ text }, prose);
  return span && { span };
}

function markedList(text: string, prose: Prose): ReferenceList | undefined {
  const says = (span: Span, pattern: RegExp) => pattern.exec(text.slice(span.start, span.end));
  const open = prose.comments.findLast(comment => says(comment, opening));
  const close = open && prose.comments.find(comment => comment.start >= open.end && says(comment, closing));
  if (!open || !close) return undefined;
  const style = says(open, opening)?.[1];
  const list = { span: { start: open.start, end: close.end }, inner: { start: open.end, end: close.start } };
  return style === undefined ? list : { ...list, style };
}

/** From the heading to the next one, to the first footnote or to the end. */
function headedList(text: string, prose: Prose): ReferenceList | undefined {
  const at = prose.blocks.findLastIndex(b => b.kind === 'heading' && headings.test(wordsOf(prose.text, b)));
  const heading = prose.blocks[at];
  if (!heading) return undefined;
  const next = prose.blocks.slice(at + 1).find(block => block.kind === 'heading' || block.kind === 'footnote');
  const end = next === undefined ? text.length : text.lastIndexOf('\n', next.span.start - 1) + 1;
  return { span: { start: heading.span.start, end: Math.max(end, heading.span.end) } };
}

function wordsOf(text: string, { span }: Block): string {
  return text
    .slice(span.start, span.end)
    .replace(/[#*_\u200b]/g, '')
    .trim();
}

/** The entries of a list, one for each number, paragraph or list item. */
export function listedEntries(list: ReferenceList, { text }: Draft, prose: Prose, library: Library): ListedEntry[] {
  const within = list.inner ?? list.span;
  const { form, entries } = numberedEntries({ text }, within);
  if (entries.length > 0) {
    return entries.map(({ span, content }, i) => {
      const source = library.named(unescapeMarkdown(content));
      const counts = form === 'list' && i < entries.length - 1;
      return { span, ...(source ? { source } : {}), ...(counts ? { counts } : {}) };
    });
  }
  return prose.blocks
    .filter(({ kind, span }) => kind !== 'heading' && within.start <= span.start && span.end <= within.end)
    .map(({ span }) => {
      const whole = wholeLines(text, span, within);
      const source = library.named(unescapeMarkdown(text.slice(whole.start, whole.end)));
      return source ? { span: whole, source } : { span: whole };
    });
}

/** Prose leaves marks and addresses out; an entry goes from its line's beginning to its last line's end. */
function wholeLines(text: string, span: Span, within: Span): Span {
  const start = Math.max(within.start, text.lastIndexOf('\n', span.start - 1) + 1);
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
  return { start, end: Math.max(span.end, Math.min(end, within.end)) };
}
