import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Source } from '../../src/model.ts';
import { createSay } from '../../src/server/say.ts';
import { sourceView } from '../../src/server/sourceView.ts';

const line = '─'.repeat(24);

function sourceOf(text: string, more: Partial<Source> = {}): Source {
  const uri = 'file:///sources/bridge.pdf';
  return { id: uri, uri, path: 'sources/bridge.pdf', title: 'The Bridge', authors: [], text, hash: text, ...more };
}

describe('the view of a source that no editor shows as text', () => {
  const facts = { authors: ['R. Ode', 'I. Holm'], publisher: 'The Post', published: '2024-03-02' };

  it('says first what the source is', () => {
    const { text } = sourceView(sourceOf('It is the bridge that costs.', facts), createSay());
    assert.equal(
      text,
      `Text of sources/bridge.pdf\nThe Bridge · 2024-03-02\nR. Ode · I. Holm · The Post\n${line}\n\nIt is the bridge that costs.`,
    );
  });

  it('leaves out what the text itself begins with', () => {
    const source = sourceOf('The Bridge\nBy R. Ode, 2024-03-02\n\nIt costs.', facts);
    const { text } = sourceView(source, createSay());
    assert.equal(text, `Text of sources/bridge.pdf\nI. Holm · The Post\n${line}\n\n${source.text}`);
  });

  it("marks pages in the client's language, and knows where each place has moved to", () => {
    const words = 'One two.\nThree four. Five six.';
    const locators = [
      { kind: 'page', label: '1', span: { start: 0, end: 9 } },
      { kind: 'page', label: '2', span: { start: 9, end: 21 } },
      { kind: 'time', label: '00:10', span: { start: 21, end: words.length } },
    ] as const;
    const say = createSay({ 'page {0}': 'Seite {0}', 'Text of {0}': 'Text von {0}' });
    const { text, toOffset } = sourceView(sourceOf(words, { locators }), say);
    assert.equal(
      text,
      `Text von sources/bridge.pdf\nThe Bridge\n${line}\n\n[Seite 1]\nOne two.\n[Seite 2]\nThree four. [00:10] Five six.`,
    );
    for (const word of ['One', 'two', 'Three', 'Five', 'six']) {
      assert.equal(text.slice(toOffset(words.indexOf(word))).indexOf(word), 0, word);
    }
  });
});
