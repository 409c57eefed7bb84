import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createNearDuplicates } from '../../src/sources/nearDuplicates.ts';
import { likeness, resemblance, sketchOf } from '../../src/sources/sketch.ts';
import { makeArticles, mulberry32 } from '../bench/corpus.ts';

const articles = [...makeArticles(40)].map(({ text }) => text);

/** The text with some of its words replaced, always the same for the same seed. */
function edited(text: string, share: number, seed: number): string {
  const random = mulberry32(seed);
  return text.replace(/\p{L}+/gu, word => (random() < share ? `other${Math.floor(random() * 1e6)}` : word));
}

function duplicatesOf(texts: Readonly<Record<string, string>>) {
  const found = createNearDuplicates(id => texts[id]);
  for (const [id, text] of Object.entries(texts)) found.add(id, () => sketchOf(text));
  return found;
}

describe('near-duplicates', () => {
  it('are copies with another headline, byline and agency line', () => {
    const [text = '', other = ''] = articles;
    const copy = `THE MORNING PAPER\n\nA headline all its own\n\nBy Staff and Agencies\n\n${text.toUpperCase()}\n(Agency)`;
    const found = duplicatesOf({ 'b.txt': text, 'a.txt': copy, 'c.txt': other });
    assert.equal(found.origin('b.txt'), 'a.txt');
    assert.equal(found.origin('a.txt'), 'a.txt');
    assert.equal(found.origin('c.txt'), 'c.txt');
    assert.equal(found.origin('unknown'), 'unknown');
  });

  it('are none below four fifths of common word triples, however alike the sketches look', () => {
    for (const [i, text] of articles.entries()) {
      for (const share of [0.02, 0.04, 0.08, 0.12]) {
        const other = edited(text, share, i + 1);
        const found = duplicatesOf({ a: text, b: other });
        const isOne = found.origin('b') === 'a';
        if (isOne) assert.ok(resemblance(text, other) >= 0.8, `${resemblance(text, other)}`);
        if (share === 0.02) assert.ok(isOne, `article ${i}: ${resemblance(text, other)}`);
      }
    }
  });

  it('are no two articles of one corpus, nor two forms filled in with other figures', () => {
    const form = (figures: readonly number[]): string =>
      Array.from({ length: 12 }, (_, i) => `The gauge at mile ${i} read ${figures[i]} feet at ${i} this morning.`).join(
        ' ',
      );
    const texts: Record<string, string> = { first: form([...Array(12).keys()]), second: form(Array(12).fill(77)) };
    articles.forEach((text, i) => {
      texts[`article ${i}`] = text;
    });
    const found = duplicatesOf(texts);
    for (const id of Object.keys(texts)) assert.equal(found.origin(id), id);
  });

  it('leave with the last copy, whatever the order in which they come and go', () => {
    const [text = ''] = articles;
    const texts: Record<string, string> = {
      a: text,
      b: edited(text, 0.01, 1),
      c: edited(text, 0.01, 2),
      short: 'Too short.',
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.keys(texts), { minLength: 4 }),
        fc.subarray(Object.keys(texts)),
        (order, gone) => {
          const found = createNearDuplicates(id => texts[id]);
          for (const id of order) found.add(id, () => sketchOf(texts[id] ?? ''));
          for (const id of gone) found.remove(id);
          const left = ['a', 'b', 'c'].filter(id => !gone.includes(id));
          for (const id of left) assert.equal(found.origin(id), left[0]);
          for (const id of [...gone, 'short']) assert.equal(found.origin(id), id);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are the same when they are compared in small steps, whatever comes, goes and is asked between two of them', () => {
    const [text = '', second = ''] = articles;
    const versions = [text, edited(text, 0.01, 1), edited(text, 0.02, 2), second, edited(second, 0.01, 3)];
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), id, version: fc.nat(versions.length - 1) }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'ask' as const, 'tidy' as const), id }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const texts: Record<string, string> = {};
        const found = createNearDuplicates(id => texts[id]);
        let tidying = found.tidy();
        for (const { id, ...step } of steps) {
          if (step.kind === 'add') {
            const version = versions[step.version] ?? '';
            texts[id] = version;
            found.add(id, () => sketchOf(version));
          } else if (step.kind === 'remove') {
            delete texts[id];
            found.remove(id);
          } else if (step.kind === 'ask') assert.equal(found.origin(id), duplicatesOf(texts).origin(id));
          else if (tidying.next().done) tidying = found.tidy();
        }
        const fresh = duplicatesOf(texts);
        for (const id of Object.keys(texts)) assert.equal(found.origin(id), fresh.origin(id));
      }),
      { numRuns: 60 },
    );
  });

  it('take one text a step', () => {
    let looks = 0;
    const found = createNearDuplicates(id => articles[Number(id)]);
    articles.forEach((text, i) => {
      found.add(`${i}`, () => {
        looks++;
        return sketchOf(text);
      });
    });
    assert.equal(looks, 0);
    let steps = 0;
    for (const _ of found.tidy()) assert.equal(looks, ++steps);
    assert.equal(steps, articles.length);
  });

  it('sketches estimate the exact share', () => {
    let worst = 0;
    for (const [i, text] of articles.entries()) {
      const other = edited(text, 0.01 * (i % 20), i);
      const [a, b] = [sketchOf(text), sketchOf(other)];
      assert.ok(a && b);
      worst = Math.max(worst, Math.abs(likeness(a, b) - resemblance(text, other)));
    }
    assert.ok(worst < 0.2, `off by ${worst}`);
  });

  it('counts characters of scripts without spaces as words', () => {
    const text = Array.from({ length: 60 }, (_, i) => String.fromCharCode(0x4e00 + i * 7)).join('');
    assert.ok(sketchOf(text));
    assert.equal(resemblance(text, `${text}。`), 1);
  });
});
