import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distanceFrom } from '../../src/text/editDistance.ts';
import { naiveDistance } from '../search/naiveDistance.ts';

describe('distanceFrom', () => {
  it('agrees with the whole table up to the bound, from word to word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(
        word,
        fc.array(word, { maxLength: 4 }),
        fc.nat({ max: 3 }),
        fc.boolean(),
        (typed, words, most, open) => {
          const distance = distanceFrom(typed, most, open);
          for (const other of words) {
            assert.equal(distance(other), Math.min(most + 1, naiveDistance(typed, other, open)), other);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
