/** Wires the language server: what arrives on the connection goes to one file per feature. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createChecks } from './checks.ts';
import { type Client, readClient } from './client.ts';
import { triggerCharacters } from './completion.ts';
import { createOpenDrafts } from './documents.ts';
import { answerFeatures, answerTyping } from './features.ts';
import { fixAllKind } from './fixAll.ts';
import type { Folder } from './folder.ts';
import { createFolders, type Folders } from './folders.ts';
import type { Host } from './host.ts';
import { decoded } from './naming.ts';
import { createOutlook } from './outlook.ts';
import { reindexCommand, type StatusChange, statusChanged } from './protocol.ts';
import { answerPulls } from './pullDiagnostics.ts';
import { createDiagnosticPusher } from './pushDiagnostics.ts';
import { answerRequests, reindex } from './requests.ts';
import { createSourceProblems } from './sourceProblems.ts';
import { createWatching } from './watching.ts';

/** Serves one client until it says exit. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(params => {
    const client = readClient(params);
    wire(connection, host, documents, client, foldersOf(params));
    return { capabilities: capabilities(client), serverInfo: { name: 'groundwork' } };
  });
  documents.listen(connection);
  connection.listen();
}

function wire(
  connection: Connection,
  host: Host,
  documents: TextDocuments<TextDocument>,
  client: Client,
  places: readonly WorkspaceFolder[],
): void {
  let pushedSettings: unknown;
  const changed = (folder?: Folder): void => {
    if (client.options.statusNotifications) void connection.sendNotification(statusChanged, sumOf(folders));
    if (folder?.indexing()) return;
    watching.update().catch(declined);
    problems.update();
    recheck();
  };
  const outlook = createOutlook(connection, client, () => pushedSettings, changed);
  const folders = createFolders(host, outlook);
  const drafts = createOpenDrafts(documents, folders, host, () => void watching.update().catch(declined));
  const checks = createChecks();
  const watching = createWatching(connection, folders, host, client);
  const pusher = client.pullsDiagnostics ? undefined : createDiagnosticPusher(connection, drafts, checks, client);
  const problems = createSourceProblems(connection, folders, client);
  /** What a client declines to do is no reason to end. */
  const declined = (error: unknown): void => connection.console.warn(String(error));
  const recheck = (): void => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(declined);
    for (const uri of documents.keys()) pusher?.schedule(uri);
  };

  answerFeatures(connection, documents, drafts, checks, client);
  answerTyping(connection, documents, drafts, client, host.courtesy);
  answerRequests({ connection, drafts, folders, checks, client });
  if (client.pullsDiagnostics) answerPulls(connection, drafts, checks, client);
  documents.onDidChangeContent(({ document }) => {
    // Findings of a text that is no more would be thrown away.
    checks.forget(document.uri);
    pusher?.schedule(document.uri);
  });
  documents.onDidClose(({ document }) => {
    checks.forget(document.uri);
    pusher?.clear(document.uri);
  });
  documents.onDidSave(({ document }) => watching.saved(document.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => watching.heard(changes));
  connection.onDidChangeConfiguration(({ settings }) => {
    pushedSettings = (settings as { groundwork?: unknown } | null)?.groundwork;
    for (const folder of folders.all()) void folder.configure();
  });
  connection.onExecuteCommand(async ({ command }) => (command === reindexCommand ? reindex(folders) : null));
  connection.onInitialized(() => {
    folders.add(places);
    followEditor(connection, client, folders, changed);
  });
  connection.onShutdown(() => folders.remove(folders.all().map(folder => folder.uri)));
}

/** Asks to hear of changed settings and of folders that come and go. */
function followEditor(
  connection: Connection,
  client: Client,
  folders: Folders,
  changed: (folder?: Folder) => void,
): void {
  if (client.registersConfiguration) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'groundwork' })
      .catch(error => connection.console.warn(String(error)));
  }
  if (!client.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    void folders.remove(removed.map(folder => folder.uri));
    folders.add(added);
    changed(folders.all()[0]);
  });
}

function foldersOf(params: InitializeParams): WorkspaceFolder[] {
  if (params.workspaceFolders) return params.workspaceFolders;
  const uri = params.rootUri;
  return uri ? [{ uri, name: decoded(uri.slice(uri.lastIndexOf('/') + 1)) }] : [];
}

function sumOf(folders: Folders): StatusChange {
  const all = folders.all();
  const count = (of: (folder: Folder) => number): number => all.reduce((sum, folder) => sum + of(folder), 0);
  return {
    state: all.some(folder => folder.indexing()) ? 'indexing' : 'ready',
    pending: count(folder => folder.engine().store.pending),
    sources: count(folder => folder.engine().store.count),
    problems: count(folder => folder.engine().store.problems().length + folder.settingProblems().length),
  };
}

function capabilities(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters, resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    documentLinkProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    executeCommandProvider: { commands: [reindexCommand] },
    ...(client.inlineCompletion ? { inlineCompletionProvider: true } : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
      : {}),
  };
}
