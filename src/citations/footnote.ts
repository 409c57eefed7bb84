import type { Citation, Draft, Edit, Source, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import { namedByAuthorDate } from './authorDate.ts';
import { describeInMarkdown, describeSource } from './describe.ts';
import { unescapeMarkdown } from './escape.ts';
import type { Library } from './library.ts';
import { namedByParts } from './namedByParts.ts';
import { keysIn } from './pandoc.ts';
import { type CitationContext, type CitationStyle, namedBy } from './style.ts';

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
  write(source, { locator }, { draft, prose, library }) {
    const { definitions, nextLabel: label } = notesOf(draft.text, prose);
    const known = definitions.find(
      ({ content }) => sourceOf(content, library).sourceId === source.id && isForPage(content, locator),
    );
    if (known) return { gap: '', mark: `[^${known.label}]`, edits: [] };
    const definition = `[^${label}]: ${described(source, draft, locator)}`;
    return { gap: '', mark: `[^${label}]`, edits: [placeDefinition(definition, draft, definitions)] };
  },
  find({ draft, prose, library }) {
    return [...marks(draft.text, prose, library), ...inlineNotes(draft.text, prose, library)];
  },
};

/**
 * The edit that makes a note which names no source name this one; undefined where the note is not one of its own or names a
 * source, which others may cite by it, or where the draft has a note of that source already.
 */
export function renamedNote(
  { sourceId, entry, definition }: Citation,
  source: Source,
  { draft, prose, library }: CitationContext,
): Edit | undefined {
  if (sourceId !== undefined || entry !== undefined || !definition) return undefined;
  const { definitions } = notesOf(draft.text, prose);
  const note = definitions.find(({ span }) => span.start === definition.start);
  const isKnown = definitions.some(({ content }) => sourceOf(content, library).sourceId === source.id);
  if (!note || isKnown) return undefined;
  const { end } = note.span;
  return { span: { start: end - note.content.length, end }, text: described(source, draft) };
}

function described(source: Source, { language }: Draft, locator?: string): string {
  return language === 'markdown' ? describeInMarkdown(source, locator) : plainly(describeSource(source, locator));
}

/** A note without a page stands for the whole source; one that names a page, for that one. */
function isForPage(content: string, locator: string | undefined): boolean {
  if (locator === undefined) return true;
  const named: readonly string[] = content.match(/\b(?:p|pp|chap)\. ?[\p{L}\p{N}]+/gu) ?? [];
  return named.length === 0 || named.includes(locator);
}

/** `Ibid., p. 4`: what the note before it names. */
const again = /^\W*(?:ib(?:id)?|id|idem|ebd|ebenda|op\. cit)\b/i;

function marks(text: string, prose: Prose, library: Library): Citation[] {
  let before: Pick<Citation, 'sourceId' | 'entry'> = {};
  return footnotes(text, prose).map(({ span, label, definition }) => {
    const named = definition && (again.test(definition.content) ? before : sourceOf(definition.content, library));
    if (named) before = named;
    return { span, key: label, style: 'footnote', ...(definition ? { definition: definition.span, ...named } : {}) };
  });
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

/** What a note's words name: a source's url, path or title, a citation key among them, else author and date. */
export function sourceOf(content: string, library: Library): Pick<Citation, 'sourceId' | 'entry'> {
  const source = library.named(unescapeMarkdown(content));
  if (source) return { sourceId: source.id };
  const key = keysIn(content).find(key => library.keys.has(key));
  if (key !== undefined) return namedBy(key, library);
  const likely = namedByAuthorDate(content, library) ?? namedByParts(content, library);
  return likely ? { sourceId: likely.id } : {};
}

const markPattern = /\[\^([^\]\s^]+)\]/g;
/** With the paragraphs indented below, and the lines that go on without an indent up to an empty one or another block. */
const definitionPattern =
  /^ {0,3}\[\^([^\]\s^]+)\]:[ \t]*(.*(?:\r?\n(?:(?:[ \t]*\r?\n)*(?:[ \t]{2,}|\t)\S.*|(?! {0,3}(?:\[\^|#{1,6}\s|[-*+>]\s|\d+[.)]\s|```|~~~|<!--|\||---|:::))[^\s].*))*)/gm;

/** Footnote definitions of a draft, `[^1]: …` at the start of a line, lines indented below it included. */
export function footnoteDefinitions(text: string, prose: Prose): readonly FootnoteDefinition[] {
  return notesOf(text, prose).definitions;
}

/** Footnote marks in the running text, each with its definition; the marks that begin a definition are not among them. */
export function footnotes(text: string, prose: Prose): readonly Footnote[] {
  return notesOf(text, prose).marks;
}

type Notes = {
  readonly definitions: readonly FootnoteDefinition[];
  readonly marks: readonly Footnote[];
  /** The number for a note that is not there yet. */
  readonly nextLabel: number;
};

/** The notes of each draft that was read, read once: many findings offer to cite. */
const known = new WeakMap<Prose, Notes>();

function notesOf(text: string, prose: Prose): Notes {
  const before = known.get(prose);
  if (before) return before;
  // What looks like a mark in code, math or a comment is none.
  const isMark = new Set(prose.citationMarks.map(({ start }) => start));
  const definitions = definitionsIn(text, isMark);
  const marks = marksIn(text, isMark, definitions);
  const labels = [...definitions, ...marks].map(({ label }) => Number(label));
  const nextLabel =
    labels.reduce((most, label) => (Number.isInteger(label) && label < 1e6 ? Math.max(most, label) : most), 0) + 1;
  const notes = { definitions, marks, nextLabel };
  known.set(prose, notes);
  return notes;
}

function definitionsIn(text: string, isMark: ReadonlySet<number>): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  for (const match of text.matchAll(definitionPattern)) {
    if (!isMark.has(text.indexOf('[', match.index))) continue;
    const [whole, label = '', content = ''] = match;
    found.push({ span: { start: match.index, end: match.index + whole.length }, label, content });
  }
  return found;
}

function marksIn(text: string, isMark: ReadonlySet<number>, definitions: readonly FootnoteDefinition[]): Footnote[] {
  const byLabel = new Map(definitions.map(definition => [definition.label.toLowerCase(), definition]));
  const starts = new Set(definitions.map(definition => text.indexOf('[^', definition.span.start)));
  const found: Footnote[] = [];
  for (const match of text.matchAll(markPattern)) {
    if (starts.has(match.index) || !isMark.has(match.index)) continue;
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
  const blankLine = endsInBlankLine(text) || text === '';
  const gap = blankLine ? '' : text.endsWith('\n') ? newline : newline + newline;
  return { span: end, text: gap + definition + (text.endsWith('\n') ? newline : '') };
}

/** Only the end is looked at: the draft may be long. */
function endsInBlankLine(text: string): boolean {
  const written = text.trimEnd().length;
  const behind = text.slice(written);
  return /\n[ \t]*\r?\n$/.test(behind) || (written === 0 && /^[ \t]*\r?\n$/.test(behind));
}
