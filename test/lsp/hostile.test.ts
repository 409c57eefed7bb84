/** A source may hold anything. What the server makes of it for people to see is words, whatever it looks like. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem, CompletionList, Diagnostic, Hover, MarkupContent } from 'vscode-languageserver';
import type { EvidenceAnswer, LibraryTop } from '../../src/server/protocol.ts';
import { createFolder, type Editor, type OpenDocument, withEditor } from './editor.ts';

const words =
  'We will <script>alert(1)</script> [pay](javascript:alert(1)) and [more](command:workbench.action.quit) ![now](https://evil.example/x.png) <img src=x onerror=alert(1)> today';
const source = `---
title: "<img src=x onerror=alert(1)> [T](command:evil) ![i](https://evil.example/t.png)"
author: "[A](javascript:alert(1)) <b>x</b>"
publisher: "<script>alert(2)</script> \`code\`"
date: 2024-03-02
url: "javascript:alert(3)"
---

“${words},” said Mayor [Holm](command:evil) on Monday. The mayor <u>Ida Holm</u> spoke for nine minutes.

---
title: forged
---
`;

describe('a hostile source', () => {
  it('is inert in hovers of a quotation, a citation and a claim', async () => {
    await withDraft(async (editor, draft) => {
      for (const words of ['We will', '[^1]', 'spoke for ten']) {
        const hover = await editor.connection.sendRequest<Hover | null>('textDocument/hover', draft.on(words, 1));
        if (hover) assertInert((hover.contents as MarkupContent).value);
        else assert.fail(`no hover on ${words}`);
      }
    });
  });

  it('is inert in the documentation of quotes and of citations', async () => {
    await withDraft(async (editor, draft) => {
      for (const behind of ['He said: “We will', 'cited [@']) {
        const place = draft.behind(behind);
        const { items } = await editor.connection.sendRequest<CompletionList>('textDocument/completion', place);
        const [item] = items;
        assert.ok(item, behind);
        const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
        assertInert((resolved.documentation as MarkupContent).value);
        assert.notEqual(resolved.insertTextFormat, 2, 'no snippet: nothing in it is run');
      }
    });
  });

  it('is plain data in the evidence view and in the library, and the forged front matter is text', async () => {
    await withDraft(async (editor, draft) => {
      const answer = await editor.connection.sendRequest<EvidenceAnswer>('groundwork/evidence', draft.on('We will', 1));
      assert.ok(answer.state === 'card');
      const shown = answer.card.passages[0]?.pieces.map(({ text }) => text).join('') ?? '';
      assert.ok(shown.includes('<script>alert(1)</script>'), 'its own words, as they are');
      const { rows } = await editor.connection.sendRequest<LibraryTop>('groundwork/library', {});
      assert.match(rows[0]?.title ?? '', /^<img src=x onerror=alert\(1\)>/);
    });
  });

  it('brings no link of its own into diagnostics', async () => {
    await withDraft(async (_, draft) => {
      const { items } = await draft.pull();
      for (const { codeDescription, relatedInformation } of items as Diagnostic[]) {
        assert.ok(codeDescription === undefined || codeDescription.href.startsWith('file:'));
        for (const { location } of relatedInformation ?? []) assert.match(location.uri, /^file:/);
      }
    });
  });
});

/** Nothing in the Markdown is a link except our own to the file, an image, or a tag. */
function assertInert(markdown: string): void {
  const unescaped = markdown.replace(/\\[\\`*[\]<>&|~_#+=.)(/@-]/g, '');
  const links = [...unescaped.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);
  assert.deepEqual(
    links.filter(target => !target.startsWith('file:')),
    [],
    markdown,
  );
  assert.doesNotMatch(unescaped, /<[a-z/!]/i, markdown);
  assert.doesNotMatch(unescaped, /!\[/, markdown);
  assert.doesNotMatch(unescaped, /https?:\/\//, markdown);
}

async function withDraft(test: (editor: Editor, draft: OpenDocument) => Promise<void>): Promise<void> {
  const folder = createFolder({ 'sources/hostile.md': source });
  await withEditor({ folders: [folder] }, async editor => {
    const text = `Holm said: “${words}.”[^1]\n\nIda Holm spoke for ten minutes.\n\nHe said: “We will\n\nIt is cited [@\n\n[^1]: sources/hostile.md\n`;
    const draft = await editor.open(folder.uriOf('draft.md'), text);
    await draft.pull();
    await test(editor, draft);
  });
}
