import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { oneLine, shortened, shortenedToEnds } from '../../src/text/shortened.ts';

/** Half of a character. */
const halved = /\p{Cs}/u;

describe('shortened text', () => {
  for (const [text, limit, expected] of [
    ['The bridge is long', 18, 'The bridge is long'],
    [' The\r\n\tbridge  is\u00a0long ', 18, 'The bridge is long'],
    ['The bridge\u200b\u200b is long', 18, 'The bridge is long'],
    ['The bridge is long', 17, 'The bridge is…'],
    ['The bridge is long', 14, 'The bridge is…'],
    ['The bridge, which is long', 18, 'The bridge, which…'],
    ['The bridge, which is long', 13, 'The bridge…'],
    ['Unforgettable', 6, 'Unfor…'],
    ['a Unforgettable', 6, 'a Unf…'],
    ['🌉🌉🌉🌉', 4, '🌉…'],
    ['🌉🌉🌉🌉', 5, '🌉🌉…'],
  ] as const) {
    it(`of “${text.trim()}” in ${limit} is “${expected}”`, () => assert.equal(shortened(text, limit), expected));
  }

  it('is a beginning of the line, no longer than allowed, with no character cut in two', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '\n', ',', 'a', 'é', '🌉', '\ud83c'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (words, limit) => {
        const short = shortened(words, limit);
        assert.ok(short.length <= limit);
        assert.ok(!halved.test(short) || halved.test(words));
        assert.ok(
          oneLine(words).startsWith(short.endsWith('…') && short !== oneLine(words) ? short.slice(0, -1) : short),
        );
      }),
    );
  });

  for (const [text, limit, expected] of [
    ['The bridge is long', 18, 'The bridge is long'],
    ['I think I might speak to Russia about that, in all fairness.', 34, 'I think I might… in all fairness.'],
    ['I think I might speak to Russia about that.', 34, 'I think I might… about that.'],
    ['Unforgettable', 8, 'Unf… ble'],
    ['🌉🌉🌉🌉🌉🌉', 8, '🌉… 🌉🌉'],
  ] as const) {
    it(`of “${text}” with its end in ${limit} is “${expected}”`, () =>
      assert.equal(shortenedToEnds(text, limit), expected));
  }

  it('with its end is no longer than allowed either, with no character cut in two', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', ',', 'a', 'é', '🌉', 'bcd'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (words, limit) => {
        const short = shortenedToEnds(words, limit);
        assert.ok(short.length <= limit, short);
        assert.ok(!halved.test(short), short);
        const [head = '', tail = ''] = short.split('… ');
        assert.ok(oneLine(words).startsWith(head) && oneLine(words).endsWith(tail), short);
      }),
    );
  });
});
