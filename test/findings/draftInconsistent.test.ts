import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createEngine, createSourceStore } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';

/** The words marked as inconsistent, in the order of the draft. */
async function marked(text: string): Promise<string[]> {
  const draft: Draft = { uri: 'file:///w/draft.md', language: 'markdown', text };
  const { findings } = await createEngine({ store: createSourceStore() }).check(draft);
  return findings
    .filter(({ code }) => code === 'draft-inconsistent')
    .map(({ span }) => text.slice(span.start, span.end));
}

const between = '\n\nThe harbour of Ketterby was dug by hand in the winter of 1871.\n\n';

describe('draft-inconsistent', () => {
  const pairs: readonly (readonly [string, string, string[]])[] = [
    [
      'The Ketterby library cost 40 million euros.',
      'In the end the Ketterby library cost 14 million euros.',
      ['40 million euros', '14 million euros'],
    ],
    ['Ada Lind employs 120 people.', 'Lind employs 210 people in all.', ['120', '210']],
    [
      'About 38 per cent of voters backed Ada Lind.',
      'Some 48 per cent of the voters backed Lind.',
      ['38 per cent', '48 per cent'],
    ],
    ['The Ketterby library cost 40 million euros.', 'The library of Ketterby cost about 41 million euros.', []],
    ['The Ketterby library cost 40 million euros.', 'The Ketterby library cost more than 38 million euros.', []],
    ['The Ketterby library cost 40 million euros.', 'The Rosk library cost 14 million euros.', []],
    ['Lind employs 120 people.', 'Lind employs 30 people in Germany.', []],
    ['In 2019 Lind employed 120 people.', 'In 2022 Lind employed 210 people.', []],
    ['Lind opened the first library on Friday.', 'Lind opened 12 schools on Friday.', []],
    ['The library holds 120,000 books.', 'The library lends 20,000 books a month.', []],
  ];
  for (const [first, second, expected] of pairs) {
    it(`${expected.length > 0 ? 'marks' : 'lets pass'}: ${first} / ${second}`, async () => {
      assert.deepEqual(await marked(first + between + second), expected);
    });
  }

  it('offers the other figure', async () => {
    const draft: Draft = {
      uri: 'file:///w/draft.md',
      language: 'markdown',
      text: `${pairs[0]?.[0]}${between}${pairs[0]?.[1]}`,
    };
    const { findings } = await createEngine({ store: createSourceStore() }).check(draft);
    const found = findings.filter(({ code }) => code === 'draft-inconsistent');
    assert.deepEqual(
      found.map(f => f.fixes[0]?.edits[0]?.text),
      ['14 million euros', '40 million euros'],
    );
    assert.equal(found[0]?.severity, 'information');
  });
});
