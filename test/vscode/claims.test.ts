import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { claimKinds } from '../claims/kinds.ts';
import { closeDrafts, codeOf, findingsOf, openDraft } from './drafts.ts';
import { apply, fix } from './fixes.ts';

describe('claims', () => {
  afterEach(closeDrafts);

  for (const { kind, wrong, words, after, right } of claimKinds)
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
