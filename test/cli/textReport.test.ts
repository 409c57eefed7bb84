import assert from 'node:assert/strict';
import { textReport } from '../../src/cli/textReport.ts';
import { createSourceStore } from '../../src/engine.ts';
import type { ClaimItem, ClaimLabel, Finding } from '../../src/model.ts';

const text = 'The ferry is late.\n\nThe ferry is blue. The ferry is old. The ferry is fast.\n';

function claim(words: string, label: ClaimLabel): ClaimItem {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return { kind: 'claim', claim: { span, text: words }, verdict: { label, evidence: [], reason: '', by: 'test' } };
}

function finding({ claim: { span } }: ClaimItem): Finding {
  return { code: 'claim-unsupported', severity: 'information', span, message: 'Nothing.', evidence: [], fixes: [] };
}

describe('the report for a terminal', () => {
  it('lists the claims that no source supports and of which no finding speaks, ignored ones aside', () => {
    const items = [
      claim('The ferry is late.', 'supported'),
      claim('The ferry is blue.', 'unsupported'),
      claim('The ferry is old.', 'unsupported'),
      claim('The ferry is fast.', 'unsupported'),
    ] as const;
    const draft = { uri: 'file:///draft.md', language: 'markdown', text } as const;
    const result = { items, findings: [finding(items[2])], ignored: [finding(items[3])] };
    const report = textReport([{ path: 'draft.md', draft, result }], createSourceStore(), (_, words) => words);
    assert.ok(
      report.endsWith(
        ': 1 finding (1 information), 1 ignored\n  Not marked, yet no source was found that supports them:\n  3:1     The ferry is blue.\n\n',
      ),
      report,
    );
    const silent = { items: [items[0]], findings: [], ignored: [] };
    const none = textReport([{ path: 'draft.md', draft, result: silent }], createSourceStore(), (_, words) => words);
    assert.doesNotMatch(none, /Not marked|ignored/);
  });
});
