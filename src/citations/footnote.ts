import type { Citation, Draft, Edit, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import { describeInMarkdown, describeSource } from './describe.ts';
import { unescapeMarkdown } from './escape.ts';
import type { Library } from './library.ts';
import { keysIn } from './pandoc.ts';
import { type CitationStyle, namedBy } from './style.ts';

/** A footnote's mark in the running text and what its definition says, when the draft has one. */
export type Footnote = { readonly span: Span; readonly label: string; readonly definition?: FootnoteDefinition };
export type FootnoteDefinition = { readonly span: Span; readonly label: string; readonly content: string };

/**
 * Footnotes, `[^1]` with `[^1]: …` below: the default. A source's definition is reused; a new one goes below the last
 * definition, else to the end of the draft, whether or not that ends with a newline. A footnote that is defined and names
 * no source is a remark, kept without a `sourceId`: whether that is a fault depends on what it stands behind.
 */
export const footnote: CitationStyle = {
  name: 'footnote',
  write(source, _parts, { draft, prose, library }) {
    const definitions = footnoteDefinitions(draft.text, prose);
    const known = definitions.find(definition => sourceOf(definition.content, library).sourceId === source.id);
    if (known) return { gap: '', mark: `[^${known.label}]`, edits: [] };
    const label = nextLabel([
      ...definitions.map(definition => definition.label),
      ...footnotes(draft.text, prose).map(({ label }) => label),
    ]);
    const words = draft.language === 'markdown' ? describeInMarkdown(source) : plainly(describeSource(source));
    return { gap: '', mark: `[^${label}]`, edits: [placeDefinition(`[^${label}]: ${words}`, draft, definitions)] };
  },
  find({ draft, prose, library }) {
    return [...marks(draft.text, prose, library), ...inlineNotes(draft.text, prose, library)];
  },
};

function marks(text: string, prose: Prose, library: Library): Citation[] {
  return footnotes(text, prose).map(({ span, label, definition }) => ({
    span,
    key: label,
    style: 'footnote',
    ...(definition ? { definition: definition.span, ...sourceOf(definition.content, library) } : {}),
  }));
}

/** `^[a note in the text]` is its own definition. */
function inlineNotes(text: string, prose: Prose, library: Library): Citation[] {
  return prose.citationMarks
    .filter(({ start }) => text.startsWith('^[', start))
    .map(span => {
      const content = text.slice(span.start + 2, span.end - 1);
      return { span, key: content, style: 'footnote', definition: span, ...sourceOf(content, library) };
    });
}

/** What a note's words name: a source's url, path or title, else a citation key among them. */
function sourceOf(content: string, library: Library): Pick<Citation, 'sourceId' | 'entry'> {
  const source = library.named(unescapeMarkdown(content));
  if (source) return { sourceId: source.id };
  const key = keysIn(content).find(key => library.keys.has(key));
  return key === undefined ? {} : namedBy(key, library);
}

const markPattern = /\[\^([^\]\s^]+)\]/g;
const definitionPattern = /^ {0,3}\[\^([^\]\s^]+)\]:[ \t]*(.*(?:\r?\n(?:[ \t]*\r?\n)*(?:[ \t]{2,}|\t)\S.*)*)/gm;

/** Whether a footnote mark begins here: what looks like one in code, math or a comment is none. */
function isMark(prose: Prose, offset: number): boolean {
  return prose.citationMarks.some(mark => mark.start === offset);
}

/** Footnote definitions of a draft, `[^1]: …` at the start of a line, lines indented below it included. */
export function footnoteDefinitions(text: string, prose: Prose): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  for (const match of text.matchAll(definitionPattern)) {
    if (!isMark(prose, text.indexOf('[', match.index))) continue;
    const [whole, label = '', content = ''] = match;
    found.push({ span: { start: match.index, end: match.index + whole.length }, label, content });
  }
  return found;
}

/** Footnote marks in the running text, each with its definition; the marks that begin a definition are not among them. */
export function footnotes(text: string, prose: Prose): Footnote[] {
  const definitions = footnoteDefinitions(text, prose);
  const byLabel = new Map(definitions.map(definition => [definition.label.toLowerCase(), definition]));
  const starts = new Set(definitions.map(definition => text.indexOf('[^', definition.span.start)));
  const found: Footnote[] = [];
  for (const match of text.matchAll(markPattern)) {
    if (starts.has(match.index) || !isMark(prose, match.index)) continue;
    const label = match[1] ?? '';
    const definition = byLabel.get(label.toLowerCase());
    const span = { start: match.index, end: match.index + match[0].length };
    found.push(definition ? { span, label, definition } : { span, label });
  }
  return found;
}

/** In plain text nothing needs escaping but what would be read as a footnote of its own. */
function plainly(words: string): string {
  return words.replaceAll('[^', '[\\^');
}

function placeDefinition(definition: string, { text }: Draft, definitions: readonly FootnoteDefinition[]): Edit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = definitions.at(-1);
  if (last) return { span: { start: last.span.end, end: last.span.end }, text: newline + definition };
  const end = { start: text.length, end: text.length };
  const blankLine = /(^|\n)[ \t]*\r?\n$/.test(text) || text === '';
  const gap = blankLine ? '' : text.endsWith('\n') ? newline : newline + newline;
  return { span: end, text: gap + definition + (text.endsWith('\n') ? newline : '') };
}

function nextLabel(labels: readonly string[]): number {
  const numbers = labels.map(Number).filter(number => Number.isInteger(number) && number < 1e6);
  return Math.max(0, ...numbers) + 1;
}
