import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, codeOf, findingsOf, openDraft } from './drafts.ts';
import { apply, fix } from './fixes.ts';

/** A draft with one finding, a fix of it, and the draft once that is applied. */
const fixes = [
  {
    draft: 'Trump said: "I really think Putin could look good if he got this settled".\n',
    code: 'quote-altered',
    title: /^Use the source's words$/,
    after: 'Trump said: "I really think Putin would look great if he got this settled".\n',
  },
  {
    draft: 'Trump said: "I really think Putin would look if he got this settled".\n',
    code: 'quote-altered',
    title: /^Mark the omission/,
    after: 'Trump said: "I really think Putin would look […] if he got this settled".\n',
  },
  {
    draft: 'Trump said: "I really think Putin would look good if he got this settled".\n',
    code: 'quote-altered',
    title: /^Make it a paraphrase/,
    after: 'Trump said: I really think Putin would look good if he got this settled.\n',
  },
  {
    draft: '“Peace is closer than it has ever been,” Rubio said.\n',
    code: 'quote-not-found',
    title: /^Make it a paraphrase/,
    after: 'Peace is closer than it has ever been, Rubio said.\n',
  },
  {
    draft: '“First we have to get Russia done,” Zelenskyy said.\n',
    code: 'quote-misattributed',
    title: /^Use the source's speaker/,
    after: '“First we have to get Russia done,” Donald Trump said.\n',
  },
  {
    draft: 'Trump said: “Do they want to have Tomahawks going in that direction?”\n',
    code: 'quote-variant',
    title: /^Use the other wording/,
    after: 'Trump said: “Do they want to have Tomahawks going in their direction?”\n',
  },
];

describe('quick fixes', () => {
  afterEach(closeDrafts);

  it("put the source's words in place, and the finding is gone", async () => {
    const { document } = await openDraft(
      'Trump said: "I really think Putin would look good if he got this settled".\n',
    );
    const action = await fix(document, 'quote-altered', /great/);
    assert.equal(action.isPreferred, true);
    assert.equal(action.kind?.value, 'quickfix');
    await apply(action);
    assert.match(document.getText(), /would look great if/);
    await findingsOf(document, all => all.every(finding => codeOf(finding) !== 'quote-altered'));
  });

  it('add the citation of an uncited quotation', async () => {
    const { document } = await openDraft(`Trump said: “First we have to get Russia done.”\n`);
    await apply(await fix(document, 'quote-uncited', /citation/i));
    assert.match(document.getText(), /done\.”\[\^1\]\n\n\[\^1\]: .*003_e31fde116e57c3b2\.txt\n$/);
    await findingsOf(document, all => all.every(finding => codeOf(finding) !== 'quote-uncited'));
  });

  for (const { draft, code, title, after } of fixes)
    it(`${code}: ${title.source}, and one undo takes it back`, async () => {
      const { document } = await openDraft(draft);
      await apply(await fix(document, code, title));
      assert.equal(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), draft);
    });
});
