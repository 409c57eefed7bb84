import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { ReadBatch } from '../../src/node/reading/batchMessage.ts';
import { createReadingThreads } from '../../src/node/reading/readingThreads.ts';
import type { ReadOutcome, ReadTask } from '../../src/node/reading/readOne.ts';
import { toUri } from '../../src/node/uri.ts';
import { passageIndexFromBytes } from '../../src/search/passageIndex.ts';
import { withFolder } from './temporaryFolder.ts';

function taskOf(folder: string, path: string, size = 100): ReadTask {
  const absolute = join(folder, path);
  return { uri: toUri(absolute), path, absolute, size, maxBytes: 1e7, options: '' };
}

function told(outcome: ReadOutcome | undefined): string {
  if (outcome?.kind !== 'read') return outcome?.kind ?? 'nothing';
  return outcome.read.sources[0]?.text.slice(0, 20) ?? outcome.read.problems[0]?.message ?? '';
}

function outcomesOf(batches: readonly ReadBatch[]): readonly ReadOutcome[] {
  return batches.flatMap(({ outcomes }) => outcomes);
}

/** The ids that a store would not have to index itself. */
function indexed(batch: ReadBatch | undefined): string[] | undefined {
  return batch?.index && passageIndexFromBytes(batch.index)?.sourceIds();
}

describe('reading in threads', () => {
  it('gives the outcomes in order, again and again, with what the store needs', async () => {
    await withFolder({ 'a.txt': 'One. Two.', 'b.md': '# B', 'empty.txt': '' }, async folder => {
      const threads = createReadingThreads();
      const tasks = ['a.txt', 'gone.txt', 'b.md', 'empty.txt', ''].map(path => taskOf(folder, path));
      for (let round = 0; round < 3; round++) {
        const batches = await Promise.all([threads.read(tasks), threads.read(tasks)]);
        for (const batch of batches)
          assert.deepEqual(outcomesOf(batch).map(told), ['One. Two.', 'gone', '# B', 'is empty', 'folder']);
      }
      const [batch] = await threads.read(tasks);
      const [first] = batch?.outcomes ?? [];
      assert.ok(first?.kind === 'read' && first.facts);
      assert.deepEqual(indexed(batch), [first.read.sources[0]?.id, toUri(join(folder, 'b.md'))]);
      const [same] = await threads.read([{ ...taskOf(folder, 'a.txt'), before: first.facts }]);
      assert.deepEqual([same?.outcomes.map(told), same?.index], [['same'], undefined]);
      const before = { ...first.facts, sources: first.read.sources };
      const [again] = await threads.read([{ ...taskOf(folder, 'a.txt'), before }]);
      assert.deepEqual([again?.outcomes.map(told), indexed(again)], [['same'], [first.read.sources[0]?.id]]);
      threads.close();
    });
  });

  it('looks at many files in a thread, and answers as it does without one', async () => {
    await withFolder({ 'a.txt': 'One.', 'b.md': '# B, longer' }, async folder => {
      const threads = createReadingThreads();
      const few = ['a.txt', '', 'gone.txt', 'b.md'].map(name => join(folder, name));
      const many = Array.from({ length: 500 }, () => few).flat();
      const [here, there] = [await threads.look(few), await threads.look(many)];
      assert.deepEqual([...here.sizes], [4, -1, 0, 11]);
      assert.deepEqual(here.troubles, [[2, 'ENOENT']]);
      assert.deepEqual([...there.sizes].slice(-4), [4, -1, 0, 11]);
      assert.deepEqual([...there.modified].slice(0, 4), [...here.modified]);
      assert.deepEqual(there.troubles.at(-1), [1998, 'ENOENT']);
      threads.close();
    });
  });

  it('reports a file that takes too long or too much memory, and reads those beside it', async () => {
    await withFolder({ 'a.txt': 'One.', 'c.txt': 'Three.' }, async folder => {
      await writeFile(join(folder, 'b.txt'), 'Word one. '.repeat(900_000));
      const tasks = ['a.txt', 'b.txt', 'c.txt'].map(path => taskOf(folder, path, 0));
      const small = createReadingThreads({ memory: 24, patience: 120_000 });
      assert.deepEqual(outcomesOf(await small.read(tasks)).map(told), [
        'One.',
        'takes too much memory to read',
        'Three.',
      ]);
      small.close();
      const hasty = createReadingThreads({ patience: 0 });
      assert.deepEqual(outcomesOf(await hasty.read([taskOf(folder, 'b.txt', 0)])).map(told), [
        'takes too long to read',
      ]);
      hasty.close();
    });
  });
});
