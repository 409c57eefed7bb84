import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { DocumentPlace, EvidenceAnswer, EvidenceCard, PassageHandle } from '../server/protocol.ts';
import { draftSelector } from './client.ts';
import { evidencePage, evidenceView } from './evidencePage.ts';
import { evidenceWords } from './evidenceWords.ts';
import { openPassageAt } from './openPassage.ts';
import { placeOfCursor } from './placeOfCursor.ts';
import { send } from './send.ts';
import type { StatusChanges } from './statusChanges.ts';
import { type Writing, writePassage } from './writePassage.ts';

/** Milliseconds that a moving cursor is waited for; less than a person notices. */
const pause = 80;

/** What the page says: it is there, or a button of the card or of one of its passages was pressed. */
type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'repair'; readonly repair: number }
  | { readonly type: 'insert' | 'cite' | 'open'; readonly passage: number };

/** What is shown, and the place of the draft that it is about. */
type Shown = {
  readonly answer: EvidenceAnswer;
  readonly place?: DocumentPlace;
  readonly document?: vscode.TextDocument;
};

/** The Evidence view: follows the cursor of the draft, and does what its buttons say. */
export function createEvidenceView(client: LanguageClient, news: StatusChanges, media: vscode.Uri): vscode.Disposable {
  let view: vscode.WebviewView | undefined;
  const active = vscode.window.activeTextEditor?.document;
  const isAsked = active !== undefined && vscode.languages.match(draftSelector, active) > 0;
  let shown: Shown = { answer: { state: isAsked ? 'indexing' : 'not-a-draft' } };
  const post = (): void => void view?.webview.postMessage({ type: 'show', ...shown.answer });
  const show = (next: Shown): void => {
    const same = seen(next.answer) === seen(shown.answer);
    shown = next;
    if (!same) post();
  };
  const follow = createFollower(
    client,
    news,
    () => view?.visible === true,
    () => shown,
    show,
  );
  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView: resolved => {
      view = resolved;
      resolved.webview.options = { enableScripts: true, localResourceRoots: [media] };
      resolved.webview.html = evidencePage(resolved.webview, media);
      resolved.webview.onDidReceiveMessage((message: FromPage) => {
        if (message.type !== 'ready') return act(client, shown, message);
        void resolved.webview.postMessage({ type: 'words', words: evidenceWords() });
        post();
        follow.now();
      });
      resolved.onDidChangeVisibility(follow.now);
      resolved.onDidDispose(() => {
        view = undefined;
      });
    },
  };
  return vscode.Disposable.from(follow, vscode.window.registerWebviewViewProvider(evidenceView, provider));
}

/** Whether a passage that the view shows is from this file. */
function isShownIn({ answer }: Shown, uri: vscode.Uri): boolean {
  return (
    answer.state === 'card' && answer.card.passages.some(passage => vscode.Uri.parse(passage.uri).path === uri.path)
  );
}

/** All that the page shows of an answer: where an edit belongs moves with every letter typed before it. */
function seen(answer: EvidenceAnswer): string {
  return JSON.stringify(answer, (key, value) => (key === 'edits' || key === 'version' ? undefined : value));
}

/** Asks for what is under the cursor whenever that can have changed, while the view can be seen. */
function createFollower(
  client: LanguageClient,
  news: StatusChanges,
  isSeen: () => boolean,
  shown: () => Shown,
  show: (shown: Shown) => void,
) {
  let timer: NodeJS.Timeout | undefined;
  let asking: vscode.CancellationTokenSource | undefined;
  const ask = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const place = placeOfCursor(editor);
    if (vscode.window.visibleTextEditors.length === 0) return show({ answer: { state: 'not-a-draft' } });
    if (!isSeen() || !editor || !place || vscode.languages.match(draftSelector, editor.document) === 0) return;
    asking?.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const answer = await send(client, 'groundwork/evidence', place, token).catch(() => undefined);
    if (!answer || token.isCancellationRequested) return;
    // A source that was opened from the view leaves what the view says of the draft.
    if (answer.state === 'is-source' && isShownIn(shown(), editor.document.uri)) return;
    show({ answer, place, document: editor.document });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  };
  const listening = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.window.onDidChangeVisibleTextEditors(soon),
    vscode.languages.onDidChangeDiagnostics(soon),
    news.onDidChange(soon),
  );
  return {
    now: () => void ask(),
    dispose: () => {
      clearTimeout(timer);
      asking?.cancel();
      listening.dispose();
    },
  };
}

const writings: Readonly<Record<'insert' | 'cite', Writing>> = { insert: 'quote-behind', cite: 'citation-behind' };

async function act(
  client: LanguageClient,
  { answer, place, document }: Shown,
  message: Exclude<FromPage, { type: 'ready' }>,
): Promise<void> {
  if (answer.state !== 'card') return;
  if (message.type === 'repair') {
    if (document && (await repair(client, document, answer.card.repairs[message.repair]))) return;
  } else {
    const { type } = message;
    const passage = answer.card.passages[message.passage];
    if (!passage) return;
    if (type === 'open') return openPassageAt(passage.uri, passage.range);
    if (document && place && (await write(client, document, place, passage.handle, writings[type]))) return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The draft has changed: put the cursor where it belongs and try again.'),
  );
}

/** One edit, undone in one step, and back to writing. */
async function repair(
  client: LanguageClient,
  document: vscode.TextDocument,
  chosen: EvidenceCard['repairs'][number] | undefined,
): Promise<boolean> {
  if (!chosen || chosen.version !== document.version) return false;
  await backTo(document);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...chosen.edits]));
  return vscode.workspace.applyEdit(edit);
}

/** And back to writing. */
async function write(
  client: LanguageClient,
  document: vscode.TextDocument,
  place: DocumentPlace,
  handle: PassageHandle,
  writing: Writing,
): Promise<boolean> {
  await backTo(document);
  return writePassage(client, document, place, handle, writing);
}

async function backTo(document: vscode.TextDocument): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  await vscode.window.showTextDocument(document, open?.viewColumn);
}
