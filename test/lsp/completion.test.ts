import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import { bridgeFolder } from './bridge.ts';
import { createFolder, type Editor, type Folder, type OpenDocument, simple, withEditor } from './editor.ts';

const quote = 'The bridge will cost 40 million euros, and not one euro more,';

describe('quote completion over stdio', () => {
  it('is asked for on marks and the space, never on letters', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const { triggerCharacters, resolveProvider } = editor.capabilities.completionProvider ?? {};
      assert.deepEqual(triggerCharacters, ['"', '“', '«', "'", '‘', '„', ' ', '@', '^', '{']);
      assert.equal(resolveProvider, true);
    });
  });

  it('offers exact words over what was typed, on one line, and the list stays live', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await read(editor, folder, 'Mayor Holm said, “The brid\n\nMore text.\n');
      const list = await complete(editor, draft, '“The brid');
      assert.equal(list.isIncomplete, true);
      const [first] = list.items;
      const edit = editOf(first);
      assert.equal(draft.textIn(edit.range), '“The brid');
      assert.equal(edit.range.start.line, edit.range.end.line);
      assert.ok(edit.newText.startsWith(`“${quote.slice(0, -1)}`), edit.newText);
      assert.equal(edit.newText.split('”').length, 2);
      assert.ok(first?.filterText?.startsWith('“The brid'), 'the editor keeps it');
      assert.match(first?.labelDetails?.description ?? '', /Ida Holm/);
      const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
      const { value = '' } = typeof resolved.documentation === 'object' ? resolved.documentation : {};
      assert.match(value, /^[^>]*\*\*The bridge will cost 40/, 'the words first, at full width');
      assert.match(value, /\n\nIda Holm · Bridge will cost more than planned.*2024-03-02/);
      assert.equal(first?.detail, undefined, 'editors break it within words');
      const order = list.items.map(({ sortText }) => sortText ?? '');
      assert.deepEqual(order, [...order].sort());
    });
  });

  it('tells quotes that begin alike apart by their ends', async () => {
    const more = '“The bridge will cost 40 million euros when it is done at last,” said Mayor Ida Holm in May.\n';
    const folder = bridgeFolder({ 'sources/later.md': more });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await read(editor, folder, 'Mayor Holm said, “The brid\n\nMore text.\n');
      const labels = (await complete(editor, draft, '“The brid')).items.map(({ label }) => label);
      assert.equal(new Set(labels).size, labels.length, labels.join('\n'));
      assert.ok(
        labels.some(label => /^The bridge.*… .*more,?$/.test(label)),
        labels.join('\n'),
      );
    });
  });

  for (const [name, rest] of [
    ['a newline', '\n\nMore text.\n'],
    ['no newline', '\n\nMore text.'],
    ['definitions', '\n\nMore text.[^9]\n\n[^9]: Another source.'],
    ['CRLF lines', '\r\n\r\nMore text.\r\n'],
  ] as const) {
    it(`adds the footnote behind the end of a draft with ${name}`, async () => {
      const folder = bridgeFolder();
      await withEditor({ folders: [folder] }, async editor => {
        const before = `Mayor Holm said, “The brid`;
        const draft = await read(editor, folder, before + rest);
        const [first] = (await complete(editor, draft, '“The brid')).items;
        const own = editOf(first).range;
        const additional = first?.additionalTextEdits ?? [];
        for (const { range } of additional) assert.ok(range.start.line > own.end.line, 'not on the line of the edit');
        const after = draft.applied([editOf(first), ...additional]);
        assert.match(after, /\[\^(\d+)\][\s\S]*\n\[\^\1\]: .*bridge\.md(\r?\n)?$/);
        assert.ok(after.includes(rest.trim().split(/\r?\n/)[0] ?? ''), 'what stood there stays');
      });
    });
  }

  it('leaves the cursor behind the quote where the draft ends there', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await read(editor, folder, 'Mayor Holm said, “The brid');
      const [first] = (await complete(editor, draft, '“The brid')).items;
      assert.equal(first?.insertTextFormat, 2);
      assert.match(editOf(first).newText, /^“The bridge [^$]*”\[\^1\]\$0\n\n\[\^1\]: /);
      assert.deepEqual(first?.additionalTextEdits, []);
    });
  });

  it('replaces the mark that the editor closed by itself', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await read(editor, folder, 'Mayor Holm said, "The brid"\n\nMore.\n');
      const [first] = (await complete(editor, draft, '"The brid')).items;
      assert.equal(draft.textIn(editOf(first).range), '"The brid"');
      assert.equal(editOf(first).newText.split('"').length, 3);
    });
  });

  it('writes the documentation only when it is asked for, with source text that cannot become markup', async () => {
    const text = '“We *will* <b>not</b> pay [twice](http://evil.example) for www.example.com,” said Mayor Holm.\n';
    const folder = createFolder({ 'sources/a.txt': text });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await read(editor, folder, 'Holm said: “We will\n\nMore.\n');
      const [first] = (await complete(editor, draft, '“We will')).items;
      assert.ok(first);
      assert.equal(first.documentation, undefined);
      const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
      const documentation = typeof resolved.documentation === 'object' ? resolved.documentation : undefined;
      assert.equal(documentation?.kind, 'markdown');
      assert.match(documentation?.value ?? '', /\*\*We \\\*will\\\* &lt;b\\>not&lt;\/b\\> pay \\\[twice\\\]/);
      assert.doesNotMatch(documentation?.value ?? '', /:\/\/|www\.example/);
    });
  });

  it('is plain for a client that knows no more', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities: simple }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), 'Mayor Holm said, “The brid');
      await editor.pushed(draft.uri);
      const [first] = (await complete(editor, draft, '“The brid')).items;
      assert.equal(first?.insertTextFormat, 1);
      assert.equal(first?.labelDetails, undefined);
      const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
      assert.equal(typeof resolved.documentation === 'object' && resolved.documentation.kind, 'plaintext');
    });
  });

  it('answers nothing between words, in code, links and front matter, and when it is switched off', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const cases = [
        ['Mayor Holm said The brid', ''],
        ["It's the bridge that isn't The brid", ''],
        ['`x = "The brid', '`'],
        ['```\n"The brid', '\n```\n'],
        ['---\ntitle: "The brid', '\n---\n'],
        ['See [here](https://example.com/"The brid', ')'],
      ] as const;
      for (const [i, [before, behind]] of cases.entries()) {
        const draft = await read(editor, folder, before + behind, `draft-${i}.md`);
        assert.deepEqual((await complete(editor, draft, 'The brid')).items, [], before);
      }
      const draft = await read(editor, folder, 'Mayor Holm said, “The brid', 'draft-off.md');
      editor.heard.forget();
      await editor.configure({ completion: { enabled: false } });
      await editor.heard.next('workspace/diagnostic/refresh');
      assert.deepEqual((await complete(editor, draft, '“The brid')).items, []);
    });
  });
});

/** Opens a draft and waits until the sources are read: completion itself never waits. */
async function read(editor: Editor, folder: Folder, text: string, name = 'draft.md'): Promise<OpenDocument> {
  const draft = await editor.open(folder.uriOf(name), text);
  await draft.pull();
  return draft;
}

function complete(editor: Editor, draft: OpenDocument, typed: string): Promise<CompletionList> {
  return editor.connection.sendRequest('textDocument/completion', draft.behind(typed));
}

function editOf(item: CompletionItem | undefined): TextEdit {
  const edit = item?.textEdit;
  assert.ok(edit && 'range' in edit);
  return edit;
}
