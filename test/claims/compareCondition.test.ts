import assert from 'node:assert/strict';
import { compareCondition } from '../../src/claims/compare/polarity/compareCondition.ts';
import { readPassage } from '../../src/claims/tokens.ts';

/** What the first passage, among all of these, ties to a condition. */
function tied(claim: string, ...passages: string[]): string[] {
  const others = passages.map(readPassage);
  const [source] = others;
  assert.ok(source);
  return compareCondition({ claim: readPassage(claim), source, others }).map(c => `${c.draft} -> ${c.source}`);
}

const grant = 'If both grants are paid, work on the pier would begin next summer and up to 90 jobs would be created.';
const ban = 'The ban on bathing will be lifted if the tests come back clean, the ministry said.';

describe('a thing told without its condition', () => {
  it('is not borne out by the passage that ties it to one', () => {
    assert.deepEqual(tied('Work on the pier starts next summer and will create 90 jobs.', grant), [
      'starts -> If both grants are paid, work on the pier would begin',
    ]);
    assert.deepEqual(tied('The ministry will lift the ban on bathing.', ban), [
      'lift -> will be lifted if the tests come back clean, the ministry said',
    ]);
    assert.deepEqual(
      tied(
        'The council will cut the water supply to farms.',
        'Unless rain falls soon, the council would cut the water supply to farms.',
      ),
      ['cut -> Unless rain falls soon, the council would cut'],
    );
  });

  it('may be told with it, in whatever words', () => {
    assert.deepEqual(tied('Work on the pier could begin next summer.', grant), []);
    assert.deepEqual(tied('Once the tests are clean the ministry will lift the ban on bathing.', ban), []);
    assert.deepEqual(tied('The ban on bathing depends on the tests.', ban), []);
  });

  it('is borne out where another passage says it plainly', () => {
    const plain = 'The ministry lifted the ban on bathing on Friday.';
    assert.deepEqual(tied('The ministry lifted the ban on bathing.', ban, plain), []);
  });

  it('is told of that thing only', () => {
    assert.deepEqual(tied('The ministry tested the water for the bathing season.', ban), []);
    assert.deepEqual(tied('They will lift the lid.', 'Asked if they would lift the lid, they laughed.'), []);
    assert.deepEqual(tied('The two grants were paid for the pier.', grant), []);
  });
});
