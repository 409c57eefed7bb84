/** The only file that knows editor positions: lines and characters in, offsets out, and back. */
import type { LocationLink, Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hasOwnLines } from '../engine.ts';
import type { Edit, Source, Span } from '../model.ts';
import type { Client } from './client.ts';
import { type SourceView, sourceView } from './sourceView.ts';

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

/** Where an editor shows a span of a source. */
export type Place = { readonly uri: string; readonly range: Range };

/**
 * In the file itself where an editor shows its very text; else in the text that was read from it, for clients that show
 * that; else the file, at its start.
 */
export function placeOf(source: Source, span: Span, { options, say }: Client): Place {
  if (options.sourceScheme === undefined || hasOwnLines(source)) {
    return { uri: source.uri, range: sourceRange(source, span) };
  }
  const view = sourceView(source, say);
  const shown = { start: view.toOffset(span.start), end: view.toOffset(Math.max(span.start, span.end - 1)) + 1 };
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return {
    uri: `${options.sourceScheme}:/${encodeURIComponent(name)}.txt?${encodeURIComponent(source.id)}`,
    range: toRange(viewDocument(view), shown),
  };
}

/** Where the span stands in the source's file; its start when the file's text is not what was read from it. */
export function sourceRange(source: Source, span: Span): Range {
  return toRange(sourceDocument(source), hasOwnLines(source) ? span : { start: 0, end: 0 });
}

/** A uri that editors open at the line where the span starts. */
export function sourceLink(source: Source, span: Span, client: Client): string {
  const { uri, range } = placeOf(source, span, client);
  return uri === source.uri && !hasOwnLines(source) ? uri : `${uri}#L${range.start.line + 1}`;
}

export function toLocationLink(document: TextDocument, origin: Span, { uri, range }: Place): LocationLink {
  return {
    originSelectionRange: toRange(document, origin),
    targetUri: uri,
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

/** Lines of a view, counted once. Keyed by the immutable view. */
const viewDocuments = new WeakMap<SourceView, TextDocument>();

function viewDocument(view: SourceView): TextDocument {
  const known = viewDocuments.get(view);
  if (known) return known;
  const document = TextDocument.create('', 'plaintext', 0, view.text);
  viewDocuments.set(view, document);
  return document;
}
