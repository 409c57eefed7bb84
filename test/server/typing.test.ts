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
import type { Engine } from '../../src/engine/types.ts';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Host } from '../../src/server/host.ts';
import { serve } from '../../src/server/server.ts';

const text = 'Lind said, “the bridge';
const draft = { uri: 'file:///w/draft.md', languageId: 'markdown', version: 1, text };
const asked = { textDocument: draft, position: { line: 0, character: text.length } };

describe('while the writer types', () => {
  it('what works in the background is told of each key, and that it is answered', async () => {
    const { client, told } = await typing(engine => engine);
    const list = await client.sendRequest<{ items: unknown[] }>('textDocument/completion', asked);
    assert.ok(list.items.length > 0);
    assert.deepEqual(told, ['typed', 'typed', 'answered']);
    client.dispose();
  });

  it('it is told so also where the answer fails', async () => {
    const broken = (engine: Engine): Engine => ({
      ...engine,
      complete: () => {
        throw new Error('broken');
      },
      withSettings: settings => broken(engine.withSettings(settings)),
    });
    const { client, told } = await typing(broken);
    await assert.rejects(client.sendRequest('textDocument/completion', asked), /broken/);
    assert.equal(told.at(-1), 'answered');
    client.dispose();
  });
});

/** An editor in which a draft was just opened beside one source, and what the background was told. */
async function typing(change: (engine: Engine) => Engine) {
  const told: string[] = [];
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const streams = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)] as const;
  const courtesy = {
    typed: () => void told.push('typed'),
    answered: () => void told.push('answered'),
    calm: async () => {},
  };
  serve(createConnection(ProposedFeatures.all, ...streams), { ...hostOf(change), courtesy });
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  const workspace = {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities: {},
  };
  await client.sendRequest('initialize', workspace);
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', { textDocument: draft });
  // Waits until the sources were read.
  await client.sendRequest('textDocument/hover', asked);
  return { client, told };
}

function hostOf(change: (engine: Engine) => Engine): Host {
  const source = {
    id: 'a',
    uri: 'file:///w/a.txt',
    path: 'a.txt',
    title: 'A',
    authors: [],
    text: 'Lind waited. The bridge will cost 40 million.',
    hash: '1',
  };
  const nothing = { code: '', text: '', count: 0, edits: [] };
  return {
    open: () => ({
      settings: async () => ({ value: undefined, problems: [] }),
      settingsFile: async () => ({ uri: 'file:///w/groundwork.json', text: undefined }),
      sync: async store => store.put(source.uri, { sources: [source], problems: [] }),
      refresh: async () => [],
      references: { read: async () => undefined, edits: async () => nothing, exported: async () => nothing },
      close: async () => undefined,
    }),
    createEngine: settings => change(createEngine({ store: createSourceStore(), settings })),
    canonical: uri => uri,
  };
}
