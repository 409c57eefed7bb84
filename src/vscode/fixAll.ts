import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { send } from './send.ts';

/** Shows every repair that needs no choice in the editor's preview; what the writer ticks is made, as one step. */
export async function fixAll(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to repair it.'));
    return;
  }
  const repairs = await send(client, 'groundwork/fixAll', { textDocument: { uri: document.uri.toString() } });
  const edit = repairs && (await client.protocol2CodeConverter.asWorkspaceEdit(repairs.edit));
  if (edit) await vscode.workspace.applyEdit(edit);
  else
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here can be repaired without a choice of yours.'));
}
