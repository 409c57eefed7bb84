import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, processFlags } from '../server/protocol.ts';
import { definitions } from '../settings.ts';
import { evidenceView } from './evidencePage.ts';
import { openPassageCommand } from './openPassage.ts';
import { saveCommand } from './saveDocument.ts';
import { sourceScheme } from './sourceText.ts';

/** The command that the server asks to cite the passage that was just put in as ghost text, behind it. */
export const citeCommand = 'groundwork.citeAtCursor';

/** The languages of drafts, in files and in documents that were never saved. */
export const draftSelector = ['markdown', 'plaintext', 'latex'].flatMap(language => [
  { scheme: 'file', language },
  { scheme: 'untitled', language },
]);

/** The language server as a process of its own, so that a large library never makes typing slow. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.mjs');
  const transport = TransportKind.ipc;
  const initializationOptions: InitializationOptions = {
    openPassageCommand,
    hoverShowsFindings: true,
    evidenceCommand: `${evidenceView}.focus`,
    readme: vscode.Uri.joinPath(context.extensionUri, 'README.md').toString(),
    statusNotifications: true,
    storage: (context.storageUri ?? context.globalStorageUri).toString(),
    sourceScheme,
    saveCommand,
    citeCommand,
    // Undefined where the editor speaks English.
    ...(vscode.l10n.bundle ? { words: vscode.l10n.bundle } : {}),
  };
  return new LanguageClient(
    'groundwork',
    'Groundwork',
    // No fixed debugger port: a second window under development would find it taken, and its server would not start.
    { module, transport, options: { execArgv: [...processFlags] } },
    {
      // The server is told of a groundwork.json with unsaved changes, to which it may have to add.
      documentSelector: [...draftSelector, { scheme: 'file', pattern: '**/groundwork.json' }],
      initializationOptions,
      markdown: { isTrusted: { enabledCommands: [openPassageCommand] }, supportHtml: false },
      middleware: {
        workspace: {
          configuration: ({ items }) => items.map(({ scopeUri }) => settingsMade(scopeUri)),
        },
      },
    },
  );
}

/**
 * What somebody has set, without the defaults: the editor would send those along as if they were set, and they would
 * win over groundwork.json.
 */
function settingsMade(scopeUri: string | undefined): Record<string, unknown> {
  const scope = scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri);
  const configuration = vscode.workspace.getConfiguration('groundwork', scope);
  const made: Record<string, unknown> = {};
  for (const { key } of definitions) {
    const where = configuration.inspect(key);
    const isSet = [where?.globalValue, where?.workspaceValue, where?.workspaceFolderValue].some(v => v !== undefined);
    if (isSet) made[key] = configuration.get(key);
  }
  return made;
}
