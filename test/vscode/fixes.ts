/** Quick fixes as the editor offers them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, findingsOf } from './drafts.ts';

/** The quick fix with such a title, of the first finding with this code, once there is one. */
export async function fix(document: vscode.TextDocument, code: string, title: RegExp): Promise<vscode.CodeAction> {
  const findings = await findingsOf(document, all => all.some(finding => codeOf(finding) === code));
  const range = findings.find(finding => codeOf(finding) === code)?.range;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const found = actions.find(action => title.test(action.title));
  assert.ok(found, `a fix for ${code} among: ${actions.map(action => action.title).join(' | ')}`);
  return found;
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
