import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Evidence, QuotationItem, Source } from '../../src/model.ts';
import { renderCard } from '../../src/server/card.ts';
import { plain } from '../../src/server/markup.ts';
import { createSay } from '../../src/server/say.ts';

const words = 'The bridge is long.';
const span = { start: 0, end: words.length };

/** The card of an exact quotation that these sources have; those of one letter are reprints of one text. */
function cardOf(...ids: readonly string[]): string {
  const found = ids.map(
    (sourceId): Evidence => ({ passage: { sourceId, span, text: words }, kind: 'exact', score: 1, changes: [] }),
  );
  const verdict = { label: 'exact', evidence: found, reason: 'As it stands.', by: 'comparison' } as const;
  const item = { kind: 'quotation', verdict } as unknown as QuotationItem;
  return renderCard(
    { kind: 'quotation', span, item, findings: [], ignored: [] },
    {
      markup: plain,
      say: createSay(),
      told: [],
      source: (id): Source => ({
        id,
        uri: id,
        path: `${id}.txt`,
        title: `Title ${id}`,
        authors: [],
        text: words,
        hash: id,
      }),
      origin: id => id.slice(0, 1),
      link: ({ path }) => path,
    },
  );
}

describe('the card of a quotation', () => {
  for (const [ids, shown] of [
    [['a1'], ['a1']],
    [
      ['a1', 'b1', 'c1'],
      ['a1', 'b1'],
    ],
    [
      ['a1', 'a2', 'a3', 'b1'],
      ['a1', 'b1'],
    ],
    [['a1', 'a2'], ['a1']],
  ] as const) {
    it(`shows ${shown.join(' and ')} of ${ids.join(', ')}`, () => {
      const titles = [...cardOf(...ids).matchAll(/Title (\w+)/g)].map(([, id]) => id);
      assert.deepEqual(titles, shown);
    });
  }

  it('says in plain words who judged', () => assert.match(cardOf('a1'), /\n\nCompared word by word$/));
});
