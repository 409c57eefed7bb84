import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEvidence } from '../../src/claims/findEvidence.ts';
import { verifyClaim } from '../../src/claims/verifyClaim.ts';
import { createEngine } from '../../src/engine.ts';
import { claimUnsupported } from '../../src/findings/claimUnsupported.ts';
import type { Claim } from '../../src/model.ts';
import type { SourceStore } from '../../src/sources/store.ts';
import { readGolden } from './golden.ts';

const golden = readGolden('test/claims/golden');
const judge = (claim: Claim, store: SourceStore) => verifyClaim(claim, findEvidence(claim, store, 12));
const isTold = ({ claim, verdict, store }: Judged) =>
  verdict.label === 'contradicted' ||
  claimUnsupported({ kind: 'claim', claim: whole(claim), verdict }, { store }).length > 0;
const whole = (text: string): Claim => ({ span: { start: 0, end: text.length }, text });

type Judged = { readonly claim: string; readonly verdict: ReturnType<typeof verifyClaim>; readonly store: SourceStore };

describe('golden claims', () => {
  const cases = golden.flatMap(({ store, traps }) =>
    traps.map(trap => ({ ...trap, store, verdict: judge(whole(trap.claim), store) })),
  );
  const traps = cases.filter(c => c.draft !== undefined && !c.open);
  const twins = cases.filter(c => c.draft === undefined && !c.told);

  it('never calls a harmless twin contradicted', () => {
    const wrong = twins.filter(c => c.verdict.label === 'contradicted');
    assert.deepEqual(
      wrong.map(c => `${c.claim} (${c.verdict.reason})`),
      [],
    );
  });

  it('catches nine traps in ten', () => {
    const missed = traps.filter(c => c.verdict.label !== 'contradicted').map(c => c.claim);
    assert.ok(missed.length <= traps.length / 10, missed.join('\n'));
  });

  it('names the very words', () => {
    const caught = traps.filter(c => c.verdict.label === 'contradicted');
    const elsewhere = caught.filter(({ verdict, draft, source }) => {
      const change = verdict.evidence[0]?.changes[0];
      return change?.draft !== draft || change?.source !== source;
    });
    assert.ok(
      elsewhere.length <= caught.length / 20,
      elsewhere.map(c => `${c.claim} (${c.verdict.reason})`).join('\n'),
    );
  });

  it('never calls a claim supported that differs from the passage which holds the rest of it, and names the difference', () => {
    const open = cases.filter(c => c.open);
    assert.ok(open.length > 0);
    const other = open.filter(({ verdict, draft, source }) => {
      const change = verdict.evidence[0]?.changes[0];
      return verdict.label === 'supported' || change?.draft !== draft || change?.source !== source;
    });
    assert.deepEqual(
      other.map(c => `${c.claim} (${c.verdict.label}: ${c.verdict.reason})`),
      [],
    );
  });

  it('tells nothing of what a writer worked out or said in other words, and tells what does not come out', () => {
    const cut = cases.filter(c => c.told !== undefined && isTold(c) !== c.told);
    assert.deepEqual(
      cut.map(c => `${c.claim} (${c.verdict.label}: ${c.verdict.reason})`),
      [],
    );
  });

  it('gives spans that hold the words', () => {
    for (const { claim, verdict } of traps) {
      for (const change of verdict.evidence[0]?.changes ?? []) {
        assert.equal(claim.slice(change.draftSpan.start, change.draftSpan.end), change.draft);
      }
    }
  });

  it('names no difference where a harmless twin has none', () => {
    const named = twins.filter(c => !c.loose && (c.verdict.evidence[0]?.changes.length ?? 0) > 0);
    assert.deepEqual(
      named.map(c => `${c.claim} (${c.verdict.reason})`),
      [],
    );
  });

  it('has twins that the sources mostly bear out', () => {
    const firm = twins.filter(c => !c.loose);
    const weak = firm.filter(c => c.verdict.label === 'unsupported').map(c => c.claim);
    assert.ok(weak.length <= firm.length / 5, weak.join('\n'));
  });
});

describe('pages of supported prose', () => {
  const folder = 'test/claims/pages';
  const stores = new Map(golden.map(g => [g.traps[0]?.file.replace('.golden', ''), g.store]));

  it('raise fewer than one false alarm a page at default settings, and no contradiction', async () => {
    const pages = readdirSync(folder);
    const alarms: string[] = [];
    for (const name of pages) {
      const store = stores.get(name.replace(/(?:-\d)?\.md$/, ''));
      assert.ok(store, name);
      const text = readFileSync(join(folder, name), 'utf8');
      const { findings } = await createEngine({ store }).check({ uri: name, language: 'markdown', text });
      for (const { code, span, message } of findings.filter(f => /^(?:claim|draft)-/.test(f.code))) {
        assert.equal(code, 'claim-unsupported', `${text.slice(span.start, span.end)} (${message})`);
        alarms.push(text.slice(span.start, span.end));
      }
    }
    assert.ok(alarms.length < pages.length, alarms.join('\n'));
  });
});
