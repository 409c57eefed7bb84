import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { send } from './send.ts';

/** Documents with the text that was read from a source which no editor shows as text: PDF, Word, EPUB, web pages. */
export const sourceScheme = 'groundwork-source';
/** A language of their own, so that lines wrap there and nowhere else. */
export const sourceLanguage = 'groundwork-source';

/** Gives those documents their text, and a link from their first line to the original. */
export function provideSourceText(client: LanguageClient): vscode.Disposable {
  const read = (uri: vscode.Uri) => send(client, 'groundwork/sourceText', { sourceId: uri.query });
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(sourceScheme, {
      provideTextDocumentContent: async uri =>
        (await read(uri))?.text ?? vscode.l10n.t('This source is not in the library any more.'),
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: sourceScheme },
      {
        provideDocumentLinks: async document => {
          const original = (await read(document.uri))?.original;
          if (original === undefined) return [];
          const link = new vscode.DocumentLink(document.lineAt(0).range, vscode.Uri.parse(original));
          link.tooltip = vscode.l10n.t('Open the original');
          return [link];
        },
      },
    ),
    vscode.workspace.onDidOpenTextDocument(document => {
      const { scheme } = document.uri;
      if (scheme === sourceScheme && document.languageId !== sourceLanguage)
        void vscode.languages.setTextDocumentLanguage(document, sourceLanguage);
    }),
  );
}

/** Opens the file that the text in the active editor was read from, as the editor opens such files. */
export async function openOriginal(client: LanguageClient, given?: vscode.Uri): Promise<void> {
  const uri = given ?? vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== sourceScheme) return;
  const found = await send(client, 'groundwork/sourceText', { sourceId: uri.query });
  if (found) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(found.original));
}
