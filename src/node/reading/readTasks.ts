import type { ReadingThreads } from './readingThreads.ts';
import { type ReadOutcome, type ReadTask, readOne } from './readOne.ts';

/** So many texts of so many bytes together are read without a thread: it would take longer to start. */
const fewFiles = 64;
const fewBytes = 256_000;
const lightFormats = /\.(?:txt|text|md|markdown|srt|vtt|csv|tsv)$/i;

/** A batch for a thread: so many files, or so many bytes. */
const batchFiles = 16;
const batchBytes = 512_000;

/** Milliseconds of putting away after which whoever waits (a keystroke's completion) gets its turn. */
const turn = 8;

/**
 * Reads files, in threads unless it is a handful of texts, and hands each outcome over on the caller's own thread, in
 * small portions so that nobody else waits. When the signal aborts no further file is begun or handed over.
 */
export async function readTasks(
  tasks: readonly ReadTask[],
  threads: ReadingThreads,
  signal: AbortSignal | undefined,
  take: (task: ReadTask, outcome: ReadOutcome) => void,
): Promise<void> {
  const inline = areLight(tasks);
  const batches = inBatches(tasks);
  let putAway: Promise<void> = Promise.resolve();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let batch = batches[next++]; batch && !signal?.aborted; batch = batches[next++]) {
      const outcomes = inline ? await Promise.all(batch.map(readOne)) : await threads.read(batch);
      const own = batch;
      // One portion after the other: several that arrive together would make one long one.
      putAway = putAway.then(() => inTurns(own, outcomes, signal, take));
      await putAway;
    }
  };
  await Promise.all(Array.from({ length: threads.atOnce }, work));
}

async function inTurns(
  tasks: readonly ReadTask[],
  outcomes: readonly ReadOutcome[],
  signal: AbortSignal | undefined,
  take: (task: ReadTask, outcome: ReadOutcome) => void,
): Promise<void> {
  let since = performance.now();
  for (const [i, task] of tasks.entries()) {
    const outcome = outcomes[i];
    if (signal?.aborted || !outcome) return;
    take(task, outcome);
    if (performance.now() - since < turn) continue;
    await new Promise<void>(resolve => setImmediate(resolve));
    since = performance.now();
  }
  await new Promise<void>(resolve => setImmediate(resolve));
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
