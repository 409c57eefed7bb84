import * as vscode from 'vscode';

/** The command that the server asks to save a document after an edit, when nobody has it open to save it. */
export const saveCommand = 'groundwork.saveDocument';

export async function saveDocument(uri: string): Promise<void> {
  const document = vscode.workspace.textDocuments.find(
    open => open.uri.toString() === vscode.Uri.parse(uri).toString(),
  );
  await document?.save();
}
