import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PassagePlace } from '../server/protocol.ts';
import { placeOfCursor } from './placeOfCursor.ts';
import { send } from './send.ts';

/** Also what hover links call, with `[uri, range]`. */
export const openPassageCommand = 'groundwork.openPassage';

/** Opens the source of the quotation, claim or citation under the cursor; asks which when it stands on several passages. */
export async function openPassage(client: LanguageClient): Promise<void> {
  const place = placeOfCursor();
  const passages = place ? await send(client, 'groundwork/passages', place) : [];
  const chosen = passages.length > 1 ? await choose(passages) : passages[0];
  if (chosen) return openPassageAt(chosen.uri, chosen.range);
  if (passages.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No passage to open: the cursor is on no quotation, claim or citation that a source holds.'),
    );
  }
}

/** Shows the passage beside the draft, selected. A range that is none opens the source at its start. */
export async function openPassageAt(uri: string, range: unknown): Promise<void> {
  const selection = isRange(range)
    ? new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
    : new vscode.Range(0, 0, 0, 0);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const editor = await vscode.window.showTextDocument(document, {
    selection,
    viewColumn: columnFor(document.uri),
    preview: true,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the source is open already, else beside the draft. */
function columnFor(uri: vscode.Uri): vscode.ViewColumn {
  const open = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  return open?.viewColumn ?? vscode.ViewColumn.Beside;
}

async function choose(passages: readonly PassagePlace[]): Promise<PassagePlace | undefined> {
  const items = passages.map(passage => ({
    label: passage.text,
    detail: vscode.l10n.t('{0}, line {1}', passage.title, passage.line),
    passage,
  }));
  const placeHolder = vscode.l10n.t('Several passages bear on this. Which one?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.passage;
}

type PlainPosition = { readonly line: number; readonly character: number };

function isRange(value: unknown): value is { readonly start: PlainPosition; readonly end: PlainPosition } {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return false;
  return isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is PlainPosition {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value)) return false;
  return typeof value.line === 'number' && typeof value.character === 'number';
}
