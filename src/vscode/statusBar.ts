import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type StatusChange, statusChanged } from '../server/protocol.ts';
import { draftSelector } from './client.ts';

/** One item, shown beside drafts only: how many sources there are and how many findings this draft has. */
export function createStatusBar(client: LanguageClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('groundwork.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Groundwork';
  item.command = 'groundwork.showStatus';
  let status: StatusChange = { state: 'indexing', sources: 0, problems: 0 };
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(draftSelector, document) === 0) {
      item.hide();
      return;
    }
    const findings = findingsIn(document.uri);
    item.text = textOf(status, findings);
    item.tooltip = tooltipOf(status, findings);
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    client.onNotification(statusChanged, (change: StatusChange) => {
      status = change;
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some(uri => uri.toString() === active)) update();
    }),
  );
}

/** As many as the Problems panel shows: it leaves hints out. */
function findingsIn(uri: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'groundwork' && severity !== vscode.DiagnosticSeverity.Hint).length;
}

function textOf({ state, sources, problems }: StatusChange, findings: number): string {
  if (state === 'indexing') return `$(loading~spin) ${vscode.l10n.t('Reading sources')}`;
  const sourceCount = sources === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', sources);
  const findingCount = findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', findings);
  const icon = problems > 0 ? '$(warning)' : '$(quote)';
  return sources === 0 ? `${icon} ${sourceCount}` : `${icon} ${sourceCount} · ${findingCount}`;
}

function tooltipOf({ sources, problems }: StatusChange, findings: number): string {
  const lines = [vscode.l10n.t('Groundwork: {0} sources, {1} findings in this draft', sources, findings)];
  if (problems > 0) lines.push(vscode.l10n.t('{0} problems with sources or settings', problems));
  lines.push(vscode.l10n.t('Click to see the sources'));
  return lines.join('\n');
}
