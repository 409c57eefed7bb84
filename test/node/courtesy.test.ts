import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createCourtesy, createPauses, longestPause } from '../../src/node/reading/courtesy.ts';
import { createReadingThreads } from '../../src/node/reading/readingThreads.ts';
import { toUri } from '../../src/node/uri.ts';
import { withFolder } from './temporaryFolder.ts';

/** A thread and a writer on a clock that only they move. */
function onOneClock(start: number) {
  let now = start;
  const pauses: number[] = [];
  const courtesy = createCourtesy(() => now);
  const wait = (milliseconds: number): void => {
    pauses.push(milliseconds);
    now += milliseconds;
  };
  const pause = createPauses(courtesy.shared, () => now, wait);
  return { courtesy, pauses, pause, work: (milliseconds: number) => (now += milliseconds) };
}

describe('work that waits until nobody types', () => {
  it('begins three seconds after the last key', async () => {
    let now = 1_000_000;
    const keys = [1000, 2500];
    const courtesy = createCourtesy(
      () => now,
      async milliseconds => {
        const key = keys.shift();
        now += key ?? milliseconds;
        if (key !== undefined) courtesy.typed();
      },
    );
    await courtesy.calm(new AbortController().signal);
    assert.equal(now, 1_000_000 + 1000 + 2500 + 3000);
  });

  it('never begins once its signal is aborted', async () => {
    await assert.rejects(createCourtesy().calm(AbortSignal.abort()), { name: 'AbortError' });
  });
});

describe('threads that let the writer go first', () => {
  it('pause while the writer waits, and go on when the answer is there', () => {
    const { courtesy, pauses, pause, work } = onOneClock(1_000_000);
    work(500);
    pause();
    assert.deepEqual(pauses, [], 'nobody has typed');
    courtesy.typed();
    work(10);
    pause();
    assert.deepEqual(pauses, [longestPause - 10], 'what is left of the moment');
    work(500);
    pause();
    courtesy.typed();
    courtesy.answered();
    pause();
    assert.equal(pauses.length, 1, 'the moment is over, the answer is there');
  });

  it('work six times as long as they pause at least, whatever the writer does and whether it is ever answered', () => {
    const move = fc.oneof(
      fc.record({ work: fc.integer({ min: 0, max: 40 }) }),
      fc.constantFrom('typed' as const, 'answered' as const),
    );
    const moves = fc.array(move, { minLength: 1, maxLength: 200 });
    // Around the moment at which what is shared begins anew, too.
    const start = fc.oneof(fc.integer({ min: 0, max: 2 ** 42 }), fc.integer({ min: 2 ** 31 - 300, max: 2 ** 31 }));
    fc.assert(
      fc.property(start, moves, (at, all) => {
        const { courtesy, pauses, pause, work } = onOneClock(at);
        let worked = 0;
        for (const next of all) {
          if (typeof next === 'string') courtesy[next]();
          else {
            work(next.work);
            worked += next.work;
            const before = pauses.length;
            pause();
            // A pause need not be a whole number of milliseconds, and sums of such are rounded.
            assert.ok((pauses[before] ?? 0) <= Math.min(longestPause, worked / 6) + 1e-6);
            if (pauses.length > before) worked = 0;
          }
        }
        // Nobody types any more: what is left of a moment is still due at most.
        const before = pauses.length;
        for (let i = 0; i < 100; i++) {
          work(10);
          pause();
        }
        assert.ok(pauses.slice(before).reduce((sum, pause) => sum + pause, 0) <= longestPause);
      }),
    );
  });

  it('do not wait for a clock that was set back', () => {
    const { courtesy, pauses, pause, work } = onOneClock(1_000_000);
    courtesy.typed();
    work(-500_000);
    pause();
    work(100);
    pause();
    assert.deepEqual(pauses, []);
  });

  it('read all files of a writer who is never answered', async () => {
    await withFolder({ 'a.txt': 'One.', 'b.txt': 'Two.' }, async folder => {
      const courtesy = createCourtesy();
      const threads = createReadingThreads({ courtesy });
      const tasks = ['a.txt', 'b.txt'].map(path => {
        const absolute = join(folder, path);
        return { uri: toUri(absolute), path, absolute, size: 4, maxBytes: 1e7, options: '' };
      });
      courtesy.typed();
      const batches = await threads.read(tasks);
      assert.deepEqual(
        batches.flatMap(({ outcomes }) => outcomes.map(({ kind }) => kind)),
        ['read', 'read'],
      );
      threads.close();
    });
  });
});
