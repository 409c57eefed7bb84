import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ProposedQuote } from '../server/protocol.ts';
import { nothingFound } from './nothingFound.ts';
import { placeOfCursor } from './placeOfCursor.ts';
import { rankQuotes } from './rankQuotes.ts';
import { send } from './send.ts';
import { writePassage } from './writePassage.ts';

/** Without `quote` it says that there is none. */
type Row = vscode.QuickPickItem & { readonly quote?: ProposedQuote };

/** Milliseconds without typing before the server is asked; what it said before is matched at once meanwhile. */
const pause = 120;
/** Proposals asked for; more than a person reads. */
const mostProposed = 60;

/** Lets the writer pick an exact passage by a few of its words and inserts it with its citation, as one edit. */
export async function insertQuote(client: LanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to insert a quote into it.'));
    return;
  }
  const quote = await pickQuote(client, editor);
  if (quote) await insert(client, editor, quote);
}

function pickQuote(client: LanguageClient, editor: vscode.TextEditor): Promise<ProposedQuote | undefined> {
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = vscode.l10n.t('Insert Quote');
  pick.placeholder = vscode.l10n.t('Type words of the quote, its speaker or its source');
  inOurOrder(pick);
  const proposals = createProposals(client, editor, pick);
  return new Promise(resolve => {
    pick.onDidChangeValue(proposals.ask);
    pick.onDidAccept(() => {
      const quote = pick.activeItems[0]?.quote;
      if (!quote) return;
      resolve(quote);
      pick.hide();
    });
    pick.onDidHide(() => {
      proposals.stop();
      pick.dispose();
      resolve(undefined);
    });
    proposals.ask('');
    pick.show();
  });
}

/**
 * The editor would put rows first whose label matches letter by letter, and hide the others. Every row has `alwaysShow`;
 * the order is kept by a property that the editor has had for years and that its public types leave out.
 */
function inOurOrder(pick: vscode.QuickPick<Row>): void {
  if ('sortByLabel' in pick) Object.assign(pick, { sortByLabel: false });
}

function createProposals(client: LanguageClient, editor: vscode.TextEditor, pick: vscode.QuickPick<Row>) {
  const known = new Map<string, ProposedQuote>();
  let asking = new vscode.CancellationTokenSource();
  let timer: NodeJS.Timeout | undefined;
  const show = (query: string, answered: readonly ProposedQuote[]): boolean => {
    const rows = rankQuotes(query, [...known.values()], answered).map(toRow);
    // That nothing was found stays there while one types on.
    if (rows.length > 0 || pick.items.some(({ quote }) => quote)) pick.items = rows;
    return rows.length > 0;
  };
  const request = async (query: string, token: vscode.CancellationToken): Promise<void> => {
    const place = placeOfCursor(editor);
    if (!place) return;
    const params = { ...place, query, limit: mostProposed };
    const answered = await send(client, 'groundwork/findQuotes', params, token).catch(() => []);
    if (token.isCancellationRequested) return;
    for (const quote of answered) known.set(JSON.stringify(quote.handle), quote);
    if (!show(query, answered)) {
      const none = await noneFor(client, editor.document, query);
      if (token.isCancellationRequested) return;
      pick.items = none ? [none] : [];
    }
    pick.busy = false;
  };
  const stop = (): void => {
    clearTimeout(timer);
    asking.cancel();
    asking.dispose();
  };
  return {
    stop,
    ask: (query: string): void => {
      stop();
      asking = new vscode.CancellationTokenSource();
      const { token } = asking;
      pick.busy = true;
      if (known.size > 0) show(query, []);
      timer = setTimeout(() => void request(query, token), known.size > 0 ? pause : 0);
    },
  };
}

/** Why there is no quote for this document. */
async function noneFor(
  client: LanguageClient,
  document: vscode.TextDocument,
  query: string,
): Promise<vscode.QuickPickItem | undefined> {
  const textDocument = { uri: document.uri.toString() };
  const kind = await send(client, 'groundwork/kind', { textDocument }).catch(() => 'draft' as const);
  if (kind !== 'is-source' && kind !== 'not-a-draft') return nothingFound(client, query);
  return { label: `$(info) ${vscode.l10n.t('Open a draft to insert a quote into it.')}`, alwaysShow: true };
}

function toRow(quote: ProposedQuote): Row {
  const { text, quoted, speaker, title, published, path, place } = quote;
  // The row ends before a long title does, and the date tells more than where the file is.
  const where = [speaker, published, title, path, place];
  return {
    label: quoted ? `$(quote) “${text}”` : `$(file-text) ${text}`,
    detail: where.filter(part => part !== undefined && part !== '').join(' · '),
    alwaysShow: true,
    quote,
  };
}

async function insert(client: LanguageClient, editor: vscode.TextEditor, quote: ProposedQuote): Promise<void> {
  const place = placeOfCursor(editor);
  if (!place) return;
  await writePassage(client, editor.document, place, quote.handle, 'quote-at-cursor');
}
