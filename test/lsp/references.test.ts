import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { FileChangeType, type Hover, type MarkupContent } from 'vscode-languageserver';
import type { Requests } from '../../src/server/protocol.ts';
import { bridgeFolder } from './bridge.ts';
import { withEditor } from './editor.ts';

type Result<Method extends keyof Requests> = Requests[Method]['result'];

const bib = '@article{own1, title = {A book of its own}, author = {Kant, Ida}, date = {1999}}\n';

describe('the references of a draft over stdio', () => {
  it('are written as a bibliography, brought up to date, and exported', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), 'It is long [@odeBridgeWillCost2024].\n');
      const { textDocument } = draft;
      const ask = () =>
        editor.connection.sendRequest<Result<'groundwork/bibliography'>>('groundwork/bibliography', { textDocument });
      const { edits, count, version } = await ask();
      assert.deepEqual([count, version], [1, 1]);
      const written = draft.applied(edits);
      assert.match(written, /## References[\s\S]*Ode, R\. \(2024/);
      await draft.change(written);
      assert.deepEqual((await ask()).edits, [], 'nothing to bring up to date');
      const params = { textDocument, format: 'biblatex' };
      const exported = await editor.connection.sendRequest<Result<'groundwork/exportCited'>>(
        'groundwork/exportCited',
        params,
      );
      assert.match(exported?.text ?? '', /odeBridgeWillCost2024/);
    });
  });

  it('are told by the pointer, those among the sources and those that only the draft’s bibliography has', async () => {
    const folder = bridgeFolder({ 'own.bib': bib });
    const text = '---\nbibliography: own.bib\n---\n\nSo it is [@own1], and so not [@own2].\n';
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const card = async (words: string): Promise<string> => {
        const shown = await editor.connection.sendRequest<Hover>('textDocument/hover', draft.on(words, 2));
        return (shown.contents as MarkupContent).value;
      };
      assert.equal(await card('@own1'), '**Not among the sources** · A book of its own, Ida Kant, 1999');
      assert.equal(await card('@own2'), '**No known source** · own2');
    });
  });

  it('include those of the bibliography that the draft names', async () => {
    const folder = bridgeFolder({ 'own.bib': bib });
    const text = '---\nbibliography: own.bib\n---\n\nSo it is [@own1], and so not [@own2].\n';
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const { items } = await draft.pull();
      const unknown = items.filter(({ code }) => code === 'citation-unknown').map(({ range }) => draft.textIn(range));
      assert.equal(unknown.length, 1);
      assert.match(unknown[0] ?? '', /own2/);

      folder.write('own.bib', bib + bib.replace('own1', 'own2'));
      editor.heard.forget();
      await editor.filesChanged([{ uri: folder.uriOf('own.bib'), type: FileChangeType.Changed }]);
      await editor.heard.next('workspace/diagnostic/refresh');
      assert.deepEqual((await draft.pull()).items, [], 'the file is read again when it changed');
    });
  });

  it('are watched wherever the draft’s front matter says that they are', async () => {
    const folder = bridgeFolder();
    const elsewhere = bridgeFolder();
    const entries = (...ids: string[]): string => JSON.stringify(ids.map(id => ({ id, type: 'book', title: id })));
    elsewhere.write('own.json', entries('own1'));
    const text = `---\nbibliography: ${fileURLToPath(elsewhere.uriOf('own.json'))}\n---\n\nSo it is [@own1], and so not [@own2].\n`;
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      assert.equal((await draft.pull()).items.filter(({ code }) => code === 'citation-unknown').length, 1);
      type Registered = { registrations: { registerOptions?: { watchers?: unknown[] } }[] };
      await editor.heard.next<Registered>('client/registerCapability', ({ registrations }) =>
        registrations.some(({ registerOptions }) =>
          JSON.stringify(registerOptions?.watchers).includes(
            JSON.stringify({ baseUri: elsewhere.uri, pattern: 'own.json' }),
          ),
        ),
      );
      elsewhere.write('own.json', entries('own1', 'own2'));
      editor.heard.forget();
      await editor.filesChanged([{ uri: elsewhere.uriOf('own.json'), type: FileChangeType.Changed }]);
      await editor.heard.next('workspace/diagnostic/refresh');
      assert.deepEqual((await draft.pull()).items, []);
    });
  });

  it('are none where nothing is cited', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const { textDocument } = await editor.open(folder.uriOf('draft.md'), 'Nothing is cited here by anybody.\n');
      const params = { textDocument };
      const written = await editor.connection.sendRequest<Result<'groundwork/bibliography'>>(
        'groundwork/bibliography',
        params,
      );
      assert.equal(written.count, 0);
    });
  });
});
