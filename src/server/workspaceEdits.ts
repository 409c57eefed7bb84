import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';

/** Edits of one document, bound to its version where the client can say versions. */
export function editOf(document: TextDocument, edits: readonly TextEdit[], client: Client): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: { [document.uri]: [...edits] } };
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [...edits] }],
  };
}
