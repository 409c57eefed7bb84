import assert from 'node:assert/strict';
import { withholdsSupport } from '../../src/claims/compare/withholds.ts';
import { readPassage } from '../../src/claims/tokens.ts';
import { verifyClaimBy } from '../../src/claims/verifyClaim.ts';
import type { Claim, Evidence } from '../../src/model.ts';

const withholds = (claim: string, ...passages: string[]) =>
  withholdsSupport(readPassage(claim), passages.map(readPassage));

describe('withholdsSupport', () => {
  it('for another calling than the passages give, not for a word of the same', () => {
    const passage = 'The team was led by the physician Mira Stolz.';
    assert.equal(withholds('Mira Stolz is a geologist.', passage), true);
    assert.equal(withholds('Mira Stolz is a doctor.', passage), false);
  });

  it('for an admission of what the passages only deny', () => {
    const claim = 'The manager confirmed that drivers were dismissed.';
    assert.equal(withholds(claim, 'She denied that any drivers were dismissed.'), true);
    assert.equal(
      withholds(claim, 'She denied that any drivers were dismissed.', 'Drivers were dismissed, he said.'),
      false,
    );
  });

  it('for a part in what the name is only an outsider to', () => {
    const passage = 'Pavel Dorn, a doctor at Calder Hospital who was not involved in the study, praised it.';
    assert.equal(withholds('Calder Hospital took part in the study.', passage), true);
    assert.equal(
      withholds('Calder Hospital took part in the study.', passage, 'Calder Hospital joined the study.'),
      false,
    );
    assert.equal(withholds('Calder Hospital took part in the talks.', passage, 'The talks ended.'), false);
  });

  it('where the passages have but the name', () => {
    const passage = 'Mayor Anna Lind told reporters that the wall would be rebuilt.';
    assert.equal(withholds('Anna Lind spoke last.', passage), true);
    assert.equal(withholds('Anna Lind informed the press.', passage), false);
  });

  it('for another fuel', () => {
    const passage = 'The wood-fired bakery on Mill Road closed.';
    assert.equal(withholds('The bakery burned coal.', passage), true);
    assert.equal(withholds('The bakery burned wood.', passage), false);
    assert.equal(withholds('The bakery burned down.', 'The bakery burned down in May.'), false);
  });

  it('for somebody of whom the passages know only a namesake', () => {
    const passage = 'Dana Holm of the Treasury thanked Steve Ode, the envoy, and Maria Lind, his deputy.';
    assert.equal(withholds('Steve Barrow is the envoy.', passage, 'Steve was late.'), true);
    assert.equal(withholds('Nora Lind is the deputy of the envoy.', passage), true);
    assert.equal(withholds('Steve Ode is the envoy.', passage), false);
    assert.equal(withholds('M. Lind is the deputy of the envoy.', passage), false);
    assert.equal(withholds('Nora Lind is the deputy of the envoy.', passage, 'Nora Lind was late.'), false);
  });

  it('for as many years as the passages count months', () => {
    const passage = 'They had not spoken for almost two months.';
    assert.equal(withholds('Their last talk was nearly two years ago.', passage), true);
    assert.equal(withholds('Their last talk was two months ago.', passage), false);
    assert.equal(withholds('Their last talk was two years ago.', passage, 'The talk was two years ago.'), false);
  });

  it('for a whole clause of which the passages have nothing', () => {
    const passage = 'The boat is 12 metres long and does not leak.';
    assert.equal(withholds('The boat does not leak; the singing of its crew sounds loud.', passage), true);
    assert.equal(withholds('The boat does not leak; it measures 12 metres in length.', passage), false);
    assert.equal(withholds('The boat does not leak; the crew sings.', passage, 'Its crew sings at night.'), false);
  });
});

describe('a claim that nears the threshold', () => {
  const text = 'Anna Lind spoke last.';
  const claim: Claim = { span: { start: 0, end: text.length }, text };
  const told = 'Mayor Anna Lind told reporters that the wall would be rebuilt.';
  const passage = { sourceId: 'a', span: { start: 0, end: told.length }, text: told };
  const evidence: Evidence[] = [{ passage, kind: 'related', score: 1, changes: [] }];

  it('is left no more for falling just short of it than for passing it, where support is withheld', () => {
    const scores = [0.9, 0.501, 0.499, 0.3].map(score => verifyClaimBy(() => score, claim, evidence).score);
    assert.deepEqual(scores, [0.35, 0.35, 0.35, 0.3]);
  });
});
