/** The extension: a thin client of the language server, with the commands and the status bar item. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { checkDraft } from './checkDraft.ts';
import { createClient } from './client.ts';
import { insertQuote } from './insertQuote.ts';
import { openPassage, openPassageAt, openPassageCommand } from './openPassage.ts';
import { send } from './send.ts';
import { showStatus } from './showStatus.ts';
import { createStatusBar } from './statusBar.ts';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createClient(context);
  const command = (name: string, run: (...given: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    client,
    createStatusBar(client),
    command('groundwork.checkDraft', () => checkDraft(client)),
    command('groundwork.insertQuote', () => insertQuote(client)),
    command(openPassageCommand, (uri?: string, range?: unknown) =>
      typeof uri === 'string' ? openPassageAt(uri, range) : openPassage(client),
    ),
    command('groundwork.reindexSources', () => reindexSources(client)),
    command('groundwork.showStatus', () => showStatus(client)),
  );
  // A server that does not start is told by the client itself and by the status bar item, which starts it again.
  await client.start().catch(() => undefined);
}

async function reindexSources(client: LanguageClient): Promise<void> {
  const folders = await send(client, 'groundwork/reindex', {});
  const sources = folders.reduce((sum, folder) => sum + folder.sources.length, 0);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Groundwork: {0} sources read', sources), 5000);
}
