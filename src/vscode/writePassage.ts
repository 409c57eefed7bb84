import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { DocumentPlace, PassageHandle } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { placeOfCursor } from './placeOfCursor.ts';
import { send } from './send.ts';

/** How a passage comes into a draft. */
export type Writing = 'quote-at-cursor' | 'quote-behind' | 'citation-behind';

/** Writes the passage at a place of the draft as one edit, undone in one step. False when the text has changed since. */
export async function writePassage(
  client: LanguageClient,
  document: vscode.TextDocument,
  place: DocumentPlace,
  handle: PassageHandle,
  writing: Writing,
): Promise<boolean> {
  const { edits, version } =
    writing === 'citation-behind'
      ? await send(client, 'groundwork/cite', { ...place, handle })
      : await send(client, 'groundwork/insertQuote', { ...place, handle, behind: writing === 'quote-behind' });
  if (edits.length === 0 || version !== document.version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  return vscode.workspace.applyEdit(edit);
}

/**
 * A citation of the passage behind what was just put in at the cursor, undone in one step with it; nothing where another document
 * is open by now.
 */
export async function citeAtCursor(client: LanguageClient, uri: string, handle: PassageHandle): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place = placeOfCursor(editor);
  if (!editor || !place || editor.document.uri.toString() !== vscode.Uri.parse(uri).toString()) return;
  const { edits, version } = await send(client, 'groundwork/cite', { ...place, handle, here: true });
  if (version !== editor.document.version) return;
  const made = await client.protocol2CodeConverter.asTextEdits([...edits]);
  await editor.edit(
    builder => {
      for (const { range, newText } of made) {
        if (range.isEmpty) builder.insert(range.start, newText);
        else builder.replace(range, newText);
      }
    },
    { undoStopBefore: false, undoStopAfter: true },
  );
}

/** The quote at the cursor of the draft that was last worked in. */
export async function insertAtCursor(client: LanguageClient, handle: PassageHandle): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place =
    editor && vscode.languages.match(draftSelector, editor.document) > 0 ? placeOfCursor(editor) : undefined;
  if (!editor || !place || !(await writePassage(client, editor.document, place, handle, 'quote-at-cursor'))) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to insert a quote into it.'));
    return;
  }
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
