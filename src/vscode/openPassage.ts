import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PassageHandle, PassagePlace } from '../server/protocol.ts';
import { placeOfCursor } from './placeOfCursor.ts';
import { send } from './send.ts';
import { sourceScheme } from './sourceText.ts';

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

/** Opens what links, the tree and the evidence view name: a passage of a source, or a uri with a range. */
export async function openNamed(client: LanguageClient, named: unknown, range: unknown): Promise<void> {
  if (typeof named === 'string') return openPassageAt(named, range);
  if (!isHandle(named)) return openPassage(client);
  const place = await send(client, 'groundwork/place', named);
  if (place) return openPassageAt(place.uri, place.range);
  void vscode.window.showInformationMessage(vscode.l10n.t('This source is not in the library any more.'));
}

/** Where sources and drafts are: an address of another kind is not opened, least of all a command. */
const documentSchemes: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', sourceScheme]);

/** Shows the passage beside the draft, selected and marked. A range that is none opens the source at its start. */
export async function openPassageAt(uri: string, range: unknown): Promise<void> {
  const selection = isRange(range)
    ? new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
    : new vscode.Range(0, 0, 0, 0);
  const target = vscode.Uri.parse(uri, true);
  if (!documentSchemes.has(target.scheme)) return;
  if (!(await isText(target))) {
    await vscode.commands.executeCommand('vscode.open', target);
    return;
  }
  const document = await vscode.workspace.openTextDocument(target);
  const editor = await vscode.window.showTextDocument(document, {
    selection,
    viewColumn: columnFor(document.uri),
    preview: true,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  markUntilMoved(editor, selection);
}

/** Files that only another kind of editor shows: the text editor would say that they are binary. */
async function isText(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.openTextDocument(uri).then(
    () => true,
    () => false,
  );
}

/** The words stand out, also where the selection of an editor without focus is faint, until the cursor goes elsewhere. */
function markUntilMoved(editor: vscode.TextEditor, range: vscode.Range): void {
  if (range.isEmpty) return;
  const mark = vscode.window.createTextEditorDecorationType({
    // Of the selection's own hue: the two lie upon each other.
    backgroundColor: new vscode.ThemeColor('editor.selectionHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.selectionHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  editor.setDecorations(mark, [range]);
  const moved = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor !== editor || selections[0]?.isEqual(range)) return;
    moved.dispose();
    mark.dispose();
  });
}

/** Where it is open already, else beside what is open. */
function columnFor(uri: vscode.Uri): vscode.ViewColumn {
  const open = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  return open?.viewColumn ?? vscode.ViewColumn.Beside;
}

async function choose(passages: readonly PassagePlace[]): Promise<PassagePlace | undefined> {
  const items = passages.map(passage => ({
    label: passage.text,
    detail: [passage.title, passage.place].join(' · '),
    passage,
  }));
  const title = vscode.l10n.t('Open Source at Passage');
  const placeHolder = vscode.l10n.t('Several passages bear on this. Which one?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.passage;
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

function isHandle(value: unknown): value is PassageHandle {
  if (typeof value !== 'object' || value === null) return false;
  const { sourceId, start, end } = value as { readonly [Key in keyof PassageHandle]?: unknown };
  return typeof sourceId === 'string' && typeof start === 'number' && typeof end === 'number';
}
