import { inTurns, othersFirst } from '../turns.ts';
import type { ReadBatch } from './batchMessage.ts';
import type { ReadingThreads } from './readingThreads.ts';
import { type ReadTask, readOne } from './readOne.ts';

/** So many texts of so many bytes together are read without a thread: it would take longer to start. */
const fewFiles = 64;
const fewBytes = 256_000;
const lightFormats = /\.(?:txt|text|md|markdown|srt|vtt|csv|tsv)$/i;

/** A batch for a thread: so many files, or so many bytes. */
const batchFiles = 16;
const batchBytes = 256_000;

/** Takes over what came of some tasks, and what follows from it, in steps of a few milliseconds. */
export type TakeBatch = (tasks: readonly ReadTask[], batches: readonly ReadBatch[]) => Iterable<void>;

/**
 * Reads files, in threads unless it is a handful of texts, and hands what came of them over on the caller's own thread,
 * a few files at a time so that nobody else waits. When the signal aborts no further file is begun or handed over.
 */
export async function readTasks(
  tasks: readonly ReadTask[],
  threads: ReadingThreads,
  signal: AbortSignal | undefined,
  take: TakeBatch,
): Promise<void> {
  const inline = areLight(tasks);
  const batches = inBatches(tasks);
  let putAway: Promise<void> = Promise.resolve();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let batch = batches[next++]; batch && !signal?.aborted; batch = batches[next++]) {
      const own = batch;
      const read = inline ? [{ outcomes: await Promise.all(own.map(readOne)) }] : await threads.read(own);
      // One after the other: several that arrive together would make others wait.
      putAway = putAway.then(async () => {
        if (!signal?.aborted) await inTurns(take(own, read), signal);
        await othersFirst();
      });
      await putAway;
    }
  };
  await Promise.all(Array.from({ length: threads.atOnce }, work));
}

function areLight(tasks: readonly ReadTask[]): boolean {
  const bytes = tasks.reduce((sum, { size }) => sum + size, 0);
  return tasks.length <= fewFiles && bytes <= fewBytes && tasks.every(({ path }) => lightFormats.test(path));
}

function inBatches(tasks: readonly ReadTask[]): ReadTask[][] {
  const batches: ReadTask[][] = [];
  let bytes = 0;
  for (const task of tasks) {
    const last = batches.at(-1);
    if (!last || last.length >= batchFiles || bytes + task.size > batchBytes) {
      batches.push([task]);
      bytes = task.size;
    } else {
      last.push(task);
      bytes += task.size;
    }
  }
  return batches;
}
