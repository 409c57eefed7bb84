/** Our own requests, each with its types from protocol.ts. */
import { type Connection, RequestType } from 'vscode-languageserver';
import type { Checks } from './checks.ts';
import type { OpenDraft, OpenDrafts } from './documents.ts';
import type { Folders } from './folders.ts';
import type { CheckSummary, FolderStatus, NoDraft, Requests } from './protocol.ts';
import { findQuotes, insertQuote, passages } from './quotes.ts';

type Answer<Method extends keyof Requests> = (
  params: Requests[Method]['params'],
) => Promise<Requests[Method]['result']>;

export function answerRequests(connection: Connection, drafts: OpenDrafts, folders: Folders, checks: Checks): void {
  const answer = <Method extends keyof Requests>(method: Method, by: Answer<Method>): void => {
    connection.onRequest(new RequestType<Requests[Method]['params'], unknown, void>(method), params => by(params));
  };
  answer('groundwork/status', async () => status(folders));
  answer('groundwork/reindex', () => reindex(folders));
  answer('groundwork/kind', async ({ textDocument }) => {
    const open = drafts.now(textDocument.uri);
    return typeof open === 'string' ? open : 'draft';
  });
  answer('groundwork/check', async ({ textDocument }) => {
    const open = await drafts.get(textDocument.uri);
    return typeof open === 'string' ? unchecked(open) : summary(open, checks);
  });
  answer('groundwork/findQuotes', async params => {
    const open = await drafts.get(params.textDocument.uri);
    return typeof open === 'string' ? [] : findQuotes(open, params);
  });
  answer('groundwork/insertQuote', async params => {
    const open = await drafts.get(params.textDocument.uri);
    return typeof open === 'string' ? { edits: [], version: 0 } : insertQuote(open, params, params.handle);
  });
  answer('groundwork/passages', async params => {
    const open = await drafts.get(params.textDocument.uri);
    return typeof open === 'string' ? [] : passages(open, params);
  });
}

export async function reindex(folders: Folders): Promise<FolderStatus[]> {
  await Promise.all(folders.all().map(folder => folder.rescan()));
  return status(folders);
}

function status(folders: Folders): FolderStatus[] {
  return folders.all().map(folder => folder.status());
}

async function summary({ document, draft, folder }: OpenDraft, checks: Checks): Promise<CheckSummary> {
  const { items, findings } = await checks.run(document, draft, folder);
  const quotations = items.filter(item => item.kind === 'quotation').length;
  // As editors count: their lists of problems leave hints out.
  const counted = findings.filter(({ severity }) => severity !== 'hint').length;
  return { checked: true, quotations, claims: items.length - quotations, findings: counted };
}

function unchecked(reason: NoDraft): CheckSummary {
  return { checked: false, reason, quotations: 0, claims: 0, findings: 0 };
}
