import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchQuotation } from '../../src/quotes/matchQuotation.ts';
import { quoteVariants } from '../../src/quotes/variants.ts';
import { processorTime } from '../processorTime.ts';
import { draftOf, libraryOf, quotationsOf } from './library.ts';

/** What odd quotations are made of: words that stand everywhere, figures, marks of omission and insertion, nothing at all. */
const oddPieces = [
  'a ',
  'the ',
  'not ',
  'never again ',
  '1 ',
  '−12% ',
  '… ',
  '[…] ',
  '[sic] ',
  '. ',
  '‘so’ ',
  "it's ",
  '墙',
  'é',
  '- ',
  'storm-proof ',
  '(',
  '$',
  'x',
];

/** A text of made-up sentences, the same for the same length. */
function prose(length: number): string {
  const words =
    'the wall was never meant to hold back a storm like this one and nobody told us what came from the north'.split(
      ' ',
    );
  let text = '';
  for (let at = 0; text.length < length; at++) {
    const word = words[(at * 7 + Math.floor(at / 11)) % words.length] ?? '';
    text += at % 13 === 0 ? `${at}. ${word.charAt(0).toUpperCase()}${word.slice(1)} ` : `${word}${at % 29} `;
  }
  return text.slice(0, length).trim();
}

const library = libraryOf(
  `Mayor Lind said: "${prose(40_000)}" and left.`,
  prose(30_000),
  'never again the a 1 '.repeat(2000),
  'a … the [sic] not '.repeat(2000),
  '墙'.repeat(20_000),
);

/** Milliseconds of processor time that a quotation takes. */
function cost(words: string): number {
  const draft = draftOf(`Lind said: “${words}”\n`);
  const quotations = quotationsOf(draft);
  return processorTime(() => {
    for (const quotation of quotations) quoteVariants(quotation, matchQuotation(quotation, draft, library), library);
  });
}

/** Four times the length may take four times as long; three times that is left for noise, and what is too short to measure. */
function assertLinear(make: (length: number) => string): void {
  cost(make(5000));
  const short = Math.min(cost(make(5000)), cost(make(5000)));
  const long = Math.min(cost(make(20_000)), cost(make(20_000)));
  assert.ok(long <= 12 * Math.max(short, 25), `5,000 characters ${short} ms, 20,000 characters ${long} ms`);
}

describe('the time of a match', () => {
  it('grows with a long quotation no faster than its length', () => {
    assertLinear(length => prose(length));
    assertLinear(length => prose(length).replace(/ (\w+)9 /g, ' other '));
    assertLinear(length => prose(length).split('. ').reverse().join('. '));
    assertLinear(length => prose(length).replace(/ (\w+)9 /g, ' … '));
    assertLinear(length => prose(length).replace(/ (\w+)9 /g, ' [x] '));
  });

  it('is under a second for 20,000 characters, word for word or every third changed', () => {
    for (const words of [prose(20_000), prose(20_000).replace(/ (\w+)[369] /g, ' other ')]) {
      cost(words);
      assert.ok(cost(words) < 1000, `${cost(words)} ms`);
    }
  });

  it('grows no faster however odd the quotation is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...oddPieces), { minLength: 1, maxLength: 8 }), pieces => {
        const odd = pieces.join('');
        assertLinear(length => odd.repeat(Math.ceil(length / odd.length)).slice(0, length));
      }),
      { numRuns: 12 },
    );
  });
});
