import assert from 'node:assert/strict';
import { differences } from '../../src/claims/compare/differences.ts';
import { readPassage } from '../../src/claims/tokens.ts';

/** What the first passage, among all of these, leaves open of a claim. */
function open(claim: string, ...passages: string[]): string[] {
  const others = passages.map(readPassage);
  const [source] = others;
  assert.ok(source);
  return differences({ claim: readPassage(claim), source, others }).map(c => `${c.draft} -> ${c.source}`);
}

describe('differences', () => {
  it('are figures that no passage has, where this one has another of their kind', () => {
    const sold = 'The yard sold 41 boats last year.';
    assert.deepEqual(open('The yard delivered 52 boats to Norway.', sold), ['52 -> 41']);
    assert.deepEqual(open('The yard delivered 41 boats to Norway.', sold), []);
    assert.deepEqual(open('The yard delivered 52 boats to Norway.', sold, 'It delivered 52 boats.'), []);
  });

  it('are no sums of the figures of a passage', () => {
    const homes = 'The builder plans 52 homes in Ashby and 34 homes in Holt.';
    assert.deepEqual(open('The builder plans 86 homes in all.', homes), []);
  });

  it('are days in the same month or year', () => {
    const opened = 'The bridge was opened on 2 April 1925.';
    assert.deepEqual(open('The bridge was opened on 3 April 1925.', opened), ['3 April 1925 -> 2 April 1925']);
    assert.deepEqual(open('The bridge was opened on 2 April 1925.', opened), []);
    assert.deepEqual(open('The bridge was opened in April 1925.', opened), []);
  });

  it('are figures that a passage corrects', () => {
    const roof = 'The roof cost a quarter of the money, not a third.';
    assert.deepEqual(open('The roof cost a third of the money.', roof), ['a third -> a quarter']);
    assert.deepEqual(open('The roof cost a quarter of the money.', roof), []);
  });

  it('are bodies of another place', () => {
    const study = 'The study was done at the University of Halden.';
    assert.deepEqual(open('The study was done at the University of Marlow.', study), [
      'University of Marlow -> University of Halden',
    ]);
    assert.deepEqual(open('The study was done at the University of Halden.', study), []);
  });

  it('are firsts of another kind', () => {
    const first = 'Lena Falk was the first woman to lecture at the academy.';
    assert.deepEqual(open('Falk was the first woman to row across the bay.', first), [
      'row across the bay -> lecture at the academy',
    ]);
    assert.deepEqual(open('Falk was the first woman to give a lecture there.', first), []);
    assert.deepEqual(open('Falk was the second woman to row across the bay.', first), []);
  });

  it('are denials on one side', () => {
    const promise = 'The minister cannot guarantee the supply of gas.';
    assert.equal(open('The minister has guaranteed the supply of gas.', promise).length, 1);
    assert.deepEqual(open('The minister cannot guarantee the supply of gas.', promise), []);
  });

  it('are words of another speaker of a transcript', () => {
    const words = 'COUNCILLOR DEMIR: The old bridge will be closed for good in the autumn.';
    assert.deepEqual(open('Quist said that the old bridge would be closed for good in the autumn.', words), [
      'Quist -> COUNCILLOR DEMIR',
    ]);
    assert.deepEqual(open('Demir said that the old bridge would be closed for good in the autumn.', words), []);
  });

  it('are none where nothing is told otherwise', () => {
    assert.deepEqual(open('The bridge is old.', 'The bridge was built of oak.'), []);
  });
});
