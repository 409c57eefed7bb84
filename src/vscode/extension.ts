/** The extension: a thin client of the language server, with the views, the commands and the status bar item. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PassageHandle } from '../server/protocol.ts';
import { exportCited, insertBibliography } from './bibliography.ts';
import { checkDraft } from './checkDraft.ts';
import { citeCommand, createClient } from './client.ts';
import { createEvidenceView } from './evidenceView.ts';
import { exportSheet } from './exportSheet.ts';
import { findSource } from './findSource.ts';
import { fixAll } from './fixAll.ts';
import { insertQuote } from './insertQuote.ts';
import { sourcesInWords } from './inWords.ts';
import { openNamed, openPassageCommand } from './openPassage.ts';
import { saveCommand, saveDocument } from './saveDocument.ts';
import { send } from './send.ts';
import { showSources } from './showSources.ts';
import { showStatus } from './showStatus.ts';
import type { SourceNode } from './sourceNodes.ts';
import { createSourcesTree, type SourcesTree } from './sourcesTree.ts';
import { openOriginal, provideSourceText } from './sourceText.ts';
import { createStatusBar } from './statusBar.ts';
import { createStatusChanges } from './statusChanges.ts';
import { openSampleDraft, trySample } from './trySample.ts';
import { citeAtCursor, insertAtCursor } from './writePassage.ts';

/** What the extension gives to those who ask for it: the data of its tree, as VS Code itself is given it. */
export type Exports = { readonly sources: SourcesTree };

export function activate(context: vscode.ExtensionContext): Exports {
  const client = createClient(context);
  const news = createStatusChanges(client);
  const sources = createSourcesTree(client, news);
  const shown = showSources(client, sources);
  context.subscriptions.push(
    client,
    news,
    createStatusBar(client, news),
    sources,
    shown,
    createEvidenceView(client, news, vscode.Uri.joinPath(context.extensionUri, 'media')),
    provideSourceText(client),
    ...draftCommands(client),
    ...sourceCommands(client, sources, shown.view),
    command('groundwork.trySample', () => trySample(context)),
  );
  // Nobody waits for the server here: requests do. One that does not start is told by the client itself and by the status
  // bar item, which starts it again.
  client.start().catch(() => undefined);
  openSampleDraft().then(undefined, error => client.error(String(error)));
  return { sources };
}

function command(name: string, run: (...given: never[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(name, run);
}

function draftCommands(client: LanguageClient): vscode.Disposable[] {
  return [
    command('groundwork.checkDraft', () => checkDraft(client)),
    command('groundwork.insertQuote', (node?: SourceNode) =>
      node?.kind === 'quote' ? insertAtCursor(client, node.quote.handle) : insertQuote(client),
    ),
    command('groundwork.fixAll', () => fixAll(client)),
    command('groundwork.exportSheet', () => exportSheet(client)),
    command('groundwork.insertBibliography', () => insertBibliography(client)),
    command('groundwork.exportCited', () => exportCited(client)),
    command(openPassageCommand, (named?: string | PassageHandle, range?: unknown) => openNamed(client, named, range)),
    command(saveCommand, saveDocument),
    command(citeCommand, (uri: string, handle: PassageHandle) => citeAtCursor(client, uri, handle)),
  ];
}

function sourceCommands(
  client: LanguageClient,
  sources: SourcesTree,
  view: vscode.TreeView<SourceNode>,
): vscode.Disposable[] {
  return [
    command('groundwork.reindexSources', () => reindexSources(client)),
    command('groundwork.showStatus', () => showStatus(client)),
    command('groundwork.findSource', () => findSource(client, sources, view)),
    command('groundwork.openOriginal', (uri?: vscode.Uri) => openOriginal(client, uri)),
    command('groundwork.revealSource', (node?: SourceNode) => {
      const uri = node?.kind === 'source' ? vscode.Uri.parse(node.row.uri ?? node.row.id) : undefined;
      return uri && vscode.commands.executeCommand('revealInExplorer', uri);
    }),
  ];
}

async function reindexSources(client: LanguageClient): Promise<void> {
  const folders = await send(client, 'groundwork/reindex', {});
  const sources = folders.reduce((sum, folder) => sum + folder.sourceCount, 0);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Groundwork: {0} read', sourcesInWords(sources)), 5000);
}
