import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Source } from '../../src/model.ts';
import { findQuotes } from '../../src/quotes/findQuotes.ts';
import { packQuotes, unpackQuotes } from '../../src/quotes/packQuotes.ts';

function sourceOf(text: string): Source {
  return { id: 'a', uri: 'a', path: 'a.txt', title: 'A', authors: [], text, hash: 'a' };
}

const texts = [
  ...readFileSync(join(process.cwd(), 'test/quotes/articles.txt'), 'utf8').split(/^=== /m),
  ...readdirSync('seeds')
    .filter(name => name.endsWith('.txt'))
    .map(name => readFileSync(join('seeds', name), 'utf8')),
];

describe('quotes in few bytes', () => {
  it('are the same again, whoever is quoted and however', () => {
    for (const text of texts) {
      const source = sourceOf(text.replace(/⟦[^¦⟧]*¦([^⟧]*)⟧/g, '$1'));
      const quotes = findQuotes(source);
      const again = unpackQuotes(packQuotes(quotes), source);
      assert.deepEqual(again, quotes);
      // The parts of one quotation have one attribution between them, by which they are known to be one.
      const shared = (all: typeof quotes) =>
        all.map(({ attribution }) => all.findIndex(other => other.attribution === attribution));
      assert.deepEqual(shared(again ?? []), shared(quotes));
    }
  });

  it("that are damaged, or another text's, are none, or lie within the text", () => {
    const source = sourceOf('“We go,” said Anna Lind. “Now.”');
    const bytes = packQuotes(findQuotes(source));
    assert.equal(unpackQuotes(bytes, sourceOf('“We')), undefined);
    for (const cut of bytes.keys()) assert.equal(unpackQuotes(bytes.subarray(0, cut), source), undefined);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        for (const { passage } of unpackQuotes(bytes.with(at, value), source) ?? []) {
          assert.equal(passage.text, source.text.slice(passage.span.start, passage.span.end));
        }
      }),
    );
  });
});
