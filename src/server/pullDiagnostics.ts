import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { type Checks, checkKey } from './checks.ts';
import type { Client } from './client.ts';
import { toDiagnostics } from './diagnostics.ts';
import type { OpenDrafts } from './documents.ts';
import { cancelled, isAbort, signalOf, unlessAborted } from './signal.ts';

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Answers `textDocument/diagnostic`; the same text over the same sources is answered with `unchanged`. */
export function answerPulls(connection: Connection, drafts: OpenDrafts, checks: Checks, client: Client): void {
  connection.languages.diagnostics.on(async (params, token) => {
    const signal = signalOf(token);
    const open = await unlessAborted(drafts.get(params.textDocument.uri), signal).catch(cancelled);
    if (typeof open === 'string') return nothing;
    const resultId = checkKey(open.document, open.folder);
    if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const check = checks.run(open.document, open.draft, open.folder);
    const result = await unlessAborted(check, signal).catch(error => (signal.aborted ? cancelled() : overtaken(error)));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: toDiagnostics(result, open, client) };
  });
}

/** A later text of the document is being checked: the client asks again for that one. */
function overtaken(error: unknown): never {
  if (isAbort(error)) {
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', { retriggerRequest: true });
  }
  throw error;
}
