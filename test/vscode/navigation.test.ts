import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, findingsOf, openSampleDraft, rangeOf } from './drafts.ts';

describe('from the draft to the source', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = (await openSampleDraft()).document;
    await findingsOf(document);
  });
  after(closeDrafts);

  it('goes from a quotation to the passage', async () => {
    const position = rangeOf(document, 'to be honest with you').start;
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    const texts = await Promise.all(places.map(textAt));
    assert.ok(
      texts.some(text => text.includes('I might have to speak to Russia, to be honest with you, about Tomahawks.')),
      texts.join('\n'),
    );
  });

  it('links each footnote mark to its source', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const sources = links.filter(({ target }) => target?.path.endsWith('.txt'));
    assert.ok(sources.length >= 3, `${sources.length} links`);
    assert.ok(sources.some(({ range }) => document.getText(range) === '[^1]'));
  });
});

async function textAt(place: vscode.Location | vscode.LocationLink): Promise<string> {
  const [uri, range] = 'uri' in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}
