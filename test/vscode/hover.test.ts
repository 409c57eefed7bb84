import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, findingsOf, openSampleDraft, rangeOf } from './drafts.ts';

describe('the hover', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = (await openSampleDraft()).document;
    await findingsOf(document); // the sources are read
  });
  after(closeDrafts);

  it("shows a quotation's source words, on the quotation only", async () => {
    const quotation = '"I really think Putin would look good if he got this settled"';
    const range = rangeOf(document, quotation);
    const [card] = await cards(document, range.start.translate(0, 12));
    assert.ok(card);
    assert.match(card.text, /great/);
    assert.equal(document.getText(card.range), quotation);
    assert.deepEqual(await cardsOn(range.start.translate(0, -3), quotation), [], 'none before it');
    assert.deepEqual(await cardsOn(range.end.translate(0, 1), quotation), [], 'none behind it');
  });

  it("shows a claim's evidence, on the claim only", async () => {
    const range = rangeOf(document, 'Vienna');
    const [card] = await cards(document, range.start);
    assert.ok(card);
    assert.match(card.text, /Budapest/);
    const claim = document.getText(card.range);
    assert.match(claim, /^Trump and Putin are planning to meet in Vienna/);
    assert.ok(!claim.includes('\n') && !claim.includes('[^2]'), claim);
  });

  it('shows what a footnote mark points at, on the mark only', async () => {
    const mark = rangeOf(document, '[^1]');
    const [card] = await cards(document, mark.start.translate(0, 1));
    assert.ok(card);
    assert.match(card.text, /Trump holding talks with Putin/);
    assert.equal(document.getText(card.range), '[^1]');
  });

  it('says nothing on a heading, in front matter and on an empty line', async () => {
    for (const words of ['# Before the Oval', 'title: Before']) {
      assert.deepEqual(await cards(document, rangeOf(document, words).start.translate(0, 4)), []);
    }
    assert.deepEqual(await cards(document, rangeOf(document, '\n\nOn board').start.translate(1, 0)), []);
  });

  async function cardsOn(position: vscode.Position, words: string): Promise<readonly Card[]> {
    return (await cards(document, position)).filter(card => document.getText(card.range) === words);
  }
});

type Card = { readonly range: vscode.Range | undefined; readonly text: string };

async function cards(document: vscode.TextDocument, position: vscode.Position): Promise<readonly Card[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const all = hovers.map(({ range, contents }) => ({
    range,
    text: contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n'),
  }));
  // Markdown's own extension hovers on links and images, and never on more than those.
  return all.filter(({ text }) => text !== '');
}
