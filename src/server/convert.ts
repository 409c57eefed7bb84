/** The only file that knows editor positions: lines and characters in, offsets out, and back. */
import type { LocationLink, Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Source, Span } from '../model.ts';

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit.span), newText: edit.text };
}

/** Where the span stands in the source's file; its start when the file's text is not what was read from it. */
export function sourceRange(source: Source, span: Span): Range {
  return toRange(sourceDocument(source), showsAsText(source) ? span : { start: 0, end: 0 });
}

/** `file:` uri that editors open at the line where the span starts. */
export function sourceLink(source: Source, span: Span): string {
  return showsAsText(source) ? `${source.uri}#L${sourceRange(source, span).start.line + 1}` : source.uri;
}

/** Only of such files an editor shows the very text that was read: spans are places in it. */
export function showsAsText(source: Source): boolean {
  return source.id === source.uri && /\.(?:txt|text|md|markdown)$/i.test(source.path);
}

export function toLocationLink(document: TextDocument, origin: Span, source: Source, span: Span): LocationLink {
  const range = sourceRange(source, span);
  return {
    originSelectionRange: toRange(document, origin),
    targetUri: source.uri,
    targetRange: range,
    targetSelectionRange: range,
  };
}

/** The lines of a source never change, so they are counted once. Keyed by the immutable source. */
const sourceDocuments = new WeakMap<Source, TextDocument>();

function sourceDocument(source: Source): TextDocument {
  const known = sourceDocuments.get(source);
  if (known) return known;
  const document = TextDocument.create(source.uri, 'plaintext', 0, source.text);
  sourceDocuments.set(source, document);
  return document;
}
