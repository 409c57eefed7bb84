import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, codeOf, findingsOf, openDraft } from './drafts.ts';
import { apply, fix } from './fixes.ts';

/** Of the sample articles: a wrong sentence, its wrong words, the sentence once they are fixed, and a paraphrase beside it. */
const kinds = [
  {
    kind: 'number',
    wrong: 'The call was the first direct contact between the pair in almost six months.',
    words: 'six',
    after: 'The call was the first direct contact between the pair in almost two months.',
    right: 'It was their first known contact in nearly two months.',
  },
  {
    kind: 'name',
    wrong: 'Trump and Putin plan to meet in Vienna.',
    words: 'Vienna',
    after: 'Trump and Putin plan to meet in Budapest.',
    right: 'The two leaders intend to meet in Hungary.',
  },
  {
    kind: 'date',
    wrong: 'Trump is set to host Zelenskyy on Saturday.',
    words: 'Saturday',
    after: 'Trump is set to host Zelenskyy on Friday.',
    right: 'Trump is to receive Zelenskyy on Friday.',
  },
  {
    kind: 'role',
    wrong: 'Trump has been urging Zelenskyy to approve the sale of Tomahawk missiles.',
    words: 'Trump',
    after: 'Zelenskyy has been urging Trump to approve the sale of Tomahawk missiles.',
    right: 'Zelenskyy wants Trump to let Ukraine have Tomahawk missiles.',
  },
  {
    kind: 'negation',
    wrong: 'Trump said that Ukraine could not win back the territory lost to Russia.',
    words: 'not win',
    after: 'Trump said that Ukraine could win back the territory lost to Russia.',
    right: 'In his view Ukraine could win back the land that it lost.',
  },
];

describe('claims', () => {
  afterEach(closeDrafts);

  for (const { kind, wrong, words, after, right } of kinds)
    it(`a wrong ${kind} is marked at the word and fixed with one key, the paraphrase beside it left alone`, async () => {
      const { document } = await openDraft(`${wrong}\n\n${right}\n`);
      const findings = await findingsOf(document);
      const marked = findings.map(finding => `${codeOf(finding)}: ${document.getText(finding.range)}`);
      assert.deepEqual(marked, [`claim-contradicted: ${words}`]);
      const action = await fix(document, 'claim-contradicted', /^Use the source's/);
      assert.equal(action.isPreferred, true, 'Auto Fix makes it');
      await apply(action);
      assert.equal(document.getText(), `${after}\n\n${right}\n`);
      await findingsOf(document, all => all.length === 0);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), `${wrong}\n\n${right}\n`);
    });
});
