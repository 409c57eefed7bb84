import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRecentOf } from '../../src/sources/recentOf.ts';

describe('what was found out lately', () => {
  it('is kept for the last objects, asked for in whatever order, and made anew for those before', () => {
    const keys = Array.from({ length: 12 }, (_, number) => ({ number }));
    const made: number[] = [];
    const recent = createRecentOf<{ number: number }, string>(3);
    const ask = (number: number): string => {
      const key = keys[number] ?? { number };
      return recent(key, () => {
        made.push(number);
        return `value ${number}`;
      });
    };
    for (const number of [0, 1, 2, 0, 1, 2, 3, 0, 4]) assert.equal(ask(number), `value ${number}`);
    assert.deepEqual(made, [0, 1, 2, 3, 4], 'those that are asked for again stay');
    for (const number of [5, 6, 7, 8, 9, 10, 11, 0]) ask(number);
    assert.deepEqual(made.slice(5), [5, 6, 7, 8, 9, 10, 11, 0], 'what was not asked for lately is let go');
  });
});
