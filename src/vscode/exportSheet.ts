import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { SheetFormat } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { saveBeside } from './saveBeside.ts';
import { send } from './send.ts';
import { type WayToLook, waysToLook } from './waysToLook.ts';

const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };

type Choice = vscode.QuickPickItem & { readonly format: SheetFormat; readonly extension: string };

/** Writes the fact-checker's sheet of the draft to a file of the writer's choice and shows it, a page only when asked to. */
export async function exportSheet(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || vscode.languages.match(draftSelector, document) === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to export its fact-check sheet.'));
    return;
  }
  const textDocument = { uri: document.uri.toString() };
  const kind = await send(client, 'groundwork/kind', { textDocument });
  if (kind === 'is-source' || kind === 'not-a-draft') return sayThatThereIsNone();
  const choice = await vscode.window.showQuickPick(choices(), {
    title: vscode.l10n.t('Export Fact-Check Sheet'),
    placeHolder: vscode.l10n.t('Which format?'),
  });
  if (!choice) return;
  const { label, extension, format } = choice;
  const sheet = await send(client, 'groundwork/sheet', { textDocument, format });
  if (!sheet) return sayThatThereIsNone();
  const title = vscode.l10n.t('Export Fact-Check Sheet');
  const target = await saveBeside(document.uri, { title, label, suffix: '.fact-check', extension }, sheet.text);
  if (target && format === 'html') void offer(target, sheet.text);
  // The draft keeps the focus: the next export is of the draft again.
  else if (target) await vscode.window.showTextDocument(target, { ...beside, preview: false });
}

function sayThatThereIsNone(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('This document is not checked: there is no sheet of it.'));
}

function choices(): Choice[] {
  return [
    {
      label: 'HTML',
      detail: vscode.l10n.t('One page to print or send, opens anywhere'),
      format: 'html',
      extension: 'html',
    },
    { label: 'Markdown', detail: vscode.l10n.t('To go on working with here'), format: 'markdown', extension: 'md' },
    { label: 'CSV', detail: vscode.l10n.t('For a spreadsheet'), format: 'csv', extension: 'csv' },
  ];
}

async function offer(target: vscode.Uri, page: string): Promise<void> {
  const { remoteName, uiKind } = vscode.env;
  const ways = waysToLook({ remoteName, isDesktop: uiKind === vscode.UIKind.Desktop });
  const look = ways.look[0] === 'browser' ? vscode.l10n.t('Open in Browser') : vscode.l10n.t('Open Here');
  const file = vscode.l10n.t('Show the File');
  const saved = vscode.l10n.t('The fact-check sheet is saved as {0}.', nameIn(target));
  const chosen = await vscode.window.showInformationMessage(saved, look, file);
  if (chosen === file) await vscode.commands.executeCommand(ways.show, target);
  else if (chosen === look) for (const way of ways.look) if (await open[way](target, page)) return;
}

/** Each says whether it worked. */
const open: Readonly<Record<WayToLook, (target: vscode.Uri, page: string) => PromiseLike<boolean> | boolean>> = {
  browser: target => vscode.env.openExternal(target),
  // The page as it is, with its own policy that lets nothing load; scripts are off here too.
  editor: (target, page) => {
    const options = { enableScripts: false, localResourceRoots: [], enableFindWidget: true };
    vscode.window.createWebviewPanel('groundwork.sheet', nameIn(target), beside, options).webview.html = page;
    return true;
  },
};

function nameIn({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
