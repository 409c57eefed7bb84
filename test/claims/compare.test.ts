import assert from 'node:assert/strict';
import { compare } from '../../src/claims/compare/compare.ts';
import { readPassage } from '../../src/claims/tokens.ts';

/** The pairs that the first passage, among all of these, holds against a claim. */
function pairs(claim: string, ...passages: string[]): string[] {
  const others = passages.map(readPassage);
  const [source] = others;
  assert.ok(source);
  return compare({ claim: readPassage(claim), source, others }).map(c => `${c.draft} -> ${c.source}`);
}

describe('compare', () => {
  const moves = 'The maternity ward will move to Alder Valley in March 2026.';
  const closes = 'The merger with Alder Valley will move the maternity ward by the end of 2026.';

  it('holds a month against a month, whatever else is in that year', () => {
    assert.deepEqual(pairs('The maternity ward moves to Alder Valley in May 2026.', moves, closes), [
      'May 2026 -> March 2026',
    ]);
    assert.deepEqual(pairs('The maternity ward moves to Alder Valley in March 2026.', moves, closes), []);
    assert.deepEqual(pairs('The maternity ward moves to Alder Valley in 2026.', moves, closes), []);
  });

  it('knows a vote of one mind from one with two sides', () => {
    const vote = 'The council voted 23 to 19 for the merger.';
    assert.deepEqual(pairs('The council voted unanimously for the merger.', vote), ['unanimously -> 23 to 19']);
    assert.deepEqual(pairs('The council voted unanimously for the merger.', vote, 'The vote was unanimous.'), []);
  });

  it('puts figures right together that changed places', () => {
    const fall = 'Support fell from 92 percent to 84 percent within a year.';
    assert.deepEqual(pairs('Support fell from 84 to 92 percent within a year.', fall), [
      'from 84 to 92 percent -> from 92 percent to 84 percent',
    ]);
    assert.deepEqual(pairs('Support fell from 92 to 84 percent within a year.', fall), []);
    const cut = 'The speed limit will be cut from 50 to 30 in June.';
    assert.deepEqual(pairs('The speed limit will be raised from 30 to 50 in June.', cut), [
      'raised from 30 to 50 -> cut from 50 to 30',
    ]);
    const jury = 'A jury of seven women and five men was chosen.';
    assert.deepEqual(pairs('A jury of seven men and five women was chosen.', jury), [
      'seven men and five women -> seven women and five men',
    ]);
    assert.deepEqual(pairs('A jury of five men and seven women was chosen.', jury), []);
  });

  it('knows what somebody is from what he is not', () => {
    const no = 'Her brother Tom Weller is not a suspect in the case.';
    assert.deepEqual(pairs('Tom Weller is a suspect in the case.', no), ['is a suspect -> is not a suspect']);
    assert.deepEqual(pairs('Tom Weller is no suspect in the case.', no), []);
    assert.deepEqual(pairs('Tom Weller is a suspect.', no, 'Tom Weller is a suspect.'), []);
  });

  it('knows one thing of a kind from another in the same place', () => {
    const bus = 'Renn works as a bus driver today.';
    assert.deepEqual(pairs('Renn works as a train driver today.', bus), ['train -> bus']);
    assert.deepEqual(pairs('Renn works as a coach driver today.', bus), []);
    assert.deepEqual(pairs('Renn works as a train driver today.', bus, 'Renn also works as a train driver.'), []);
  });

  it('knows what is still to be decided', () => {
    const open = 'Falk said that she would study the verdict before deciding whether to appeal.';
    assert.deepEqual(pairs('Falk announced that she would appeal.', open), [
      'would appeal -> before deciding whether to appeal',
    ]);
    assert.deepEqual(pairs('Falk has not said whether she would appeal.', open), []);
    assert.deepEqual(pairs('Falk may appeal the verdict.', open), []);
  });

  it('knows what confirms from what doubts', () => {
    const audit = 'The audit doubts the promised savings.';
    assert.deepEqual(pairs('The audit confirmed the promised savings.', audit), ['confirmed -> doubts']);
    assert.deepEqual(pairs('The audit questioned the promised savings.', audit), []);
  });
});
