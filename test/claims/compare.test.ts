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

  it('knows what confirms from what doubts', () => {
    const audit = 'The audit doubts the promised savings.';
    assert.deepEqual(pairs('The audit confirmed the promised savings.', audit), ['confirmed -> doubts']);
    assert.deepEqual(pairs('The audit questioned the promised savings.', audit), []);
  });
});
