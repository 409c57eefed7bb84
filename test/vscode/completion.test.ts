import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, findingsOf, openDraft, openSampleDraft } from './drafts.ts';
import { eventually } from './eventually.ts';

const quote = 'I really think Putin would look great if he got this settled';

describe('quote completion', () => {
  before(async () => {
    await findingsOf((await openSampleDraft()).document); // the sources are read
  });
  afterEach(closeDrafts);

  it('offers the exact words of the source first, in place of what was typed', async () => {
    const { document, selection } = await openDraft('On the plane Trump said, “I really');
    const [first] = await offers(document, selection.active);
    assert.ok(first);
    assert.match(labelOf(first), /^“?I really think Putin would look/);
    const range = first.range instanceof vscode.Range ? first.range : first.range?.inserting;
    assert.equal(document.getText(range), '“I really');
  });

  it('inserts it once closed, with its footnote, and one undo takes all back', async () => {
    const before = 'On the plane Trump said, “I really';
    const { document } = await openDraft(before);
    await acceptFirst(document, before);
    const text = document.getText();
    assert.ok(text.startsWith(`On the plane Trump said, “${quote}”[^1]`), text);
    assert.match(text, /\n\[\^1\]: .*000_8b6e00a719bda484\.txt\n?$/);
    assert.equal(text.split('”').length, 2, 'one closing mark');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('replaces a closing mark that the editor added', async () => {
    const { document } = await openDraft('Trump said, "I really"\n\nMore.\n');
    const behind = document.positionAt('Trump said, "I really'.length);
    const [first] = await offers(document, behind);
    assert.ok(first);
    const range = first.range instanceof vscode.Range ? first.range : first.range?.replacing;
    assert.equal(document.getText(range), '"I really"');
    const text = typeof first.insertText === 'string' ? first.insertText : first.insertText?.value;
    assert.match(text ?? '', new RegExp(`^"${quote}"\\[\\^1\\]`));
  });

  for (const form of ['', 'first part', 'whole quote', 'block quote'])
    it(`inserts ${form || 'a sentence'} as it is offered, and one undo takes it back`, async () => {
      const typed = 'Trump said, “I might have';
      const before = `${typed}\n\nMore words follow.\n`;
      const editor = await openDraft(before);
      const { document } = editor;
      const end = document.positionAt(typed.length);
      const all = await offers(document, end);
      const at = all.findIndex(offer => formOf(offer) === form && labelOf(offer).includes('I might have'));
      const offer = all[at];
      assert.ok(offer, `${form} among: ${all.map(one => `${labelOf(one)} ${formOf(one)}`).join(' | ')}`);
      const wanted = withEdits(document, offer);
      assert.match(wanted, shapes[form] ?? /^$/);
      await acceptAt(editor, end, at, wanted);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

  it('is silent in code, in front matter, in links and between words', async () => {
    const cases = [
      ['`printf("I really', '`'],
      ['```\nsay "I really', '\n```\n'],
      ['---\ntitle: "I really', '"\n---\n\nText.\n'],
      ['[link](http://example.com/"I really', ')'],
      ["It's what I really", ''],
    ] as const;
    for (const [typed, rest] of cases) {
      const { document } = await openDraft(typed + rest);
      assert.deepEqual((await offers(document, document.positionAt(typed.length))).map(labelOf), [], typed);
      await closeDrafts();
    }
  });
});

// Only ours: words of the document may be offered by the editor itself.
async function offers(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Reference)
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** What stands in the draft once a form of the quote is put in. */
const shapes: Readonly<Record<string, RegExp>> = {
  '': /^Trump said, “I might have to speak to Russia, to be honest with you, about Tomahawks\.”\[\^1\]\n\nMore words/,
  'first part': /^Trump said, “I might have to speak to Russia”\[\^1\]\n\nMore words/,
  'whole quote':
    /^Trump said, “I might have to speak to Russia, .* in their direction\? I don’t think so,?”\[\^1\]\n\nMore words/,
  'block quote': /^Trump said,:?\n\n> I might have to speak to Russia, .*\[\^1\]\n\nMore words/,
};

/** Entries looked through for a form. */
const shapesTried = 8;

/** The name of the form beside the label; none for a sentence. */
function formOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? '' : (label.detail ?? '').trim();
}

/** The draft once an entry without a snippet is accepted. */
function withEdits(document: vscode.TextDocument, offer: vscode.CompletionItem): string {
  const range = offer.range instanceof vscode.Range ? offer.range : offer.range?.replacing;
  assert.ok(range && typeof offer.insertText === 'string');
  const edits = [new vscode.TextEdit(range, offer.insertText), ...(offer.additionalTextEdits ?? [])];
  let text = document.getText();
  for (const edit of edits.sort((a, b) => b.range.start.compareTo(a.range.start)))
    text =
      text.slice(0, document.offsetAt(edit.range.start)) + edit.newText + text.slice(document.offsetAt(edit.range.end));
  return text;
}

/**
 * Accepts an entry further down the list as a person does: again when the list was still being filled, and the next one when
 * the editor has put another first.
 */
async function acceptAt(editor: vscode.TextEditor, end: vscode.Position, at: number, wanted: string): Promise<void> {
  const { document } = editor;
  const before = document.getText();
  let steps = at;
  for (let tries = 0; tries < 100 && document.getText() !== wanted; tries++) {
    if (document.getText() !== before) {
      await vscode.commands.executeCommand('undo');
      steps = (steps + 1) % shapesTried;
    }
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await offers(document, end); // as long as the list's own request takes
    await vscode.commands.executeCommand('selectFirstSuggestion');
    for (let step = 0; step < steps; step++) await vscode.commands.executeCommand('selectNextSuggestion');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await offers(document, end);
  }
  assert.equal(document.getText(), wanted);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Opens the list as a person does and accepts its first entry, again while the list is still being filled. */
async function acceptFirst(document: vscode.TextDocument, before: string): Promise<void> {
  let waiting = true;
  const accepted = eventually('the accepted quote', vscode.workspace.onDidChangeTextDocument, () =>
    document.getText().includes('\n[^1]: ') ? true : undefined,
  ).finally(() => {
    waiting = false;
  });
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  const end = document.positionAt(before.length);
  while (waiting && document.getText() === before) {
    await offers(document, end); // as long as the list's own request takes
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
  }
  await accepted;
}
