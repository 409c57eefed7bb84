import assert from 'node:assert/strict';
import { examine } from '../../src/claims/examine/examination.ts';
import { features } from '../../src/claims/examine/features.ts';
import { readEvidence } from '../../src/claims/examine/readEvidence.ts';
import { readSentence } from '../../src/claims/tokens.ts';
import type { Evidence } from '../../src/model.ts';

const sentences = [
  'Anna Lind opened the new library in Tarn on Monday.',
  'She thanked 40 volunteers who carried the books.',
  'Piet Maas dismissed 12 guards at the harbour.',
];

function evidence(): Evidence[] {
  let start = 0;
  return sentences.map(text => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return { passage: { sourceId: 'a', span, text, line: 1 }, kind: 'related' as const, score: 1, changes: [] };
  });
}

function figures(claim: string): Map<string, number> {
  return new Map(features(examine(readSentence(claim), readEvidence(evidence()))));
}

describe('features of a claim', () => {
  const at = (claim: string, name: string) => figures(claim).get(name) ?? Number.NaN;

  it('tell a number with its own noun from one that another noun has', () => {
    const name = 'numberCompanyMean';
    assert.ok(at('Lind thanked 40 volunteers.', name) > at('Lind thanked 12 volunteers.', name));
  });

  it('tell a deed with its doer, by name or pronoun, from another one', () => {
    assert.equal(at('Maas dismissed 12 guards.', 'verbSubject'), 1);
    assert.equal(at('Lind thanked 40 volunteers.', 'verbSubject'), 0.7);
    assert.equal(at('Maas thanked 40 volunteers.', 'verbSubject'), 0);
    assert.ok(at('Lind dismissed 12 guards.', 'bondKnownLow') < at('Maas dismissed 12 guards.', 'bondKnownLow'));
  });

  it('find a clause that no passage holds', () => {
    const name = 'clauseLow';
    const whole = 'Lind opened the new library, and she thanked 40 volunteers with books.';
    const half = 'Lind opened the new library, and she promised cheap coffee for everybody.';
    assert.ok(at(whole, name) > at(half, name) + 0.3);
  });

  it('see where two sentences were joined', () => {
    assert.equal(at('Anna Lind dismissed 12 guards at the harbour.', 'seamBad'), 1);
    assert.equal(at('Piet Maas dismissed 12 guards at the harbour.', 'seamBad'), 0);
  });
});
