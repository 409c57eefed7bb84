import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import type { CheckSummary } from '../../src/server/protocol.ts';
import { alteredDraft, bridgeArticle, bridgeFolder } from './bridge.ts';
import { createFolder, type OpenDocument, simple, withEditor } from './editor.ts';

describe('diagnostics over stdio', () => {
  it('are pulled: smallest range, code, link to its section, source passage, fixes', async () => {
    const folder = createFolder({}, true);
    const initializationOptions = { readme: 'file:///groundwork/README.md' };
    await withEditor({ folders: [folder], initializationOptions }, async editor => {
      assert.deepEqual(editor.capabilities.diagnosticProvider, {
        interFileDependencies: true,
        workspaceDiagnostics: false,
      });
      const text = readFileSync(join(folder.path, 'seeds/draft.md'), 'utf8');
      const draft = await editor.open(folder.uriOf('seeds/draft.md'), text);
      const { kind, items } = await draft.pull();
      assert.equal(kind, 'full');
      const altered = found(items, draft, 'good');
      assert.equal(altered.code, 'quote-altered');
      assert.equal(altered.severity, 2);
      assert.equal(altered.source, 'groundwork');
      assert.equal(altered.codeDescription?.href, 'file:///groundwork/README.md#quote-altered');
      assert.match(String(altered.message), /great/);
      const [related] = altered.relatedInformation ?? [];
      assert.equal(related?.location.uri, folder.uriOf('seeds/000_8b6e00a719bda484.txt'));
      assert.equal(related?.location.range.start.line, 10);
      assert.match(String(found(items, draft, 'Vienna').message), /Budapest/);
    });
  });

  it('are unchanged for the same text over the same sources', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const { resultId } = await draft.pull();
      assert.deepEqual(await draft.pull(resultId), { kind: 'unchanged', resultId });
      await draft.change(alteredDraft.replace('50', '40'));
      const after = await draft.pull(resultId);
      assert.equal(after.kind, 'full');
      assert.ok(!after.items.some(({ code }) => code === 'quote-altered'));
    });
  });

  it('are pushed, with the version, to clients that do not pull, and cleared on close', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities: simple }, async editor => {
      assert.equal(editor.capabilities.diagnosticProvider, undefined);
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const first = await editor.pushed(draft.uri);
      assert.equal(first.version, 1);
      const [altered] = first.diagnostics.filter(({ code }) => code === 'quote-altered');
      assert.ok(altered);
      assert.equal(draft.textIn(altered.range), '50');
      assert.equal(altered.relatedInformation, undefined, 'the client cannot show it');
      await draft.change(alteredDraft.replace('50', '40'));
      const second = await editor.pushed(draft.uri, ({ version }) => version === 2);
      assert.ok(!second.diagnostics.some(({ code }) => code === 'quote-altered'));
      editor.heard.forget();
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: draft.textDocument });
      await editor.pushed(draft.uri, ({ diagnostics }) => diagnostics.length === 0);
    });
  });

  it('are taken back when the folder is removed', async () => {
    const folder = bridgeFolder();
    const capabilities = { ...simple, workspace: { workspaceFolders: true } };
    await withEditor({ folders: [folder], capabilities }, async editor => {
      const draft = await editor.open(folder.uriOf('texts/draft.md'), alteredDraft);
      await editor.pushed(draft.uri, ({ diagnostics }) => diagnostics.length > 0);
      editor.heard.forget();
      const event = { added: [], removed: [{ uri: folder.uri, name: 'folder' }] };
      await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await editor.pushed(draft.uri, ({ diagnostics }) => diagnostics.length === 0);
    });
  });

  it('are of the latest text: a check that a later one overtakes is answered with the later one', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      await draft.pull();
      // No two of them alike: what was found out of one spares nothing of the next.
      await draft.change(Array.from({ length: 2000 }, (_, i) => alteredDraft.replace('50', `5${i}`)).join('\n'));
      const params = { textDocument: draft.textDocument };
      const requests: Promise<unknown>[] = [];
      await editor.atOnce(async () => {
        for (const method of ['groundwork/check', 'groundwork/uses', 'groundwork/fixAll'])
          requests.push(editor.connection.sendRequest(method, params));
        await draft.change(alteredDraft);
      });
      const [asked] = await Promise.all(requests);
      assert.equal((asked as CheckSummary).quotations, 1);
    });
  });

  it('stand at the right place behind emoji, in CRLF lines, without a newline at the end', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const text = `Prices 🌉🌉 rise.\r\n\r\n👩‍👩‍👧 ${alteredDraft.trim()}`;
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const altered = found((await draft.pull()).items, draft, '50');
      assert.deepEqual(altered.range.start, { line: 2, character: '👩‍👩‍👧 '.length + alteredDraft.indexOf('50') });
    });
  });

  it('are absent on a source, in other languages, and where there are no sources', async () => {
    const empty = createFolder({});
    const folder = bridgeFolder();
    await withEditor({ folders: [folder, empty] }, async editor => {
      const source = await editor.open(folder.uriOf('sources/bridge.md'), bridgeArticle);
      const code = await editor.open(folder.uriOf('draft.ts'), alteredDraft, 'typescript');
      const lone = await editor.open(empty.uriOf('draft.md'), alteredDraft);
      for (const document of [source, code, lone]) assert.deepEqual((await document.pull()).items, [], document.uri);
    });
  });

  it('come for unsaved documents too, from the first folder, and for each folder from its own sources', async () => {
    const folder = bridgeFolder();
    const other = createFolder({ 'sources/other.txt': bridgeArticle.replace('40', '50') });
    await withEditor({ folders: [folder, other] }, async editor => {
      const unsaved = await editor.open('untitled:Untitled-1', alteredDraft);
      found((await unsaved.pull()).items, unsaved, '50');
      const elsewhere = await editor.open(other.uriOf('draft.md'), alteredDraft);
      assert.ok(!(await elsewhere.pull()).items.some(({ code }) => code === 'quote-altered'));
    });
  });

  it('use the sources beside a document that was opened without a folder', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      await draft.pull(); // what opens that folder
      await editor.read();
      found((await draft.pull()).items, draft, '50');
    });
  });

  it('answer a cancelled request with the error that says so', async () => {
    const folder = createFolder(manySources());
    await withEditor({ folders: [folder], whileReading: true }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft.repeat(200));
      const { answer } = await editor.cancelled('textDocument/diagnostic', { textDocument: draft.textDocument });
      await assert.rejects(answer, { code: -32800 });
      await editor.read();
      assert.ok((await draft.pull()).items.length > 0, 'and the next one is answered');
    });
  });

  it('survive a draft that is empty, unclosed or of 2 MB', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      for (const text of [
        '',
        '“',
        'He said “The bridge',
        `${'Words and more words. '.repeat(95_000)}\n\n${alteredDraft}`,
      ]) {
        const draft = await editor.open(folder.uriOf(`draft-${text.length}.md`), text);
        const { kind, items } = await draft.pull();
        assert.equal(kind, 'full');
        if (text.length > 1e6) found(items, draft, '50');
      }
    });
  }).timeout(180_000);

  it('never pop up: bad settings are logged, told in the status, and the default is used', async () => {
    const folder = bridgeFolder({ 'groundwork.json': '{ "claims": { "level": "some" }, "colour": "red" }' });
    const options = { folders: [folder], settings: { hover: { enabled: 'yes' } } };
    await withEditor(options, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      found((await draft.pull()).items, draft, '50');
      const logged = editor.heard.all('window/logMessage').map(params => (params as { message: string }).message);
      for (const key of ['claims.level', 'colour', 'hover.enabled']) {
        assert.ok(
          logged.some(message => message.includes(key)),
          `${key} in ${logged.join('\n')}`,
        );
      }
      assert.deepEqual(editor.heard.all('window/showMessage'), []);
      const [status] = await editor.connection.sendRequest<{ settingProblems: string[] }[]>('groundwork/status', {});
      assert.equal(status?.settingProblems.length, 3);
    });
  });

  it('follow the settings', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      found((await draft.pull()).items, draft, '50');
      editor.heard.forget();
      await editor.configure({ findings: { 'quote-altered': 'off' } });
      await editor.heard.next('workspace/diagnostic/refresh');
      assert.ok(!(await draft.pull()).items.some(({ code }) => code === 'quote-altered'));
    });
  });
});

function found(items: readonly Diagnostic[], draft: OpenDocument, words: string): Diagnostic {
  const diagnostic = items.find(({ range }) => draft.textIn(range) === words);
  const all = items.map(({ range, code }) => `${code}: ${draft.textIn(range)}`);
  assert.ok(diagnostic, `a diagnostic on “${words}” among ${all.join(' | ')}`);
  return diagnostic;
}

/** Enough to keep the first reading busy while a request is cancelled. */
function manySources(): Record<string, string> {
  const entries = Array.from({ length: 300 }, (_, i) => [`sources/${i}.md`, bridgeArticle.replace('40', `${i}`)]);
  return Object.fromEntries(entries);
}
