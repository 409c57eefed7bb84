/** Drafts in the throw-away workspace that the suite runs in. */
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** Opens the sample draft in an editor. */
export function openSampleDraft(): Promise<vscode.TextEditor> {
  return open(fileUri('draft.md'));
}

/**
 * Opens a new draft with this text in an editor, the cursor at its end, and resolves once the server knows it. Its name is
 * nobody else's, in any file of the suite: the editor may still hold another one's text under that.
 */
export async function openDraft(text: string): Promise<vscode.TextEditor> {
  const uri = fileUri(`draft-${crypto.randomUUID()}.md`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await open(uri);
  const end = editor.document.positionAt(editor.document.getText().length);
  editor.selection = new vscode.Selection(end, end);
  // A hover waits for what a completion, which never waits, needs.
  await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, end);
  return editor;
}

/** Closes all editors, without saving, and removes the drafts that `openDraft` wrote. */
export async function closeDrafts(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const uri of await vscode.workspace.findFiles('draft-*')) await vscode.workspace.fs.delete(uri);
}

/** The file of the workspace at this path. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Groundwork's findings on a draft, once there are some that `enough` accepts. */
export function findingsOf(
  document: vscode.TextDocument,
  enough: (findings: readonly vscode.Diagnostic[]) => boolean = findings => findings.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually('findings', vscode.languages.onDidChangeDiagnostics, () => {
    const own = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'groundwork');
    return enough(own) ? own : undefined;
  });
}

/** What a finding is about: its code, as the settings and the ignore comments write it. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Where these words stand in the draft; `after` skips to the words behind them. They must be there. */
export function rangeOf(document: vscode.TextDocument, words: string, after = ''): vscode.Range {
  const text = document.getText();
  const from = text.indexOf(after);
  const start = from < 0 ? -1 : text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in the draft.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
