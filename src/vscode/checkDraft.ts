import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CheckSummary } from '../server/protocol.ts';
import { claimsInWords, findingsInWords, quotationsInWords } from './counts.ts';
import { send } from './send.ts';

/** Milliseconds that the outcome stays in the status bar. */
const shown = 8000;

/** Checks the draft in the active editor. Findings are shown where they always are; only their absence is told. */
export async function checkDraft(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft to check it.'));
    return;
  }
  const summary = await send(client, 'groundwork/check', { textDocument: { uri: document.uri.toString() } });
  if (summary.findings === 0) {
    void vscode.window.showInformationMessage(describe(summary));
    return;
  }
  vscode.window.setStatusBarMessage(describe(summary), shown);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function describe({ checked, reason, quotations, claims, findings }: CheckSummary): string {
  if (checked) {
    return vscode.l10n.t(
      'Groundwork looked at {0} and {1}: {2}.',
      quotationsInWords(quotations),
      claimsInWords(claims),
      findingsInWords(findings),
    );
  }
  if (reason === 'is-source') return vscode.l10n.t('This file is one of the sources: it is not checked.');
  if (reason === 'no-sources') {
    return vscode.l10n.t('There is nothing to check against: the folder holds no sources that could be read.');
  }
  return vscode.l10n.t('Groundwork checks drafts in Markdown, plain text and LaTeX.');
}
