import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLandmarks, isCommon } from '../../src/search/landmarks.ts';
import { placeOf } from '../../src/search/postings.ts';
import { lowerBound } from '../../src/search/segment.ts';
import { mulberry32 } from '../bench/corpus.ts';

/** Words that stand evenly, crowded at one end, in runs, or everywhere. */
function lists(rows: number): Uint32Array[] {
  const random = mulberry32(rows);
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  return [
    all,
    all.filter(() => random() < 0.3),
    all.filter(row => random() < (row < rows / 2 ? 0.02 : 0.9)),
    all.filter(row => row % 1000 < 200),
    all.filter(row => row < rows / 20),
  ];
}

describe('the place of a passage in a common word’s list', () => {
  const cases = [5000, 100_000, 1_500_000].flatMap(rows => lists(rows).map(passages => ({ rows, passages })));

  it('is the one that a search by halves finds, in the whole list or a part of it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: cases.length - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (which, x, y, z) => {
          const { rows, passages } = cases[which] ?? { rows: 0, passages: new Uint32Array(0) };
          const counts = new Uint8Array(0);
          const [from = 0, to = 0] = [x, y].map(share => Math.floor(share * passages.length)).sort((a, b) => a - b);
          const passage = Math.floor(z * (rows - 1));
          const landmarks = createLandmarks(passages, 0, passages.length, rows);
          for (const known of [landmarks, undefined]) {
            const place = placeOf({ passages, counts, from, to, landmarks: known }, passage, from, rows);
            assert.equal(place, lowerBound(passages, passage, from, to));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is noted for words that many passages hold', () => {
    assert.equal(isCommon(1023, 1100), false);
    assert.equal(isCommon(1024, 1100), true);
    assert.equal(isCommon(3000, 100_000), false);
    assert.equal(isCommon(3125, 100_000), true);
  });
});
