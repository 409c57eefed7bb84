import * as vscode from 'vscode';
import type { DocumentPlace } from '../server/protocol.ts';

/** Where the cursor of the active editor is, as the server knows it. */
export function placeOfCursor(editor = vscode.window.activeTextEditor): DocumentPlace | undefined {
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}
