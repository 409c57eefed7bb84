import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { createReadingThreads } from '../../src/node/reading/readingThreads.ts';
import type { ReadOutcome, ReadTask } from '../../src/node/reading/readOne.ts';
import { toUri } from '../../src/node/uri.ts';
import { withFolder } from './temporaryFolder.ts';

function taskOf(folder: string, path: string, size = 100): ReadTask {
  const absolute = join(folder, path);
  return { uri: toUri(absolute), path, absolute, size, maxBytes: 1e7, options: '' };
}

function told(outcome: ReadOutcome | undefined): string {
  if (outcome?.kind !== 'read') return outcome?.kind ?? 'nothing';
  return outcome.read.sources[0]?.text.slice(0, 20) ?? outcome.read.problems[0]?.message ?? '';
}

describe('reading in threads', function () {
  this.timeout(30_000);

  it('gives the outcomes in order, again and again, with what the store needs', async () => {
    await withFolder({ 'a.txt': 'One. Two.', 'b.md': '# B', 'empty.txt': '' }, async folder => {
      const threads = createReadingThreads();
      const tasks = ['a.txt', 'gone.txt', 'b.md', 'empty.txt', ''].map(path => taskOf(folder, path));
      for (let round = 0; round < 3; round++) {
        const outcomes = await Promise.all([threads.read(tasks), threads.read(tasks)]);
        for (const batch of outcomes)
          assert.deepEqual(batch.map(told), ['One. Two.', 'gone', '# B', 'is empty', 'folder']);
      }
      const [first] = await threads.read(tasks);
      assert.ok(first?.kind === 'read' && first.facts);
      assert.deepEqual([...(first.read.spans?.[0] ?? [])], [0, 4, 5, 9]);
      const again = await threads.read([{ ...taskOf(folder, 'a.txt'), before: first.facts }]);
      assert.equal(told(again[0]), 'same');
      threads.close();
    });
  });

  it('reports a file that takes too long or too much memory, and reads those beside it', async () => {
    await withFolder({ 'a.txt': 'One.', 'c.txt': 'Three.' }, async folder => {
      await writeFile(join(folder, 'b.txt'), 'Word one. '.repeat(900_000));
      const tasks = ['a.txt', 'b.txt', 'c.txt'].map(path => taskOf(folder, path, 0));
      const small = createReadingThreads({ memory: 24 });
      assert.deepEqual((await small.read(tasks)).map(told), ['One.', 'takes too much memory to read', 'Three.']);
      small.close();
    });
    await withFolder({ 'a.txt': 'One.' }, async folder => {
      const hasty = createReadingThreads({ patience: 0 });
      assert.deepEqual((await hasty.read([taskOf(folder, 'a.txt', 0)])).map(told), ['takes too long to read']);
      hasty.close();
    });
  });
});
