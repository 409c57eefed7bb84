import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { NoDraft, StatusChange } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { findingsInWords, sourcesInWords } from './inWords.ts';
import { howToCheckIt, isSourceInWords } from './isSourceInWords.ts';
import { send } from './send.ts';
import type { StatusChanges } from './statusChanges.ts';

/** What the item tells; no findings stand for a document that is not checked. */
type Shown = Omit<StatusChange, 'state'> & {
  readonly state: StatusChange['state'] | 'stopped';
  readonly isSource?: boolean;
  readonly findings?: number;
};

/** One item, shown beside drafts only: how many sources there are and how many findings this draft has. */
export function createStatusBar(client: LanguageClient, news: StatusChanges): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('groundwork.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Groundwork';
  item.command = 'groundwork.showStatus';
  let status: Shown = { state: 'indexing', pending: 0, sources: 0, problems: 0 };
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
    const kind = status.state === 'ready' ? await kindOf(client, document.uri) : undefined;
    if (vscode.window.activeTextEditor?.document !== document) return;
    if (kind === 'draft') show({ ...status, findings: findingsIn(document.uri) });
    else show({ ...status, isSource: kind === 'is-source' });
  };
  void update();
  return vscode.Disposable.from(
    item,
    news.onDidChange(change => {
      status = change;
      void update();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) status = { ...status, state: 'stopped' };
      else if (newState === State.Starting) status = { ...status, state: 'indexing' };
      void update();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some(uri => uri.toString() === active)) void update();
    }),
  );
}

/** Undefined when the server has just gone; its state is shown then. */
async function kindOf(client: LanguageClient, uri: vscode.Uri): Promise<'draft' | NoDraft | undefined> {
  return send(client, 'groundwork/kind', { textDocument: { uri: uri.toString() } }).catch(() => undefined);
}

/** As many as the Problems panel shows: it leaves hints out. */
function findingsIn(uri: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'groundwork' && severity !== vscode.DiagnosticSeverity.Hint).length;
}

function textOf({ state, pending, sources, problems, isSource, findings }: Shown): string {
  if (state === 'stopped') return `$(error) ${vscode.l10n.t('Groundwork stopped')}`;
  if (state === 'indexing') return `$(loading~spin) ${vscode.l10n.t('Reading sources')}`;
  const icon = problems > 0 || pending > 0 ? '$(warning)' : '$(quote)';
  const sourceCount = sourcesInWords(sources);
  if (isSource) return `${icon} ${vscode.l10n.t('A source: not checked')}`;
  if (findings === undefined) return `${icon} ${sourceCount}`;
  return `${icon} ${sourceCount} · ${findingsInWords(findings)}`;
}

function tooltipOf(shown: Shown): string {
  const { state, pending, problems } = shown;
  if (state === 'stopped') return vscode.l10n.t('The language server is not running. Click to start it again.');
  const lines = [documentInWords(shown)];
  if (state === 'ready' && pending > 0)
    lines.push(vscode.l10n.t('Files not read, because the reading was stopped: {0}', pending));
  if (problems > 0) lines.push(vscode.l10n.t('Problems with sources or settings: {0}', problems));
  lines.push(vscode.l10n.t('Click to see the sources'));
  return lines.join('\n');
}

function documentInWords({ sources, isSource, findings }: Shown): string {
  if (isSource) return `${isSourceInWords()} ${howToCheckIt()}`;
  return findings === undefined
    ? vscode.l10n.t('Groundwork: {0}; this document is not checked', sourcesInWords(sources))
    : vscode.l10n.t('Groundwork: {0}, {1} in this draft', sourcesInWords(sources), findingsInWords(findings));
}
