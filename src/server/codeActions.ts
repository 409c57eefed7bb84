import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from '../engine/types.ts';
import type { Finding } from '../model.ts';
import { isFindingCode } from '../settings.ts';
import type { Client } from './client.ts';
import { toRange, toSpan } from './convert.ts';
import { type DiagnosticData, diagnosticSource, type FixData, toFixes } from './diagnostics.ts';
import type { OpenDraft } from './documents.ts';
import { exactWordEdits, fixAllKind } from './fixAll.ts';
import { ignoreActions } from './ignoreActions.ts';
import { editOf } from './workspaceEdits.ts';

export type Asked = {
  readonly check: () => Promise<CheckResult>;
  /** A document that the editor has told of; its text may be later than the file's. */
  readonly openDocument: (uri: string) => TextDocument | undefined;
};

/**
 * The fixes of the diagnostics that the client shows at the place, and last what ignores them. The fixes come along in the
 * diagnostics' data; when that is missing or from an older text, the findings of the text as it is now are asked through
 * `asked.check`. Asked for `source.fixAll`, the repairs of the whole draft that need no choice.
 */
export async function codeActions(
  params: CodeActionParams,
  open: OpenDraft,
  client: Client,
  asked: Asked,
): Promise<CodeAction[]> {
  if (!client.codeActionLiterals) return [];
  const { only, diagnostics } = params.context;
  const fixes =
    wants(only, CodeActionKind.QuickFix) || only === undefined
      ? await quickFixes(diagnostics, open, client, asked)
      : [];
  // A whole draft is repaired only when somebody asks for that: it is no answer to "what can be done here".
  return only !== undefined && wants(only, fixAllKind)
    ? [...fixes, ...(await fixAll(open, client, asked.check))]
    : fixes;
}

/** Kinds are nested by dots: who wants `source` wants `source.fixAll`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) === true;
}

async function quickFixes(
  diagnostics: readonly Diagnostic[],
  open: OpenDraft,
  client: Client,
  { check, openDocument }: Asked,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  const found: { diagnostic: Diagnostic; finding: Pick<Finding, 'code' | 'span'> }[] = [];
  for (const diagnostic of diagnostics.filter(({ source }) => source === diagnosticSource)) {
    const known = inData(diagnostic, open.document) ?? now(diagnostic, open.document, await check());
    if (!known) continue;
    const fixes = known.fixes.map(fix => toCodeAction(fix, diagnostic, open.document, client));
    actions.push(...(fixes.length > 0 ? fixes : instead(diagnostic, client)));
    found.push({ diagnostic, finding: known.finding });
  }
  return [...actions, ...(await ignoreActions(found, open, client, openDocument))];
}

/**
 * Where nothing can be mended there is something to look at first: an editor takes the first action for granted, and to ignore
 * what was found must be somebody's choice. What a finding is about is its first related place.
 */
function instead(diagnostic: Diagnostic, { options, say }: Client): CodeAction[] {
  const { openPassageCommand, evidenceCommand } = options;
  const place = diagnostic.relatedInformation?.[0]?.location;
  const kind = CodeActionKind.QuickFix;
  const shown = (title: string, command: string, given: readonly unknown[]): CodeAction[] => [
    { title, kind, diagnostics: [diagnostic], command: { title, command, arguments: [...given] } },
  ];
  if (place && openPassageCommand !== undefined)
    return shown(say('Show the source'), openPassageCommand, [place.uri, place.range]);
  return evidenceCommand === undefined ? [] : shown(say('Show it in the Evidence view'), evidenceCommand, []);
}

type Known = { readonly fixes: readonly FixData[]; readonly finding: Pick<Finding, 'code' | 'span'> };

function inData(diagnostic: Diagnostic, document: TextDocument): Known | undefined {
  const data = diagnostic.data as DiagnosticData | undefined;
  const { code } = diagnostic;
  if (data?.version !== document.version || typeof code !== 'string' || !isFindingCode(code)) return undefined;
  return { fixes: data.fixes, finding: { code, span: toSpan(document, diagnostic.range) } };
}

/**
 * The nearest finding of the line that says the same. Not by its exact range: the diagnostic may be from an older text,
 * and Neovim 0.7 counts bytes where the protocol counts UTF-16 units.
 */
function now(diagnostic: Diagnostic, document: TextDocument, result: CheckResult): Known | undefined {
  const { start } = diagnostic.range;
  const [nearest] = result.findings
    .filter(finding => finding.code === diagnostic.code && finding.message === diagnostic.message)
    .map(finding => ({ finding, at: toRange(document, finding.span).start }))
    .filter(({ at }) => at.line === start.line)
    .map(({ finding, at }) => ({ finding, distance: Math.abs(at.character - start.character) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && { fixes: toFixes(nearest.finding, document), finding: nearest.finding };
}

function toCodeAction(fix: FixData, diagnostic: Diagnostic, document: TextDocument, client: Client): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: editOf(document, fix.edits, client),
    ...(fix.preferred === true ? { isPreferred: true } : {}),
  };
}

async function fixAll(
  { document }: OpenDraft,
  client: Client,
  check: () => Promise<CheckResult>,
): Promise<CodeAction[]> {
  const edits = exactWordEdits(await check(), document);
  if (edits.length === 0) return [];
  const title = client.say("Use the sources' words in all altered quotations");
  return [{ title, kind: fixAllKind, edit: editOf(document, edits, client) }];
}
