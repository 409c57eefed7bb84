import * as vscode from 'vscode';

/** Marks a folder that this command made, for the window that opens it. */
const marker = '.groundwork-sample';

/**
 * Copies the two sample articles and their draft to a new folder and opens it; what is written there harms nothing. The draft
 * lies outside the folder of the articles, so that a file that is made next to it is a draft too.
 */
export async function trySample(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, `sample-${Date.now().toString(36)}`);
  await vscode.workspace.fs.createDirectory(folder);
  const articles = vscode.Uri.joinPath(folder, 'seeds');
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'seeds'), articles);
  await vscode.workspace.fs.rename(vscode.Uri.joinPath(articles, 'draft.md'), draftIn(folder));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, marker), new Uint8Array());
  const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow, noRecentEntry: true });
}

/** In the window that opens a new sample: its draft, once. */
export async function openSampleDraft(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return;
  const mark = vscode.Uri.joinPath(folder.uri, marker);
  try {
    await vscode.workspace.fs.stat(mark);
  } catch {
    return;
  }
  await vscode.workspace.fs.delete(mark);
  await vscode.window.showTextDocument(draftIn(folder.uri), { preview: false });
}

function draftIn(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, 'draft.md');
}
