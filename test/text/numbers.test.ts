import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numbers } from '../../src/text/numbers.ts';

const read = (text: string) =>
  numbers(text).map(n => [n.text, n.value, n.kind, ...(n.high === undefined ? [] : [n.high])]);

describe('numbers', () => {
  it('reads digits, separators, magnitudes and words', () => {
    assert.deepEqual(read('1,000 men, 3.5 miles, 2.4m people'), [
      ['1,000', 1000, 'count'],
      ['3.5', 3.5, 'count'],
      ['2.4m', 2_400_000, 'count'],
    ]);
    assert.deepEqual(
      numbers('two thousand five hundred, twenty-one, half a dozen, a hundred and five, 40 million').map(n => n.value),
      [2500, 21, 6, 105, 40e6],
    );
  });

  it('keeps per cent, money and ordinals apart from counts', () => {
    assert.deepEqual(read('12 per cent of $40 million on the 21st, its third year, £2bn'), [
      ['12 per cent', 12, 'percent'],
      ['$40 million', 40e6, 'money'],
      ['21st', 21, 'ordinal'],
      ['third', 3, 'ordinal'],
      ['£2bn', 2e9, 'money'],
    ]);
  });

  it('recognises years and the numbers of dates', () => {
    assert.deepEqual(
      numbers('On 16 October 2025 and in 1999, as in the 1990s, 2000 people came').map(n => n.kind),
      ['date', 'date', 'year', 'year', 'count'],
    );
  });

  it('says how exact a number claims to be and what it counts', () => {
    const found = numbers(
      'almost two months, about 30 ships, more than 5%, at least ten men, up to 9 years, 40 or more',
    );
    assert.deepEqual(
      found.map(n => [n.approximate, n.unit]),
      [
        ['almost', 'month'],
        ['about', 'ship'],
        ['over', 'percent'],
        ['atLeast', 'man'],
        ['atMost', 'year'],
        ['atLeast', 'or'],
      ],
    );
  });

  it('joins ranges', () => {
    assert.deepEqual(read('10-15 items, between 20 and 30 ships, 5 to 6 million'), [
      ['10-15', 10, 'count', 15],
      ['20 and 30', 20, 'count', 30],
      ['5 to 6 million', 5e6, 'count', 6e6],
    ]);
  });

  it('leaves names and pronouns alone', () => {
    assert.deepEqual(read('F-16 jets, G4S, COVID-19, no one, one of them, one another'), []);
  });

  it('never gives a span that is not the text it names', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '2', ',', '.', ' ', '$', '%', 'm', 'two ', 'of ', '-') }),
        text => {
          for (const n of numbers(text)) assert.equal(text.slice(n.span.start, n.span.end), n.text);
        },
      ),
    );
  });
});
