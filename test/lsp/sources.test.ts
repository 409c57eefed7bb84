import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import picomatch from 'picomatch';
import type { FolderStatus, ProposedQuote, Requests } from '../../src/server/protocol.ts';
import { alteredDraft, bridgeArticle, bridgeFolder } from './bridge.ts';
import { createFolder, type Editor, type OpenDocument, simple, withEditor } from './editor.ts';

const [created, changed, deleted] = [1, 2, 3] as const;

/** Whether an editor that was asked to watch so would tell of a file. */
function watches(asked: unknown, uri: string): boolean {
  type Asked = { registrations: { registerOptions: { watchers?: { globPattern: GlobPattern }[] } }[] };
  type GlobPattern = { baseUri: string; pattern: string };
  return (asked as Asked).registrations.some(({ registerOptions }) =>
    registerOptions.watchers?.some(({ globPattern: { baseUri, pattern } }) => {
      const below = uri.startsWith(`${baseUri}/`) ? decodeURIComponent(uri.slice(baseUri.length + 1)) : undefined;
      return below !== undefined && picomatch.isMatch(below, pattern);
    }),
  );
}

describe('sources over stdio', () => {
  it('are watched where the settings name them, and progress is shown while they are read', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      type Registered = {
        registrations: { method: string; registerOptions: { watchers: { globPattern: unknown }[] } }[];
      };
      const { registrations } = await editor.heard.next<Registered>('client/registerCapability', params =>
        params.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'),
      );
      const patterns = registrations[0]?.registerOptions.watchers.map(({ globPattern }) => globPattern);
      assert.deepEqual(patterns, [
        { baseUri: folder.uri, pattern: 'groundwork.json' },
        { baseUri: folder.uri, pattern: '**/*.bib' },
        { baseUri: folder.uri, pattern: 'sources/**' },
        { baseUri: folder.uri, pattern: 'seeds/**' },
      ]);
      await editor.heard.next<{ value: { kind: string } }>('$/progress', ({ value }) => value.kind === 'end');
      const kinds = editor.heard.all('$/progress').map(params => (params as { value: { kind: string } }).value.kind);
      assert.equal(kinds[0], 'begin');
      assert.equal(kinds.at(-1), 'end');
      assert.equal(kinds.filter(kind => kind !== 'report').length, 2);
    });
  });

  it('that change, come or go are read again, and drafts are checked again', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      assert.ok((await codes(draft)).includes('quote-altered'));

      folder.write('sources/bridge.md', bridgeArticle.replace('40', '50'));
      await news(editor, folder.uriOf('sources/bridge.md'), changed);
      assert.ok(!(await codes(draft)).includes('quote-altered'));

      folder.remove('sources/bridge.md');
      folder.write('sources/deep/down/old.txt', bridgeArticle);
      await news(editor, folder.uriOf('sources/deep'), created);
      assert.ok((await codes(draft)).includes('quote-altered'));

      folder.remove('sources/deep');
      await news(editor, folder.uriOf('sources/deep'), deleted);
      assert.deepEqual(await codes(draft), [], 'no sources, nothing to say');
    });
  });

  for (const [how, include] of [
    ['by steps up', () => '../library/*.md'],
    ['by an absolute pattern', (path: string) => `${path}/library/*.md`],
    ['by the path of a folder', (path: string) => `${path}/library`],
  ] as const) {
    it(`that lie outside the folder are watched and read again too, named ${how}`, async () => {
      const whole = createFolder({ 'library/bridge.md': bridgeArticle });
      whole.write('work/groundwork.json', JSON.stringify({ 'sources.include': [include(whole.path)] }));
      const folder = { ...whole, path: `${whole.path}/work`, uri: whole.uriOf('work') };
      await withEditor({ folders: [folder] }, async editor => {
        await editor.heard.next('client/registerCapability', asked => watches(asked, whole.uriOf('library/bridge.md')));
        const draft = await editor.open(whole.uriOf('work/draft.md'), alteredDraft);
        assert.ok((await codes(draft)).includes('quote-altered'));
        whole.write('library/bridge.md', bridgeArticle.replace('40', '50'));
        await news(editor, whole.uriOf('library/bridge.md'), changed);
        assert.ok(!(await codes(draft)).includes('quote-altered'));
      });
      whole.remove('');
    });
  }

  it('follow a changed groundwork.json', async () => {
    const folder = bridgeFolder({ 'other/bridge.md': bridgeArticle.replace('40', '50') });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      assert.ok((await codes(draft)).includes('quote-altered'));
      folder.write('groundwork.json', '{ "sources": { "include": ["other/**"] } }');
      await news(editor, folder.uriOf('groundwork.json'), created);
      assert.ok(!(await codes(draft)).includes('quote-altered'));
    });
  });

  it('are read again on save by clients that watch nothing, and by the command', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities: simple }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const isAltered = (diagnostics: { code?: unknown }[]): boolean =>
        diagnostics.some(({ code }) => code === 'quote-altered');
      await editor.pushed(draft.uri, ({ diagnostics }) => isAltered(diagnostics));
      const source = await editor.open(folder.uriOf('sources/bridge.md'), bridgeArticle);
      folder.write('sources/bridge.md', bridgeArticle.replace('40', '50'));
      await editor.connection.sendNotification('textDocument/didSave', { textDocument: source.textDocument });
      await editor.pushed(draft.uri, ({ diagnostics }) => !isAltered(diagnostics));
      editor.heard.forget();
      folder.write('sources/bridge.md', bridgeArticle);
      await editor.connection.sendRequest('workspace/executeCommand', { command: 'groundwork.server.reindex' });
      await editor.pushed(draft.uri, ({ diagnostics }) => isAltered(diagnostics));
    });
  });

  it('that cannot be read are told with their reason, and the rest goes on', async () => {
    const folder = bridgeFolder({
      'sources/empty.txt': '',
      'sources/noise.md': '\u0000\u0001\u0002\u0000binary\u0000',
    });
    await withEditor({ folders: [folder], initializationOptions: { statusNotifications: true } }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      assert.ok((await codes(draft)).includes('quote-altered'));
      const [status] = await editor.connection.sendRequest<FolderStatus[]>('groundwork/status', {});
      assert.equal(status?.state, 'ready');
      assert.deepEqual(
        status?.sources.map(({ path }) => path),
        ['sources/bridge.md'],
      );
      assert.deepEqual(
        status?.problems.map(({ path }) => path),
        ['sources/empty.txt', 'sources/noise.md'],
      );
      for (const { message } of status?.problems ?? []) assert.ok(message.length > 3, message);
      await editor.heard.next(
        'groundwork/statusChanged',
        (sum: { state: string; sources: number; problems: number }) =>
          sum.state === 'ready' && sum.sources === 1 && sum.problems === 2,
      );
      assert.deepEqual(editor.heard.all('window/showMessage'), []);
    });
  });

  it('are found by words and inserted as a quotation with its citation', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), 'The mayor is firm. \n\nMore.\n');
      const place = draft.behind('firm. ');
      const [first] = await editor.connection.sendRequest<ProposedQuote[]>('groundwork/findQuotes', {
        ...place,
        query: 'milion euros',
        limit: 5,
      });
      assert.equal(first?.quoted, true);
      assert.match(first?.speaker ?? '', /Ida Holm/);
      assert.equal(first?.place, 'line 9');
      type Inserted = Requests['groundwork/insertQuote']['result'];
      const params = { ...place, handle: first?.handle };
      const { edits } = await editor.connection.sendRequest<Inserted>('groundwork/insertQuote', params);
      assert.match(
        draft.applied(edits),
        /^The mayor is firm\. “The bridge will cost 40 million euros, and not one euro more[.,]?”\[\^1\]\n\nMore\.\n\n\[\^1\]: .*\n$/,
      );
      const empty = { ...place, query: '', limit: 5 };
      assert.ok((await editor.connection.sendRequest<unknown[]>('groundwork/findQuotes', empty)).length >= 0);
    });
  });

  it('that change a thousand at a time are one batch, or a few on a machine that stands still meanwhile', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], initializationOptions: { statusNotifications: true } }, async editor => {
      const names = Array.from({ length: 1000 }, (_, i) => `sources/burst/${i}.txt`);
      for (const name of names) folder.write(name, `Source ${name}.`);
      editor.heard.forget();
      await editor.atOnce(async () => {
        for (let from = 0; from < names.length; from += 50) {
          const changes = names.slice(from, from + 50).map(name => ({ uri: folder.uriOf(name), type: created }));
          await editor.filesChanged(changes);
        }
      });
      await editor.heard.next('groundwork/statusChanged', (sum: { sources: number }) => sum.sources === 1001);
      const batches = editor.heard.all('groundwork/statusChanged').length;
      assert.ok(batches <= 4, `${batches} batches`);
    });
  });

  it('are read on when the reading was cancelled, with the next change', async () => {
    // The reading may be done before the word to stop it arrives: then there were not enough sources.
    for (const count of [1500, 4500, 13_500]) if (await stoppedInTime(count)) return;
    assert.fail('the reading was not stopped');
  }).timeout(180_000);

  it('of folders that come and go count for their own drafts', async () => {
    const folder = bridgeFolder();
    const late = createFolder({ 'sources/other.txt': bridgeArticle.replace('40', '50') });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(late.uriOf('draft.md'), alteredDraft);
      assert.ok((await codes(draft)).includes('quote-altered'), 'by the first folder');
      const event = { added: [{ uri: late.uri, name: 'late' }], removed: [{ uri: folder.uri, name: 'first' }] };
      editor.heard.forget();
      await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await editor.heard.next('workspace/diagnostic/refresh');
      assert.ok(!(await codes(draft)).includes('quote-altered'), 'by its own');
    });
  });
});

/** Cancels the first reading of so many sources; false when it was done before that. */
async function stoppedInTime(count: number): Promise<boolean> {
  const many = Array.from({ length: count - 1 }, (_, i) => [`sources/${i}.txt`, `Source ${i}. `.repeat(200)]);
  const folder = bridgeFolder(Object.fromEntries(many));
  const initializationOptions = { statusNotifications: true };
  let inTime = false;
  await withEditor({ folders: [folder], initializationOptions, whileReading: true }, async editor => {
    type Begun = { token: string; value: { kind: string } };
    const { token } = await editor.heard.next<Begun>('$/progress', ({ value }) => value.kind === 'begin');
    await editor.connection.sendNotification('window/workDoneProgress/cancel', { token });
    type Sum = { state: string; sources: number; pending: number };
    const stopped = await editor.heard.next<Sum>('groundwork/statusChanged', ({ state }) => state === 'ready');
    assert.equal(stopped.sources + stopped.pending, count, 'it says how many were not read');
    inTime = stopped.sources < count;
    await editor.filesChanged([{ uri: folder.uriOf('sources/7.txt'), type: changed }]);
    await editor.heard.next('groundwork/statusChanged', (sum: Sum) => sum.state === 'ready' && sum.sources === count);
  });
  return inTime;
}

async function codes(draft: OpenDocument): Promise<unknown[]> {
  return (await draft.pull()).items.map(({ code }) => code);
}

/** Tells the server of a change on disk and waits until it wants the drafts looked at again. */
async function news(editor: Editor, uri: string, type: 1 | 2 | 3): Promise<void> {
  editor.heard.forget();
  await editor.filesChanged([{ uri, type }]);
  await editor.heard.next('workspace/diagnostic/refresh');
}
