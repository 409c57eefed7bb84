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
  if (!edit) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here can be repaired without a choice of yours.'));
    return;
  }
  const { version } = document;
  await vscode.workspace.applyEdit(edit);
  if (document.version === version) await sayThatNothingChanged(client);
}

/** The editor's preview closes without a word when nothing in it is ticked. */
async function sayThatNothingChanged(client: LanguageClient): Promise<void> {
  const again = vscode.l10n.t('Show Them Again');
  const words = vscode.l10n.t('Nothing was changed: in the preview, tick the repairs you want, then Apply.');
  if ((await vscode.window.showInformationMessage(words, again)) === again) await fixAll(client);
}
