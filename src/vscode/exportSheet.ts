import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { SheetFormat } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { saveBeside } from './saveBeside.ts';
import { send } from './send.ts';

type Choice = vscode.QuickPickItem & { readonly format: SheetFormat; readonly extension: string };

/** Writes the fact-checker's sheet of the draft to a file of the writer's choice and opens it. */
export async function exportSheet(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || vscode.languages.match(draftSelector, document) === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to export its fact-check sheet.'));
    return;
  }
  const choice = await vscode.window.showQuickPick(choices(), {
    title: vscode.l10n.t('Export Fact-Check Sheet'),
    placeHolder: vscode.l10n.t('Which format?'),
  });
  if (!choice) return;
  const { label, extension, format } = choice;
  const textDocument = { uri: document.uri.toString() };
  const sheet = await send(client, 'groundwork/sheet', { textDocument, format });
  if (!sheet) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is not checked: there is no sheet of it.'));
    return;
  }
  const title = vscode.l10n.t('Export Fact-Check Sheet');
  const target = await saveBeside(document.uri, { title, label, suffix: '.fact-check', extension }, sheet.text);
  if (target) await open(target, format);
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

/** A page belongs in a browser, where there is one that can reach the file. */
async function open(target: vscode.Uri, format: SheetFormat): Promise<void> {
  const isLocal = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (format === 'html' && isLocal && (await vscode.env.openExternal(target))) return;
  await vscode.window.showTextDocument(target, { preview: false, viewColumn: vscode.ViewColumn.Beside });
}
