import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, Diagnostic, DocumentLink, Location, LocationLink, TextEdit } from 'vscode-languageserver';
import { alteredDraft, bridgeArticle, bridgeFolder } from './bridge.ts';
import { type Editor, type OpenDocument, simple, withEditor } from './editor.ts';

describe('code actions over stdio', () => {
  it("put the source's words in place, as one edit of this version", async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const altered = await pulled(draft, 'quote-altered');
      const [fix] = await actions(editor, draft, altered);
      assert.equal(fix?.kind, 'quickfix');
      assert.equal(fix?.isPreferred, true);
      assert.equal(fix?.diagnostics?.[0]?.code, 'quote-altered');
      const [change] = fix?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      assert.equal(change.textDocument.version, 1);
      assert.equal(draft.applied(change.edits as TextEdit[]), alteredDraft.replace('50', '40'));
    });
  });

  it('are right when the diagnostic is from an older text, and for clients that drop its data', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const old = await pulled(draft, 'quote-altered');
      await draft.change(`A line before.\n\n${alteredDraft}`);
      const now = await pulled(draft, 'quote-altered');
      assert.deepEqual(await actions(editor, draft, old), [], 'that place holds other words now');
      for (const diagnostic of [
        { ...old, range: now.range },
        { ...now, data: undefined },
      ]) {
        const [fix] = await actions(editor, draft, diagnostic);
        const [change] = fix?.edit?.documentChanges ?? [];
        assert.ok(change && 'edits' in change);
        assert.equal(draft.applied(change.edits as TextEdit[]), draft.text().replace('50', '40'));
      }
    });
  });

  it('are none for other kinds, for others’ diagnostics, and are plain for simple clients', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities: simple }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const { diagnostics } = await editor.pushed(draft.uri);
      const altered = diagnostics.find(({ code }) => code === 'quote-altered');
      assert.ok(altered);
      assert.deepEqual(await actions(editor, draft, altered, ['refactor']), []);
      assert.deepEqual(await actions(editor, draft, { ...altered, source: 'other' }), []);
      const [fix] = await actions(editor, draft, altered);
      assert.equal(draft.applied(fix?.edit?.changes?.[draft.uri] ?? []), alteredDraft.replace('50', '40'));
    });
  });
});

describe('places over stdio', () => {
  const text = `${alteredDraft}\nNine voted for it.[^1]\n\n[^1]: sources/bridge.md\n`;

  it('are the passages of a quotation, with what they belong to', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const [link] = await editor.connection.sendRequest<LocationLink[]>(
        'textDocument/definition',
        draft.on('will cost'),
      );
      assert.ok(link?.originSelectionRange);
      assert.match(draft.textIn(link.originSelectionRange), /^“The bridge.*more\.”$/);
      assert.equal(link.targetUri, folder.uriOf('sources/bridge.md'));
      assert.equal(
        lineOf(bridgeArticle, link.targetRange.start.line),
        '“The bridge will cost 40 million euros, and not one euro more,” said Mayor Ida Holm on Monday.',
      );
    });
  });

  it('are plain locations for simple clients', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities: simple }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const [place] = await editor.connection.sendRequest<Location[]>('textDocument/definition', draft.on('will cost'));
      assert.equal(place?.uri, folder.uriOf('sources/bridge.md'));
      assert.equal(place?.range.start.line, 8);
    });
  });

  it('are linked from each citation', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const links = await editor.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
        textDocument: draft.textDocument,
      });
      const mark = links.find(({ range }) => draft.textIn(range) === '[^1]');
      assert.match(mark?.target ?? '', /\/sources\/bridge\.md#L\d+$/);
      assert.equal(typeof mark?.tooltip, 'string');
    });
  });
});

async function pulled(draft: OpenDocument, code: string): Promise<Diagnostic> {
  const { items } = await draft.pull();
  const diagnostic = items.find(item => item.code === code);
  assert.ok(diagnostic);
  return diagnostic;
}

async function actions(
  editor: Editor,
  draft: OpenDocument,
  diagnostic: Diagnostic,
  only?: readonly string[],
): Promise<CodeAction[]> {
  const context = { diagnostics: [diagnostic], ...(only ? { only } : {}) };
  const params = { textDocument: draft.textDocument, range: diagnostic.range, context };
  return editor.connection.sendRequest('textDocument/codeAction', params);
}

function lineOf(text: string, line: number): string | undefined {
  return text.split('\n')[line];
}
