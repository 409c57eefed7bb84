import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { FolderStatus, ProblemStatus, SourceStatus } from '../server/protocol.ts';
import { dateInWords, sentence, sourcesInWords } from './inWords.ts';
import { noSources } from './nothingFound.ts';
import { send } from './send.ts';

type Row = vscode.QuickPickItem & { readonly uri?: string; readonly command?: string };

/** Lists what could not be read, with the reasons, and all sources; choosing one opens the file. */
export async function showStatus(client: LanguageClient): Promise<void> {
  const folders = await send(client, 'groundwork/status', {});
  const rows = folders.flatMap(folder => rowsOf(folder, folders.length > 1));
  const chosen = await vscode.window.showQuickPick<Row>(rows.length > 0 ? rows : [noSources()], {
    title: vscode.l10n.t('Groundwork: sources'),
    placeHolder: vscode.l10n.t('Type to filter, Enter opens the file'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.command !== undefined) await vscode.commands.executeCommand(chosen.command);
  else if (chosen?.uri !== undefined) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(chosen.uri));
}

function rowsOf(folder: FolderStatus, named: boolean): Row[] {
  const problems = [
    ...folder.settingProblems.map(problem => settingRow(problem, folder)),
    ...folder.problems.map(problemRow),
  ];
  const sources = folder.sources.map(sourceRow);
  if (folder.sourceCount > sources.length) sources.push(allSources());
  return [
    ...(folder.state === 'ready' && folder.pending > 0 ? [stoppedRow(folder.pending)] : []),
    ...(problems.length > 0 ? [separator(vscode.l10n.t('Problems'), folder, named), ...problems] : []),
    ...(sources.length > 0 ? [separator(sourcesInWords(folder.sourceCount), folder, named)] : []),
    ...sources,
  ];
}

function separator(label: string, folder: FolderStatus, named: boolean): Row {
  const text = named ? `${folder.name}: ${label}` : label;
  const waiting = folder.state === 'indexing' ? ` ${vscode.l10n.t('(still reading)')}` : '';
  return { label: text + waiting, kind: vscode.QuickPickItemKind.Separator };
}

function stoppedRow(pending: number): Row {
  return {
    label: `$(debug-pause) ${vscode.l10n.t('Files not read, because the reading was stopped: {0}', pending)}`,
    detail: vscode.l10n.t('Enter reads them'),
    command: 'groundwork.reindexSources',
  };
}

/** Where the mistake is stands first, so that the sentence itself has the whole row. */
function settingRow(problem: string, { uri }: FolderStatus): Row {
  const [, where = '', message = problem] = /^(groundwork\.json|Settings): (.*)$/s.exec(problem) ?? [];
  if (where !== 'groundwork.json') return { label: `$(settings-gear) ${vscode.l10n.t('Settings')}`, detail: message };
  const path = vscode.Uri.joinPath(vscode.Uri.parse(uri), where);
  return { label: `$(settings-gear) ${where}`, detail: message, uri: path.toString() };
}

function problemRow({ uri, path, message }: ProblemStatus): Row {
  return { label: `$(warning) ${path}`, detail: sentence(message), uri };
}

function sourceRow({ uri, path, title, authors, publisher, ...dated }: SourceStatus): Row {
  const facts = [dateInWords(dated), authors.join(', '), publisher].filter(fact => fact !== undefined && fact !== '');
  return { label: `$(file) ${title}`, description: facts.join(' · '), detail: path, uri };
}

function allSources(): Row {
  return {
    label: `$(list-tree) ${vscode.l10n.t('All of them in the Sources view')}`,
    command: 'groundwork.sources.focus',
    alwaysShow: true,
  };
}
