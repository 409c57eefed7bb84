import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CodeAction,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Requests } from '../../src/server/protocol.ts';
import { alteredDraft, bridgeFolder } from './bridge.ts';
import { type Editor, type Folder, type OpenDocument, pulling, withEditor } from './editor.ts';

const capabilities: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};
const initializationOptions = { saveCommand: 'test.save' };

describe('ignoring a finding', () => {
  it('is offered last, by a comment and in groundwork.json, which is made when it is not there', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities, initializationOptions }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const offered = await actions(editor, draft);
      const titles = offered.map(({ title }) => title);
      assert.match(titles[0] ?? '', /^Use the source/);
      assert.deepEqual(titles.slice(-2), [
        'Ignore this finding (quote-altered) with a comment here',
        'Ignore this finding (quote-altered) in groundwork.json',
      ]);
      assert.ok(offered.slice(-2).every(({ isPreferred }) => isPreferred !== true));

      const [byComment, byList] = offered.slice(-2);
      assert.equal(
        draft.applied(editsOf(byComment?.edit, draft.uri)),
        `<!-- groundwork-ignore quote-altered -->\n${alteredDraft}`,
      );
      const [made] = (byList?.edit?.documentChanges ?? []) as [CreateFile];
      assert.deepEqual([made.kind, made.uri], ['create', folder.uriOf('groundwork.json')]);
      assert.deepEqual(byList?.command?.arguments, [folder.uriOf('groundwork.json')]);
      const [edit] = editsOf(byList?.edit, folder.uriOf('groundwork.json'));
      assert.match(edit?.newText ?? '', /^\{\n {2}"ignore": \[\n {4}\{\n {6}"code": "quote-altered",/);
      folder.write('groundwork.json', edit?.newText ?? '');
      await heard(editor, folder);
      assert.deepEqual(await codes(draft), []);
      await draft.change(alteredDraft.replace('Mayor Holm', 'Holm'));
      assert.deepEqual(await codes(draft), ['quote-altered'], 'the sentence has changed');
    });
  });

  it('never is the first that is offered: where nothing can be mended, the source is', async () => {
    const folder = bridgeFolder();
    const commands = { openPassageCommand: 'test.open', evidenceCommand: 'test.evidence' };
    const options = {
      folders: [folder],
      capabilities,
      initializationOptions: { ...initializationOptions, ...commands },
    };
    await withEditor(options, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), 'Mayor Holm said that Zurich pays for the bridge.\n');
      const [first, ...others] = await actions(editor, draft, 'claim-unsupported');
      assert.deepEqual([first?.title, first?.command?.command], ['Show the source', 'test.open']);
      assert.equal(first?.command?.arguments?.[0], folder.uriOf('sources/bridge.md'));
      assert.ok(others.length > 0 && others.every(({ title }) => title.startsWith('Ignore this finding')));
      await draft.change('Holm said that it will cost 40 million euros [@nobodyAtAll1999].\n');
      const [unknown] = await actions(editor, draft, 'citation-unknown');
      assert.doesNotMatch(unknown?.title ?? 'Ignore', /^Ignore/);
    });
  });

  it('leaves what stands in groundwork.json as it is, comments of a person who may not write any too', async () => {
    const before = '{\n\t"findings": { "claim-unsupported": "off" },\n\t"ignore": []\n}\n';
    const folder = bridgeFolder({ 'groundwork.json': before });
    await withEditor({ folders: [folder], capabilities, initializationOptions }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const edit = (await actions(editor, draft)).at(-1)?.edit;
      const document = TextDocument.create('', 'json', 0, before);
      const after = TextDocument.applyEdits(document, editsOf(edit, folder.uriOf('groundwork.json')));
      assert.ok(after.startsWith('{\n\t"findings": { "claim-unsupported": "off" },\n\t"ignore": [\n\t\t{\n'), after);
      assert.equal(JSON.parse(after).ignore.length, 1);
      assert.equal(readFileSync(join(folder.path, 'groundwork.json'), 'utf8'), before, 'the server writes nothing');
    });
  });

  it('puts the entry where the editor has it, in a groundwork.json with unsaved changes', async () => {
    const folder = bridgeFolder({ 'groundwork.json': '{ "ignore": [] }\n' });
    await withEditor({ folders: [folder], capabilities, initializationOptions }, async editor => {
      const unsaved = '{\n  "claims.level": "off",\n  "ignore": []\n}\n';
      const settings = await editor.open(folder.uriOf('groundwork.json'), unsaved, 'json');
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const edit = (await actions(editor, draft)).at(-1)?.edit;
      const [change] = (edit?.documentChanges ?? []) as [TextDocumentEdit];
      assert.equal(change.textDocument.version, 1, 'of the text that is open');
      const after = JSON.parse(settings.applied(editsOf(edit, settings.uri)));
      assert.deepEqual([after['claims.level'], after.ignore.length], ['off', 1]);
    });
  });

  it('is added to by what the editor itself is set to ignore', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities, initializationOptions }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const [made] = editsOf((await actions(editor, draft)).at(-1)?.edit, folder.uriOf('groundwork.json'));
      folder.write('groundwork.json', made?.newText ?? '');
      await heard(editor, folder);
      editor.heard.forget();
      await editor.configure({ ignore: [{ code: 'quote-altered', sentence: 'Another.', hash: '0' }] });
      await editor.heard.next('workspace/diagnostic/refresh');
      assert.deepEqual(await codes(draft), [], 'the list of groundwork.json holds still');
    });
  });

  it('offers no list where the client makes no files and there is none', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const last = (await actions(editor, draft)).at(-1);
      assert.equal(last?.title, 'Ignore this finding (quote-altered) with a comment here');
    });
  });
});

describe('repairing a whole draft', () => {
  const twice = `${alteredDraft}\nShe said: “The bridge will cost 40 million dollars, and not one euro more.”\n`;
  const mended = twice.replace('50', '40').replace('dollars', 'euros');

  it('is a code action of its own kind, which nobody gets who did not ask for it', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), twice);
      for (const only of [['source.fixAll'], ['source.fixAll.groundwork'], ['source']]) {
        const [fix, ...others] = await asked(editor, draft, only);
        assert.equal(fix?.kind, 'source.fixAll.groundwork');
        assert.deepEqual(others, []);
        assert.equal(draft.applied(editsOf(fix?.edit, draft.uri)), mended);
      }
      assert.deepEqual(await asked(editor, draft, ['source.organizeImports']), []);
      assert.deepEqual(await asked(editor, draft, undefined), []);
      await draft.change(mended);
      assert.deepEqual(await asked(editor, draft, ['source.fixAll']), []);
    });
  });

  it('can be looked at first: every part is to be confirmed', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), twice);
      const params = { textDocument: draft.textDocument };
      const answer = await editor.connection.sendRequest<Requests['groundwork/fixAll']['result']>(
        'groundwork/fixAll',
        params,
      );
      assert.equal(answer?.count, 2);
      assert.equal(answer?.edit.changeAnnotations?.words?.needsConfirmation, true);
      // VS Code leaves the boxes of what needs confirmation empty.
      assert.match(answer?.edit.changeAnnotations?.words?.description ?? '', /tick what is to be changed$/);
      const edits = editsOf(answer?.edit, draft.uri);
      assert.ok(edits.every(edit => 'annotationId' in edit && edit.annotationId === 'words'));
      assert.equal(draft.applied(edits), mended);
    });
  });
});

describe('repairing the rest of a draft', () => {
  const text = [
    'Mayor Holm said: “The bridge will cost 40 million euros, and not one euro more.”',
    'Work starts in the spring of 2026.',
    'She said again: “The bridge will cost 40 million euros”.',
    '',
  ].join('\n\n');

  it('offers what has one fix only, each kind to be confirmed by itself, and does none of it on saving', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const answer = await editor.connection.sendRequest<Requests['groundwork/fixAll']['result']>('groundwork/fixAll', {
        textDocument: draft.textDocument,
      });
      assert.equal(answer?.count, 3);
      const { changeAnnotations } = answer?.edit ?? {};
      assert.ok(changeAnnotations?.uncited?.needsConfirmation && changeAnnotations?.claim?.needsConfirmation);
      const mended = draft.applied(editsOf(answer?.edit, draft.uri));
      assert.match(mended, /more\.”\[\^1\]\n\nWork starts in the spring of 2025\.\n\nShe said again: “.*”\[\^1\]\.\n/);
      assert.equal(mended.match(/^\[\^1\]: /gm)?.length, 1, 'one note for both');
      assert.deepEqual(await asked(editor, draft, ['source.fixAll']), []);
    });
  });
});

describe('sources that cannot be read', () => {
  it('have a diagnostic on their own file until they can be read, or until it is switched off', async () => {
    const folder = bridgeFolder({ 'sources/empty.txt': '' });
    await withEditor({ folders: [folder] }, async editor => {
      const uri = folder.uriOf('sources/empty.txt');
      const { diagnostics } = await editor.pushed(uri);
      assert.equal(diagnostics.length, 1);
      assert.equal(diagnostics[0]?.code, 'source-unreadable');
      assert.equal(diagnostics[0]?.severity, 3);
      assert.match(String(diagnostics[0]?.message), /^sources\/empty\.txt .*empty/);

      editor.heard.forget();
      folder.write('groundwork.json', '{ "findings": { "source-unreadable": "off" } }');
      await heard(editor, folder);
      const gone = await editor.pushed(uri);
      assert.deepEqual(gone.diagnostics, []);
    });
  });
});

async function actions(editor: Editor, draft: OpenDocument, of = 'quote-altered'): Promise<CodeAction[]> {
  const { items } = await draft.pull();
  const found = items.find(({ code }) => code === of);
  assert.ok(found, items.map(({ code }) => code).join());
  const params = { textDocument: draft.textDocument, range: found.range, context: { diagnostics: [found] } };
  return editor.connection.sendRequest('textDocument/codeAction', params);
}

async function asked(editor: Editor, draft: OpenDocument, only: readonly string[] | undefined): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  const params = { textDocument: draft.textDocument, range: draft.on('The').position, context };
  const { position } = draft.on('The');
  return editor.connection.sendRequest('textDocument/codeAction', {
    ...params,
    range: { start: position, end: position },
  });
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string): TextEdit[] {
  const of = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'edits' in change && change.textDocument.uri === uri,
  );
  return of.flatMap(({ edits }) => edits as TextEdit[]);
}

async function codes(draft: OpenDocument): Promise<unknown[]> {
  return (await draft.pull()).items.map(({ code }) => code).filter(code => code === 'quote-altered');
}

/** Tells of the written groundwork.json and waits until the server has taken it in. */
async function heard(editor: Editor, folder: Folder): Promise<void> {
  editor.heard.forget();
  const changes = [{ uri: folder.uriOf('groundwork.json'), type: 1 }];
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await editor.heard.next('workspace/diagnostic/refresh');
}
