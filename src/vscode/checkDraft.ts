import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CheckSummary } from '../server/protocol.ts';
import { claimsInWords, findingsInWords, quotationsInWords } from './inWords.ts';
import { howToCheckIt, isSourceInWords } from './isSourceInWords.ts';
import { send } from './send.ts';

/** Milliseconds that the outcome stays in the status bar. */
const shown = 8000;

/**
 * Checks the draft in the active editor. Findings are shown where they always are; what is told is their absence, and that
 * there are claims which no finding marks and no source supports.
 */
export async function checkDraft(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to check it.'));
    return;
  }
  const summary = await send(client, 'groundwork/check', { textDocument: { uri: document.uri.toString() } });
  if (summary.findings > 0) {
    vscode.window.setStatusBarMessage(describe(summary), shown);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  if (summary.unflagged.length > 0) void offerUnflagged(document, summary);
  else if (summary.findings === 0) void vscode.window.showInformationMessage(describe(summary));
}

/** Not waited for: the message stays until somebody closes it. */
async function offerUnflagged(document: vscode.TextDocument, summary: CheckSummary): Promise<void> {
  const show = vscode.l10n.t('Show Them');
  const told = vscode.l10n.t(
    'Not supported by any source, and not marked: {0}.',
    claimsInWords(summary.unflagged.length),
  );
  if ((await vscode.window.showInformationMessage(`${describe(summary)} ${told}`, show)) !== show) return;
  const rows = summary.unflagged.map(({ text, range }) => ({
    label: text,
    description: vscode.l10n.t('line {0}', range.start.line + 1),
    range,
  }));
  const title = vscode.l10n.t('Claims that no source supports and no finding marks');
  const chosen = await vscode.window.showQuickPick(rows, { title, matchOnDescription: true });
  if (!chosen) return;
  const { start, end } = chosen.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(document, { selection });
}

function describe({ checked, reason, quotations, claims, findings }: CheckSummary): string {
  if (checked) {
    const outcome = findings === 0 ? vscode.l10n.t('no findings') : findingsInWords(findings);
    if (claims === 0 && quotations > 0)
      return vscode.l10n.t('Groundwork looked at {0}: {1}.', quotationsInWords(quotations), outcome);
    if (quotations === 0 && claims > 0)
      return vscode.l10n.t('Groundwork looked at {0}: {1}.', claimsInWords(claims), outcome);
    return vscode.l10n.t(
      'Groundwork looked at {0} and {1}: {2}.',
      quotationsInWords(quotations),
      claimsInWords(claims),
      outcome,
    );
  }
  if (reason === 'is-source') return `${isSourceInWords()} ${howToCheckIt()}`;
  if (reason === 'no-sources') {
    return vscode.l10n.t('There is nothing to check against: the folder holds no sources that could be read.');
  }
  return vscode.l10n.t('Groundwork checks drafts in Markdown, plain text and LaTeX.');
}
