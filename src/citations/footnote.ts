import type { Draft, Edit, Source, Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import type { Prose } from '../text/prose.ts';
import { describeSource } from './describe.ts';

/** A footnote's mark in the running text and what its definition says, when the draft has one. */
export type Footnote = { readonly span: Span; readonly label: string; readonly definition?: FootnoteDefinition };
export type FootnoteDefinition = { readonly span: Span; readonly label: string; readonly content: string };

const markPattern = /\[\^([^\]\s^]+)\]/g;
const definitionPattern = /^ {0,3}\[\^([^\]\s^]+)\]:[ \t]*(.*(?:\r?\n(?:[ \t]{2,}|\t)\S.*)*)/gm;

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

/**
 * The mark to put behind a quotation, and the edits that add its definition when the draft has none for this source.
 * The definition goes below the last definition, else to the end of the draft, whether or not that ends with a newline.
 */
export function citeFootnote(source: Source, draft: Draft, prose: Prose): { mark: string; edits: Edit[] } {
  const definitions = footnoteDefinitions(draft.text, prose);
  const known = definitions.find(definition => namesSource(definition.content, source));
  if (known) return { mark: `[^${known.label}]`, edits: [] };
  const label = nextLabel([
    ...definitions.map(definition => definition.label),
    ...footnotes(draft.text, prose).map(footnote => footnote.label),
  ]);
  const definition = `[^${label}]: ${escapeMarkdown(describeSource(source))}`;
  return { mark: `[^${label}]`, edits: [placeDefinition(definition, draft.text, definitions)] };
}

/** Whether a footnote's words name this source: by its url, its path or its title, typography aside. */
export function namesSource(content: string, source: Source): boolean {
  const words = comparable(unescapeMarkdown(content));
  if (source.url && words.includes(comparable(source.url))) return true;
  if (containsPath(words, comparable(source.path))) return true;
  const title = comparable(source.title);
  return title.length >= minimumTitle && words.includes(title);
}

/** A title shorter than this is too common a phrase to recognise a source by. */
const minimumTitle = 12;

function containsPath(words: string, path: string): boolean {
  const at = words.indexOf(path);
  if (at < 0 || path === '') return false;
  const next = words[at + path.length];
  return next === undefined || !/[\p{L}\p{N}_-]/u.test(next);
}

function placeDefinition(definition: string, text: string, definitions: readonly FootnoteDefinition[]): Edit {
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

function comparable(text: string): string {
  return fold(text).text.toLowerCase().trim();
}

/** Source text is data: nothing in a title may become emphasis, a link, a footnote or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<>&|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
