import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PassageHandle } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { send } from './send.ts';
import type { SourceNode } from './sourceNodes.ts';

/** What a dragged quote travels as. */
const quoteType = 'application/vnd.groundwork.quote';
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('groundwork', 'quote');

/** A quote dragged from the tree into a draft becomes a quotation with its citation there, undone in one step. */
export function createQuoteDrag(
  client: LanguageClient,
): vscode.TreeDragAndDropController<SourceNode> & vscode.Disposable {
  const provider: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: (document, position, transfer, token) =>
      drop(client, document, position, transfer, token),
  };
  const dropping = vscode.languages.registerDocumentDropEditProvider(draftSelector, provider, {
    dropMimeTypes: [quoteType],
    providedDropEditKinds: [kind],
  });
  return {
    dragMimeTypes: [quoteType],
    dropMimeTypes: [],
    handleDrag: ([first], transfer) => {
      if (first?.kind === 'quote')
        transfer.set(quoteType, new vscode.DataTransferItem(JSON.stringify(first.quote.handle)));
    },
    dispose: () => dropping.dispose(),
  };
}

async function drop(
  client: LanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
  transfer: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentDropEdit | undefined> {
  const item = transfer.get(quoteType);
  if (!item) return undefined;
  const handle = JSON.parse(await item.asString()) as PassageHandle;
  const { line, character } = position;
  const params = { textDocument: { uri: document.uri.toString() }, position: { line, character }, handle };
  const { edits, version } = await send(client, 'groundwork/insertQuote', params, token);
  const [quotation, ...others] = await client.protocol2CodeConverter.asTextEdits([...edits]);
  if (!quotation || version !== document.version) return undefined;
  const edit = new vscode.DocumentDropEdit(
    quotation.newText,
    vscode.l10n.t('Insert the quote with its citation'),
    kind,
  );
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.set(document.uri, others);
  return edit;
}
