import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Hover, MarkupContent } from 'vscode-languageserver';
import { alteredDraft, bridgeFolder } from './bridge.ts';
import { createFolder, type Editor, type OpenDocument, simple, withEditor } from './editor.ts';

const draftText = `# The bridge

${alteredDraft}
Work starts in the spring of 2026.[^1]

[^1]: Bridge will cost more than planned, 2024-03-02, sources/bridge.md
`;

describe('the hover over stdio', () => {
  it('shows a quotation, a claim and a citation, each on itself only', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), draftText);
      const quotation = await hover(editor, draft, 'bridge will cost');
      assert.equal(quotation.words, '“The bridge will cost 50 million euros, and not one euro more.”');
      assert.match(quotation.text, /~~50~~ → \*\*40\*\*/);
      assert.match(quotation.text, /> “The bridge will cost \*\*40\*\* million euros/);
      const link = `[Open source, line 9](${folder.uriOf('sources/bridge.md')}#L9)`;
      assert.ok(quotation.text.includes(link), quotation.text);

      const claim = await hover(editor, draft, 'starts in the spring');
      assert.equal(claim.words, 'Work starts in the spring of 2026.');
      assert.match(claim.text, /2025/);

      const citation = await hover(editor, draft, '[^1]');
      assert.equal(citation.words, '[^1]');
      assert.match(citation.text, /\*\*Bridge will cost more than planned\*\*/);
      assert.match(citation.text, /R\. Ode · 2024-03-02 · sources\/bridge\.md/);

      const note = await hover(editor, draft, '[^1]: Bridge');
      assert.equal(note.words, '[^1]: Bridge will cost more than planned, 2024-03-02, sources/bridge.md');
      assert.match(note.text, /\*\*Bridge will cost more than planned\*\*[\s\S]*\[Open source, line /);

      assert.equal(await ask(editor, draft, '# The bridge'), null);
    });
  });

  it('links to a command only when the client declares one', async () => {
    const folder = bridgeFolder();
    const initializationOptions = { openPassageCommand: 'groundwork.openPassage' };
    await withEditor({ folders: [folder], initializationOptions }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), draftText);
      const { text } = await hover(editor, draft, 'bridge will cost');
      const [, given = ''] = /\(command:groundwork\.openPassage\?([^)\s]*)\)/.exec(text) ?? [];
      const [uri, range] = JSON.parse(decodeURIComponent(given));
      assert.equal(uri, folder.uriOf('sources/bridge.md'));
      assert.deepEqual(range.start, { line: 8, character: 1 });
    });
  });

  it('does not say again what the client shows beside it', async () => {
    const text = 'Mayor Holm said that Zurich pays for the bridge.\n';
    const cards: string[] = [];
    for (const hoverShowsFindings of [false, true]) {
      const folder = bridgeFolder();
      await withEditor({ folders: [folder], initializationOptions: { hoverShowsFindings } }, async editor => {
        const draft = await editor.open(folder.uriOf('draft.md'), text);
        const [finding] = (await draft.pull()).items;
        assert.equal(finding?.code, 'claim-unsupported');
        const card = (await hover(editor, draft, 'Zurich')).text;
        assert.equal(card.includes(String(finding.message).slice(0, 30)), !hoverShowsFindings, card);
        assert.match(
          card,
          /No source supports this[\s\S]*Judged on this computer[\s\S]*Open source|No source supports this[\s\S]*Open source[\s\S]*Judged on this computer/,
        );
        cards.push(card);
      });
    }
    assert.ok((cards[1]?.length ?? 0) < (cards[0]?.length ?? 0));
  });

  it('is plain text for a client that knows no Markdown', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities: simple }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), draftText);
      const { text } = await hover(editor, draft, 'bridge will cost');
      assert.doesNotMatch(text, /\*\*|~~|\]\(/);
      assert.match(text, /50 → 40/);
    });
  });

  it('shows source text that looks like markup as it is', async () => {
    const text = '“We will ![pay](https://evil.example/x.png) <img src=x> `twice` | # once,” said Holm.\n';
    const folder = createFolder({ 'sources/a.txt': text });
    await withEditor({ folders: [folder] }, async editor => {
      const said = text.slice(1, text.indexOf(',”')).replace('once', 'now');
      const draft = await editor.open(folder.uriOf('draft.txt'), `Holm said: “${said}”\n`, 'plaintext');
      const card = await hover(editor, draft, 'We will');
      const quoted = card.text.split('\n').find(line => line.startsWith('> ')) ?? '';
      assert.match(quoted, /\\\[pay\\\]\\\(https:\\\/\\\/evil/);
      assert.match(quoted, /&lt;img src=x\\>/);
      assert.match(quoted, /\\`twice\\` \\\|/);
    });
  });

  it('is silent when it is switched off', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], settings: { hover: { enabled: false } } }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), draftText);
      assert.equal(await ask(editor, draft, 'bridge will cost'), null);
    });
  });
});

function ask(editor: Editor, draft: OpenDocument, words: string): Promise<Hover | null> {
  return editor.connection.sendRequest('textDocument/hover', draft.on(words, 2));
}

async function hover(editor: Editor, draft: OpenDocument, words: string): Promise<{ text: string; words: string }> {
  const card = await ask(editor, draft, words);
  assert.ok(card?.range && MarkupContent.is(card.contents));
  return { text: card.contents.value, words: draft.textIn(card.range) };
}
