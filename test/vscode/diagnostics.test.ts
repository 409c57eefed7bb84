import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDrafts, codeOf, findingsOf, openDraft, openSampleDraft, rangeOf } from './drafts.ts';

describe('findings in the editor', () => {
  after(closeDrafts);

  it('stand on the wrong words of the sample draft, with the code, and point at the source', async () => {
    const { document } = await openSampleDraft();
    const findings = await findingsOf(document);
    const found = (words: string): [string, vscode.Diagnostic][] =>
      findings.filter(({ range }) => document.getText(range) === words).map(finding => [codeOf(finding), finding]);

    const good = new Map(found('good')).get('quote-altered');
    assert.match(good?.message ?? '', /great/);
    assert.equal(good?.severity, vscode.DiagnosticSeverity.Warning);
    const related = good?.relatedInformation?.[0]?.location;
    assert.match(related?.uri.path ?? '', /000_8b6e00a719bda484\.txt$/);
    const source = await vscode.workspace.openTextDocument(related?.uri ?? document.uri);
    assert.match(source.getText(related?.range), /I really think Putin would look great if he got this settled/);

    assert.match(new Map(found('Vienna')).get('claim-contradicted')?.message ?? '', /Budapest/);
    assert.ok(findings.some(finding => codeOf(finding) === 'quote-variant'));
    assert.ok(findings.some(finding => /^“six”: the source says “two”/.test(finding.message)));
    assert.ok(findings.every(({ range }) => range.isSingleLine && !range.isEmpty));
  });

  it('leave alone what no source could say', async () => {
    const { document } = await openSampleDraft();
    const findings = await findingsOf(document);
    for (const words of [
      'I wonder what comes next.',
      'Will the missiles be sold at all?',
      '# Before the Oval Office',
    ]) {
      const range = rangeOf(document, words);
      assert.deepEqual(
        findings.filter(finding => finding.range.intersection(range)),
        [],
        words,
      );
    }
  });

  it('follow the typing', async () => {
    const editor = await openDraft('Trump said: “I really think Putin would look good if he got this settled”.\n');
    await findingsOf(editor.document, all => all.some(finding => codeOf(finding) === 'quote-altered'));
    await editor.edit(edit => edit.replace(rangeOf(editor.document, 'good'), 'great'));
    await findingsOf(editor.document, all => all.every(finding => codeOf(finding) !== 'quote-altered'));
  });
});
