/** The editor's standard questions, each answered by its own file once the draft and its folder are known. */
import type { CancellationToken, Connection, TextDocumentPositionParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checks } from './checks.ts';
import { citationCompletion } from './citationCompletion.ts';
import type { Client } from './client.ts';
import { codeActions } from './codeActions.ts';
import { type CompletionData, completion, noCompletions } from './completion.ts';
import { completionDocumentation } from './completionDocumentation.ts';
import { toOffset } from './convert.ts';
import { definition } from './definition.ts';
import { documentLinks } from './documentLinks.ts';
import type { OpenDraft, OpenDrafts } from './documents.ts';
import type { Courtesy } from './host.ts';
import { hover } from './hover.ts';
import { inlineCompletion } from './inlineCompletion.ts';
import { cancelled, overtaken, signalOf, unlessAborted } from './signal.ts';

/** What the writer asks of a draft now and then: answers wait until the sources were read once. */
export function answerFeatures(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  drafts: OpenDrafts,
  checks: Checks,
  client: Client,
): void {
  const inDraft = async <T>(uri: string, token: CancellationToken, otherwise: T, answer: Answer<T>): Promise<T> => {
    if (!documents.get(uri)) return otherwise;
    const signal = signalOf(token);
    const open = await unlessAborted(drafts.get(uri), signal).catch(cancelled);
    if (typeof open === 'string') return otherwise;
    const answered = unlessAborted(Promise.resolve(answer(open)), signal);
    return answered.catch(error => (signal.aborted ? cancelled() : overtaken(error)));
  };

  connection.onCompletionResolve(item => {
    const data = item.data as CompletionData | undefined;
    const open = data ? drafts.now(data.uri) : 'not-a-draft';
    return typeof open === 'string' ? item : completionDocumentation(item, open.folder.engine(), client);
  });
  connection.onHover((params, token) =>
    inDraft(params.textDocument.uri, token, null, open => hover(open, at(open, params), client)),
  );
  connection.onDefinition((params, token) =>
    inDraft(params.textDocument.uri, token, null, open => definition(open, at(open, params), client)),
  );
  connection.onDocumentLinks((params, token) =>
    inDraft(params.textDocument.uri, token, null, open => documentLinks(open, client)),
  );
  connection.onCodeAction((params, token) =>
    inDraft(params.textDocument.uri, token, null, open =>
      codeActions(params, open, client, {
        check: () => checks.run(open.document, open.draft, open.folder),
        openDocument: drafts.document,
      }),
    ),
  );
}

/** What the writer waits for with every key. */
export function answerTyping(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  drafts: OpenDrafts,
  client: Client,
  courtesy: Pick<Courtesy, 'typed' | 'answered'> | undefined,
): void {
  const atOnce = <T>(answer: () => T): T => {
    courtesy?.typed();
    try {
      return answer();
    } finally {
      courtesy?.answered();
    }
  };

  documents.onDidChangeContent(() => courtesy?.typed());
  connection.onCompletion((params, token) =>
    atOnce(() => {
      // The list must be there before the next keystroke: it never waits for the sources.
      const open = drafts.now(params.textDocument.uri);
      if (typeof open === 'string' || token.isCancellationRequested) return noCompletions;
      const offset = at(open, params);
      return citationCompletion(open, offset, client) ?? completion(open, offset, client);
    }),
  );
  if (client.inlineCompletion) {
    connection.languages.inlineCompletion.on((params, token) =>
      atOnce(() => {
        const open = drafts.now(params.textDocument.uri);
        if (typeof open === 'string' || token.isCancellationRequested) return [];
        return inlineCompletion(open, at(open, params), params.context, client);
      }),
    );
  }
}

function at(open: OpenDraft, { position }: TextDocumentPositionParams): number {
  return toOffset(open.document, position);
}

type Answer<T> = (open: OpenDraft) => T | Promise<T>;
