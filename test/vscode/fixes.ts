/** Quick fixes as the editor offers them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, findingsOf } from './drafts.ts';

/** How often a question may be dropped before its answer counts. */
const mostDropped = 10;

/** The quick fix with such a title, of the first finding with this code, once there is one. */
export async function fix(document: vscode.TextDocument, code: string, title: RegExp): Promise<vscode.CodeAction> {
  const findings = await findingsOf(document, all => all.some(finding => codeOf(finding) === code));
  const range = findings.find(finding => codeOf(finding) === code)?.range;
  assert.ok(range);
  const actions = await quickFixes(document, range);
  const found = actions.find(action => title.test(action.title));
  assert.ok(found, `a fix for ${code} among: ${actions.map(action => action.title).join(' | ')}`);
  return found;
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/**
 * An editor drops what it has asked when another extension offers code actions of its own from then on, as its built-in ones
 * do while they start: the answer is empty or cancelled, and it asks again. So does this; what has none stays without.
 */
async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  const ask = () =>
    vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
  for (let dropped = 0; dropped < mostDropped; dropped++) {
    const actions = await ask().then(undefined, () => []);
    if (actions.length > 0) return actions;
  }
  return ask();
}
