import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { foldedKey, plainKey } from '../../src/quotes/candidates.ts';

describe('the key of a passage', () => {
  it('is the same by the short way as by folding', () => {
    const marks = fc.constantFrom(..."''‘’“”\"`–—-…. \n\t,;aZ9");
    const unit = fc.oneof(
      marks,
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('é', 'ß', '́', '\u00ad', '″'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), text => {
        assert.equal(plainKey(text), foldedKey(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps apostrophes within words and drops what else is no letter or figure', () => {
    assert.equal(plainKey('“Don’t —  ‘Stop’… it’s 3.5%!”'), "don't 'stop' it's 3 5");
    assert.equal(plainKey("``So'' Café"), 'so cafe');
  });
});
