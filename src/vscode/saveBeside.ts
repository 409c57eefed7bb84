import * as vscode from 'vscode';

/** Asks where to save, beside the draft under its name unless the writer says otherwise, and writes the file. */
export async function saveBeside(
  draft: vscode.Uri,
  { title, label, suffix, extension }: { title: string; label: string; suffix: string; extension: string },
  text: string,
): Promise<vscode.Uri | undefined> {
  const name = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const folder =
    draft.scheme === 'file' ? vscode.Uri.joinPath(draft, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name || 'draft'}${suffix}.${extension}`) } : {}),
    filters: { [label]: [extension] },
    title,
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return target;
}
