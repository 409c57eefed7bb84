/** Our own requests about one draft: each waits until the sources were read once. */
import type { Connection } from 'vscode-languageserver';
import { oneLine, unflagged } from '../engine.ts';
import type { Checks } from './checks.ts';
import type { Client } from './client.ts';
import { toRange, toTextEdit } from './convert.ts';
import type { OpenDraft, OpenDrafts } from './documents.ts';
import { evidence } from './evidence.ts';
import { previewedRepairs } from './fixAll.ts';
import type { Folders } from './folders.ts';
import { usesOf } from './library.ts';
import { decoded } from './naming.ts';
import type { CheckSummary, NoDraft, Requests } from './protocol.ts';
import { findQuotes, passages, writePassage } from './quotes.ts';
import { isAbort } from './signal.ts';

type Params<Method extends keyof Requests> = Requests[Method]['params'];
type Result<Method extends keyof Requests> = Requests[Method]['result'];

export type RequestContext = {
  readonly connection: Connection;
  readonly drafts: OpenDrafts;
  readonly folders: Folders;
  readonly checks: Checks;
  readonly client: Client;
};

/** Registers what answers a request. */
export type AnswerRequest = <Method extends keyof Requests>(
  method: Method,
  by: (params: Params<Method>) => Promise<Result<Method>>,
) => void;

type OfDraft = {
  [Method in keyof Requests]: Params<Method> extends { readonly textDocument: { readonly uri: string } }
    ? Method
    : never;
}[keyof Requests];

/** Registers what answers a request about a draft; other documents get `otherwise`. */
type AnswerOfDraft = <Method extends OfDraft>(
  method: Method,
  otherwise: (why: NoDraft) => Result<Method>,
  by: (open: OpenDraft, params: Params<Method>) => Result<Method> | Promise<Result<Method>>,
) => void;

export function answerDraftRequests(answer: AnswerRequest, context: RequestContext): void {
  const ofDraft: AnswerOfDraft = (method, otherwise, by) =>
    answer(method, async params => {
      const { textDocument } = params as { readonly textDocument: { readonly uri: string } };
      for (;;) {
        const open = await context.drafts.get(textDocument.uri);
        if (typeof open === 'string') return otherwise(open);
        try {
          return await by(open, params);
        } catch (error) {
          // Overtaken by a later text of the document, which is what the answer must be about.
          if (!isAbort(error)) throw error;
        }
      }
    });
  answerPlaces(ofDraft, context);
  answerWriting(ofDraft);
  answerReferences(ofDraft);
  answerChecks(ofDraft, context);
}

const none = (): [] => [];

function answerPlaces(ofDraft: AnswerOfDraft, { client }: RequestContext): void {
  ofDraft('groundwork/findQuotes', none, (open, params) => findQuotes(open, params, client));
  ofDraft('groundwork/passages', none, (open, params) => passages(open, params, client));
  ofDraft(
    'groundwork/evidence',
    state => ({ state }),
    (open, params) => evidence(open, params, client),
  );
}

function answerWriting(ofDraft: AnswerOfDraft): void {
  const nothing = () => ({ edits: [], version: 0 });
  ofDraft('groundwork/insertQuote', nothing, (open, params) =>
    writePassage(open, params, params.handle, params.behind ? 'quoteBehind' : 'insertQuote'),
  );
  ofDraft('groundwork/cite', nothing, (open, params) =>
    writePassage(open, params, params.handle, params.here ? 'citeHere' : 'citePassage'),
  );
}

function answerReferences(ofDraft: AnswerOfDraft): void {
  const nothing = { edits: [], version: 0, count: 0 };
  ofDraft(
    'groundwork/bibliography',
    () => nothing,
    async ({ document, draft, folder }) => {
      const written = await folder.references?.edits(folder.engine(), draft);
      if (!written) return nothing;
      const edits = written.edits.map(edit => toTextEdit(document, edit));
      return { ...written, edits, version: document.version };
    },
  );
  ofDraft(
    'groundwork/exportCited',
    () => null,
    async ({ draft, folder }, { format }) =>
      (await folder.references?.exported(folder.engine(), draft, format)) ?? null,
  );
}

function answerChecks(ofDraft: AnswerOfDraft, { checks, client, folders }: RequestContext): void {
  const nothing = () => null;
  const checked = ({ document, draft, folder }: OpenDraft) => checks.run(document, draft, folder);
  ofDraft('groundwork/check', unchecked, open => summary(open, checks));
  ofDraft('groundwork/uses', none, async open => usesOf(open, await checked(open)));
  ofDraft(
    'groundwork/fixAll',
    nothing,
    async open => previewedRepairs(await checked(open), open.document, client) ?? null,
  );
  ofDraft('groundwork/sheet', nothing, async ({ document, draft, folder }, { format }) => {
    const path = pathIn(folders.of(document.uri)?.uri ?? '', document.uri);
    return { text: await folder.engine().sheet(path, draft, format, new Date()) };
  });
}

async function summary({ document, draft, folder }: OpenDraft, checks: Checks): Promise<CheckSummary> {
  const result = await checks.run(document, draft, folder);
  const { items, findings } = result;
  const quotations = items.filter(item => item.kind === 'quotation').length;
  // As editors count: their lists of problems leave hints out.
  const counted = findings.filter(({ severity }) => severity !== 'hint').length;
  const silent = unflagged(result, draft.text).map(({ claim: { text, span } }) => ({
    text: oneLine(text),
    range: toRange(document, span),
  }));
  return { checked: true, quotations, claims: items.length - quotations, findings: counted, unflagged: silent };
}

function unchecked(reason: NoDraft): CheckSummary {
  return { checked: false, reason, quotations: 0, claims: 0, findings: 0, unflagged: [] };
}

/** How people call a document: its path below the folder, else its name. */
function pathIn(folderUri: string, uri: string): string {
  return decoded(
    uri.startsWith(`${folderUri}/`) ? uri.slice(folderUri.length + 1) : uri.slice(uri.lastIndexOf('/') + 1),
  );
}
