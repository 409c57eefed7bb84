import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Collection, discount, frequencyOf } from '../../src/search/bm25.ts';
import { gather } from '../../src/search/gather.ts';
import { createSegments } from '../../src/search/segments.ts';
import { type Term, weigh } from '../../src/search/weigh.ts';
import { mulberry32 } from '../bench/corpus.ts';

const dictionarySize = 400;

/** Passages of one to nine words, those of lower numbers commoner; ten to a source. */
function collectionOf(sizes: readonly number[]): Collection {
  const random = mulberry32(sizes.length);
  const segments = createSegments(() => true);
  let passage = 0;
  for (const size of sizes) {
    const words: number[] = [];
    const wordEnds = Uint32Array.from({ length: size }, () => {
      const length = 1 + Math.floor(random() * 9);
      for (let i = 0; i < length; i++) words.push(Math.floor(dictionarySize ** random()) - 1);
      return words.length;
    });
    const sources = Uint32Array.from({ length: size }, () => Math.floor(passage++ / 10));
    const spans = new Uint32Array(size);
    segments.seal({ sources, starts: spans, ends: spans, wordEnds, words: Uint32Array.from(words) }, dictionarySize);
  }
  return { ...segments.settle(), allowed: undefined, only: undefined };
}

function termsOf(words: readonly number[], collection: Collection): Term[] {
  const asked = words.map(word => ({ words: [word], weight: word % 3 ? 1 : 0.3, kin: [word] }));
  return weigh(
    asked.map(term => ({ ...term, frequency: frequencyOf(term.kin, collection) })),
    collection,
  );
}

/** Every passage scored, best first, equal ones in their order. */
function naive(terms: readonly Term[], collection: Collection, wanted: number): [passage: number, score: number][] {
  const scores = new Map<number, number>();
  const { fixed, perWord } = discount(collection);
  for (const { weight, postings } of terms) {
    for (const [part, { passages, counts, from, to }] of postings.entries()) {
      const { segment, base = 0 } = collection.parts[part] ?? {};
      for (let i = from; i < to; i++) {
        const [row = 0, count = 0] = [passages[i], counts[i]];
        const share = (weight * count) / (count + fixed + perWord * (segment?.lengths[row] ?? 0));
        scores.set(base + row, (scores.get(base + row) ?? 0) + share);
      }
    }
  }
  return [...scores].sort(([p, x], [q, y]) => y - x || p - q).slice(0, wanted);
}

describe('gather', () => {
  /** By the number of passages in each of their parts. */
  const collections = new Map(
    [[], [300], [40_000], [170_000], [60_000, 25_000, 900]].map(sizes => [sizes, collectionOf(sizes)]),
  );

  it('finds what scoring every passage finds, in one stretch or many, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...collections.keys()),
        fc.uniqueArray(fc.nat({ max: dictionarySize - 1 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 3, 20, 256, 5000),
        (sizes, words, wanted) => {
          const collection = collections.get(sizes) as Collection;
          const terms = termsOf(words, collection);
          const { passages, scores, length } = gather(terms, collection, wanted);
          const found = Array.from(passages.subarray(0, length), (passage, i) => [passage, scores[i] ?? 0] as const);
          found.sort(([p, x], [q, y]) => y - x || p - q);
          assert.deepEqual(found, naive(terms, collection, wanted));
        },
      ),
      { numRuns: 60 },
    );
  });
});
