import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type StatusChange, statusChanged } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { send } from './send.ts';

/** What the item tells; no findings stand for a document that is not checked. */
type Shown = StatusChange & { readonly findings?: number };

/** One item, shown beside drafts only: how many sources there are and how many findings this draft has. */
export function createStatusBar(client: LanguageClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('groundwork.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Groundwork';
  item.command = 'groundwork.showStatus';
  let status: StatusChange = { state: 'indexing', sources: 0, problems: 0 };
  const show = (shown: Shown): void => {
    item.text = textOf(shown);
    item.tooltip = tooltipOf(shown);
    item.show();
  };
  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(draftSelector, document) === 0) {
      item.hide();
      return;
    }
    const textDocument = { uri: document.uri.toString() };
    const kind = status.state === 'ready' ? await send(client, 'groundwork/kind', { textDocument }) : 'draft';
    if (vscode.window.activeTextEditor?.document !== document) return;
    show(kind === 'draft' ? { ...status, findings: findingsIn(document.uri) } : status);
  };
  void update();
  return vscode.Disposable.from(
    item,
    client.onNotification(statusChanged, (change: StatusChange) => {
      status = change;
      void update();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some(uri => uri.toString() === active)) void update();
    }),
  );
}

/** As many as the Problems panel shows: it leaves hints out. */
function findingsIn(uri: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'groundwork' && severity !== vscode.DiagnosticSeverity.Hint).length;
}

function textOf({ state, sources, problems, findings }: Shown): string {
  if (state === 'indexing') return `$(loading~spin) ${vscode.l10n.t('Reading sources')}`;
  const icon = problems > 0 ? '$(warning)' : '$(quote)';
  const sourceCount = sources === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', sources);
  if (findings === undefined) return `${icon} ${sourceCount}`;
  const findingCount = findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', findings);
  return `${icon} ${sourceCount} · ${findingCount}`;
}

function tooltipOf({ sources, problems, findings }: Shown): string {
  const lines = [
    findings === undefined
      ? vscode.l10n.t('Groundwork: {0} sources; this document is not checked', sources)
      : vscode.l10n.t('Groundwork: {0} sources, {1} findings in this draft', sources, findings),
  ];
  if (problems > 0) lines.push(vscode.l10n.t('{0} problems with sources or settings', problems));
  lines.push(vscode.l10n.t('Click to see the sources'));
  return lines.join('\n');
}
