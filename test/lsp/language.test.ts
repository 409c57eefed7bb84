/** A client that speaks another language is spoken to in it, wherever the server speaks for itself. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { CodeAction, Hover, MarkupContent } from 'vscode-languageserver';
import type { EvidenceAnswer } from '../../src/server/protocol.ts';
import { projectRoot } from '../harness/paths.mjs';
import { alteredDraft, bridgeFolder } from './bridge.ts';
import { withEditor } from './editor.ts';

const bundle = JSON.parse(readFileSync(join(projectRoot, 'media/l10n/bundle.l10n.json'), 'utf8')) as object;
/** Every message in capitals: a language that nobody mistakes for English. Places for words stay as they are. */
const words = Object.fromEntries(
  Object.keys(bundle).map(message => [message, message.replace(/[^{}]+|\{\d\}/g, part => part.toUpperCase())]),
);

describe('the words of the client’s language', () => {
  it('are used in hovers, actions and the evidence view; what the sources say stays as it is', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], initializationOptions: { words } }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const [altered] = (await draft.pull()).items;
      assert.ok(altered);
      const hover = await editor.connection.sendRequest<Hover>('textDocument/hover', draft.on('The bridge'));
      const card = (hover.contents as MarkupContent).value;
      for (const said of [
        '**ALTERED QUOTATION**',
        '[OPEN SOURCE, LINE 9]',
        'COMPARED WORD BY WORD',
        'The bridge will cost',
      ])
        assert.ok(card.includes(said), `${said} in ${card}`);
      const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: draft.textDocument,
        range: altered.range,
        context: { diagnostics: [altered] },
      });
      assert.equal(actions.at(-1)?.title, 'IGNORE THIS FINDING (quote-altered) WITH A COMMENT HERE');
      const evidence = await editor.connection.sendRequest<EvidenceAnswer>(
        'groundwork/evidence',
        draft.on('The bridge'),
      );
      assert.ok(evidence.state === 'card');
      assert.equal(evidence.card.headline, 'ALTERED QUOTATION');
    });
  });

  it('are English where a translation is missing or is none', async () => {
    const folder = bridgeFolder();
    const initializationOptions = { words: { 'Altered quotation': 7, 'Compared word by word': 'Wort für Wort' } };
    await withEditor({ folders: [folder], initializationOptions }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const hover = await editor.connection.sendRequest<Hover>('textDocument/hover', draft.on('The bridge'));
      const card = (hover.contents as MarkupContent).value;
      assert.match(card, /^\*\*Altered quotation\*\*[\s\S]+Wort für Wort$/);
    });
  });
});
