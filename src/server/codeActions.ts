import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../engine/types.ts';
import type { Client } from './client.ts';
import { toRange } from './convert.ts';
import { type DiagnosticData, diagnosticSource, type FixData, toFixes } from './diagnostics.ts';

/**
 * The fixes of the diagnostics that the client shows at the place. They come along in the diagnostics' data; when that
 * is missing or from an older text, the findings of the text as it is now are asked through `check`.
 */
export async function codeActions(
  params: CodeActionParams,
  document: TextDocument,
  client: Client,
  check: () => Promise<CheckResult>,
): Promise<CodeAction[]> {
  if (!client.codeActionLiterals || !wantsQuickFixes(params.context.only)) return [];
  const own = params.context.diagnostics.filter(diagnostic => diagnostic.source === diagnosticSource);
  const actions: CodeAction[] = [];
  for (const diagnostic of own) {
    const fixes = fixesInData(diagnostic, document) ?? fixesNow(diagnostic, document, await check());
    actions.push(...fixes.map(fix => toCodeAction(fix, diagnostic, document, client)));
  }
  return actions;
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(kind => kind === '' || kind === CodeActionKind.QuickFix);
}

function fixesInData(diagnostic: Diagnostic, document: TextDocument): readonly FixData[] | undefined {
  const data = diagnostic.data as DiagnosticData | undefined;
  return data?.version === document.version ? data.fixes : undefined;
}

/**
 * The nearest finding of the line that says the same. Not by its exact range: the diagnostic may be from an older text,
 * and Neovim 0.7 counts bytes where the protocol counts UTF-16 units.
 */
function fixesNow(diagnostic: Diagnostic, document: TextDocument, result: CheckResult): readonly FixData[] {
  const { start } = diagnostic.range;
  const [nearest] = result.findings
    .filter(finding => finding.code === diagnostic.code && finding.message === diagnostic.message)
    .map(finding => ({ finding, at: toRange(document, finding.span).start }))
    .filter(({ at }) => at.line === start.line)
    .map(({ finding, at }) => ({ finding, distance: Math.abs(at.character - start.character) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest ? toFixes(nearest.finding, document) : [];
}

function toCodeAction(fix: FixData, diagnostic: Diagnostic, document: TextDocument, client: Client): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: toWorkspaceEdit(fix.edits, document, client),
    ...(fix.preferred === true ? { isPreferred: true } : {}),
  };
}

function toWorkspaceEdit(edits: FixData['edits'], document: TextDocument, client: Client): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: { [document.uri]: [...edits] } };
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [...edits] }],
  };
}
