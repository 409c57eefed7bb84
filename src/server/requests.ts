/** Our own requests, each with its types from protocol.ts. */
import { RequestType } from 'vscode-languageserver';
import { createCatalogue } from './catalogue.ts';
import { placeOf } from './convert.ts';
import { type AnswerRequest, answerDraftRequests, type RequestContext } from './draftRequests.ts';
import type { Folders } from './folders.ts';
import { engineWith, quotesOf } from './library.ts';
import type { FolderStatus } from './protocol.ts';
import { passageOf } from './quotes.ts';
import { sourceView } from './sourceView.ts';

export function answerRequests(context: RequestContext): void {
  const { connection, drafts } = context;
  const answer: AnswerRequest = (method, by) => {
    connection.onRequest(new RequestType<Parameters<typeof by>[0], unknown, void>(method), params => by(params));
  };
  answerLibrary(answer, context);
  answer('groundwork/kind', async ({ textDocument }) => {
    const open = drafts.now(textDocument.uri);
    return typeof open === 'string' ? open : 'draft';
  });
  answerDraftRequests(answer, context);
}

/** What is asked of the library, whatever document is open. */
function answerLibrary(answer: AnswerRequest, { folders, client }: RequestContext): void {
  answer('groundwork/status', async () => status(folders));
  answer('groundwork/reindex', () => reindex(folders));
  const catalogue = createCatalogue(folders);
  answer('groundwork/library', async () => catalogue.top());
  answer('groundwork/group', async ({ letter }) => catalogue.group(letter));
  answer('groundwork/findSources', async ({ query, limit }) => catalogue.find(query, limit));
  answer('groundwork/quotesOf', async ({ sourceId }) => quotesOf(sourceId, folders, client));
  answer('groundwork/place', async handle => {
    const engine = engineWith(handle.sourceId, folders);
    const source = engine?.store.get(handle.sourceId);
    const passage = engine && passageOf(handle, engine);
    return source && passage ? placeOf(source, passage.span, client) : null;
  });
  answer('groundwork/sourceText', async ({ sourceId }) => {
    const source = engineWith(sourceId, folders)?.store.get(sourceId);
    return source ? { text: sourceView(source, client.say).text, original: source.uri } : null;
  });
}

export async function reindex(folders: Folders): Promise<FolderStatus[]> {
  await Promise.all(folders.all().map(folder => folder.rescan()));
  return status(folders);
}

function status(folders: Folders): FolderStatus[] {
  return folders.all().map(folder => folder.status());
}
