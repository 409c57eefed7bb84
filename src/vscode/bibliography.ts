import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { saveBeside } from './saveBeside.ts';
import { send } from './send.ts';

/** Writes the list of what the draft cites, or brings the one it has up to date. */
export async function insertBibliography(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const textDocument = { uri: document.uri.toString() };
  const { edits, version, count, problem } = await send(client, 'groundwork/bibliography', { textDocument });
  if (problem !== undefined || count === 0) {
    void vscode.window.showInformationMessage(problem ?? vscode.l10n.t('This draft cites no source yet.'));
    return;
  }
  if (edits.length > 0 && version === document.version) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
    await vscode.workspace.applyEdit(edit);
  }
  vscode.window.setStatusBarMessage(
    count === 1
      ? vscode.l10n.t('The bibliography has 1 entry.')
      : vscode.l10n.t('The bibliography has {0} entries.', count),
    5000,
  );
}

type Choice = vscode.QuickPickItem & { readonly format: 'biblatex' | 'csl-json'; readonly extension: string };

/** Writes what the draft cites to a file for Pandoc, LaTeX or Zotero. */
export async function exportCited(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const title = vscode.l10n.t('Export Cited Sources');
  const choices: Choice[] = [
    {
      label: 'BibTeX',
      detail: vscode.l10n.t('For LaTeX, Pandoc and reference managers'),
      format: 'biblatex',
      extension: 'bib',
    },
    { label: 'CSL-JSON', detail: vscode.l10n.t('For Pandoc and Zotero'), format: 'csl-json', extension: 'csl.json' },
  ];
  const choice = await vscode.window.showQuickPick(choices, { title, placeHolder: vscode.l10n.t('Which format?') });
  if (!choice) return;
  const { format, label, extension } = choice;
  const textDocument = { uri: document.uri.toString() };
  const exported = await send(client, 'groundwork/exportCited', { textDocument, format });
  if (!exported || exported.count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This draft cites no source yet.'));
    return;
  }
  const target = await saveBeside(document.uri, { title, label, suffix: '', extension }, exported.text);
  if (target) await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.Beside });
}
