import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'mocha';
import {
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { FolderFiles, Host } from '../../src/server/host.ts';
import { serve } from '../../src/server/server.ts';

const draft = { uri: 'file:///w/draft.md', languageId: 'markdown', version: 1, text: 'Nothing is quoted.\n' };

describe('shutting down', () => {
  for (const [kind, folders] of [
    ['a folder', [{ uri: 'file:///w', name: 'w' }]],
    ['a single file', []],
  ] as const) {
    it(`is done when what was read is kept for the next start: of ${kind}`, async () => {
      const asked = createSignal();
      const kept = createSignal();
      const client = clientOf({
        close: () => {
          asked.give();
          return kept.given;
        },
      });
      const workspace = { processId: null, rootUri: null, workspaceFolders: folders, capabilities: {} };
      await client.sendRequest('initialize', workspace);
      await client.sendNotification('initialized', {});
      await client.sendNotification('textDocument/didOpen', { textDocument: draft });
      await client.sendRequest('textDocument/hover', { textDocument: draft, position: { line: 0, character: 0 } });
      let isDown = false;
      const down = client.sendRequest('shutdown').then(() => {
        isDown = true;
      });
      await Promise.race([asked.given, down]);
      // Answers come in the order in which they are given: behind this one the other would have been heard.
      await client.sendRequest('groundwork/status', {});
      assert.equal(isDown, false);
      kept.give();
      await down;
      client.dispose();
    });
  }
});

function createSignal() {
  let give = (): void => undefined;
  const given = new Promise<void>(resolve => {
    give = resolve;
  });
  return { given, give: () => give() };
}

/** An editor's side of a server whose folders hold nothing. */
function clientOf({ close }: Pick<FolderFiles, 'close'>) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const nothing = { code: '', text: '', count: 0, edits: [] };
  const files: FolderFiles = {
    settings: async () => ({ value: undefined, problems: [] }),
    settingsFile: async () => ({ uri: 'file:///w/groundwork.json', text: undefined }),
    sync: async () => undefined,
    refresh: async () => [],
    references: { read: async () => undefined, edits: async () => nothing, exported: async () => nothing },
    close,
  };
  const host: Host = {
    open: () => files,
    createEngine: settings => createEngine({ store: createSourceStore(), settings }),
    canonical: uri => uri,
  };
  const streams = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)] as const;
  serve(createConnection(ProposedFeatures.all, ...streams), host);
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return client;
}
