/** An editor that is not VS Code: starts the real server as a process and speaks to it over standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { processFlags } from '../../src/server/protocol.ts';
import { projectRoot } from '../harness/paths.mjs';
import { askUntil } from './askUntil.ts';

/** A throw-away workspace folder. */
export type Folder = {
  readonly path: string;
  readonly uri: string;
  write(name: string, text: string): void;
  remove(name: string): void;
  uriOf(name: string): string;
};

/** A folder with these files below it; `seeds` adds the two sample articles and the sample draft. */
export function createFolder(files: Readonly<Record<string, string>>, seeds = false): Folder {
  const path = mkdtempSync(join(tmpdir(), 'groundwork-lsp-'));
  const folder: Folder = {
    path,
    uri: pathToFileURL(path).href,
    uriOf: name => pathToFileURL(join(path, name)).href,
    remove: name => rmSync(join(path, name), { recursive: true }),
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
  };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  if (seeds) copySeeds(path);
  return folder;
}

function copySeeds(path: string): void {
  const from = join(projectRoot, 'seeds');
  mkdirSync(join(path, 'seeds'), { recursive: true });
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(path, 'seeds', name));
}

export type EditorOptions = {
  readonly folders: readonly Folder[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What the editor answers to `workspace/configuration`. */
  readonly settings?: unknown;
  /** Begins while the sources are still being read; without it, begins when they were. */
  readonly whileReading?: boolean;
};

/** What most editors can do; pulls diagnostics. */
export const pulling: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true, dataSupport: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    documentLink: { tooltipSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown'],
        resolveSupport: { properties: ['documentation'] },
      },
    },
  },
};

/** The least an editor can do: everything is pushed, as plain text. */
export const simple: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

export type Editor = Awaited<ReturnType<typeof startEditor>>;

/** Milliseconds after which a message that was waited for is missing. */
const patience = 60_000;

export const serverModule = process.env.GROUNDWORK_SERVER ?? join(projectRoot, 'dist/server.mjs');

/** Runs the test in an editor of its own and ends it as the protocol says, also when the test fails. */
export async function withEditor(options: EditorOptions, test: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await startEditor(options);
  try {
    await test(editor);
  } finally {
    await editor.stop();
    for (const folder of options.folders) rmSync(folder.path, { recursive: true, force: true });
  }
}

export async function startEditor(options: EditorOptions) {
  const child = spawn(process.execPath, [...processFlags, serverModule, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const wire = createWire(child.stdin);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(wire.stream),
  );
  const heard = createHearing();
  let { settings } = options;

  connection.onNotification((method, params) => heard.add(method, params));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => settings ?? null),
  );
  for (const method of ['client/registerCapability', 'client/unregisterCapability', 'workspace/diagnostic/refresh']) {
    connection.onRequest(method, params => {
      heard.add(method, params);
      return null;
    });
  }
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onUnhandledProgress(({ token, value }) => heard.add('$/progress', { token, value }));
  connection.listen();

  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: options.folders[0]?.uri ?? null,
    workspaceFolders: options.folders.map(({ uri }) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
    capabilities: options.capabilities ?? pulling,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  // The server's answers wait only so long for the sources, which a slow machine may still be reading then.
  const read = async (): Promise<void> => {
    const isReading = ({ state }: { readonly state: string }): boolean => state !== 'ready';
    const status = () => connection.sendRequest<{ state: string }[]>('groundwork/status', {});
    await askUntil('sources that were read', status, folders => !folders.some(isReading));
  };
  if (!options.whileReading) await read();
  const atOnce = async <T>(send: () => Promise<T>): Promise<T> => {
    // With an answer in between nothing is left in the pipe, which would take only a part of the piece then.
    await connection.sendRequest('groundwork/status', {});
    return wire.atOnce(send);
  };

  return {
    capabilities: result.capabilities,
    /** Of the server's process. */
    pid: child.pid,
    connection,
    heard,
    /** What is sent meanwhile reaches the server in one piece, so that it meets each message before it answers another. */
    atOnce,
    /** Settles when the sources of all folders that are open now were read, and what that brought was heard. */
    read,
    configure: async (changed: unknown) => {
      settings = changed;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { groundwork: changed } });
    },
    open: (uri: string, text: string, languageId = 'markdown') => openDocument(connection, uri, text, languageId),
    /** Sends a request and takes it back at once; resolves with the answer's promise once both are sent, in one piece. */
    cancelled: async (method: string, params: unknown): Promise<{ readonly answer: Promise<unknown> }> => {
      const source = new CancellationTokenSource();
      return atOnce(async () => {
        const answer = connection.sendRequest(method, params, source.token);
        source.cancel();
        await connection.sendNotification('$/setTrace', { value: 'off' }); // written after those two
        return { answer };
      });
    },
    filesChanged: (changes: readonly { uri: string; type: 1 | 2 | 3 }[]) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', { changes }),
    /** Diagnostics as pushed for a document, once there are some that `enough` accepts. */
    pushed: async (uri: string, enough: (pushed: PublishDiagnosticsParams) => boolean = () => true) => {
      const accepts = (params: PublishDiagnosticsParams): boolean => params.uri === uri && enough(params);
      return heard.next('textDocument/publishDiagnostics', accepts);
    },
    stop: () => stop(connection, child),
  };
}

/** The server's input, which can be held back for a while. */
function createWire(input: Writable) {
  let held: Buffer[] | undefined;
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      if (held) held.push(chunk);
      else input.write(chunk);
      done();
    },
  });
  const atOnce = async <T>(send: () => Promise<T>): Promise<T> => {
    held = [];
    try {
      return await send();
    } finally {
      input.write(Buffer.concat(held));
      held = undefined;
    }
  };
  return { stream, atOnce };
}

type Connection = ReturnType<typeof createMessageConnection>;

async function openDocument(connection: Connection, uri: string, text: string, languageId: string) {
  let document = TextDocument.create(uri, languageId, 1, text);
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const textDocument = { uri };
  const at = (offset: number): { textDocument: { uri: string }; position: Position } => ({
    textDocument,
    position: document.positionAt(offset),
  });
  return {
    uri,
    textDocument,
    at,
    /** The place of these words, `skip` characters into them. */
    on: (words: string, skip = 0) => at(find(document.getText(), words) + skip),
    behind: (words: string) => at(find(document.getText(), words) + words.length),
    textIn: (range: Range) => document.getText(range),
    text: () => document.getText(),
    applied: (edits: readonly { range: Range; newText: string }[]) => TextDocument.applyEdits(document, [...edits]),
    change: async (text: string) => {
      document = TextDocument.create(uri, languageId, document.version + 1, text);
      const contentChanges = [{ text }];
      const version = document.version;
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    pull: async (previousResultId?: string) =>
      connection.sendRequest<{ kind: 'full' | 'unchanged'; resultId?: string; items: Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument, ...(previousResultId === undefined ? {} : { previousResultId }) },
      ),
  };
}

export type OpenDocument = Awaited<ReturnType<typeof openDocument>>;

function find(text: string, words: string): number {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the draft.`);
  return start;
}

/** Everything the server said of its own accord, and waiting for what it has yet to say. */
function createHearing() {
  const all: { readonly method: string; readonly params: unknown }[] = [];
  const listeners = new Set<() => void>();
  return {
    all: (method: string) => all.filter(message => message.method === method).map(message => message.params),
    add: (method: string, params: unknown): void => {
      all.push({ method, params });
      for (const listener of listeners) listener();
    },
    /** Forgets what was said so far, so that `next` waits for news. */
    forget: (): void => {
      all.length = 0;
    },
    /** `within` is in milliseconds. */
    next: <Params>(
      method: string,
      accepts: (params: Params) => boolean = () => true,
      within = patience,
    ): Promise<Params> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = all.find(message => message.method === method && accepts(message.params as Params));
          if (!found) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found.params as Params);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`The server did not say ${method} within ${within / 1000} s.`));
        }, within);
        listeners.add(look);
        look();
      }),
  };
}

/** Ends the server as the protocol says; its exit code. */
async function stop(connection: Connection, child: ChildProcess): Promise<number | null> {
  const gone = new Promise<number | null>(resolve => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const code = await gone;
  connection.dispose();
  return code;
}
