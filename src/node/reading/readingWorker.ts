/** The thread in which files are looked at, read and parsed: jobs come in, what came of each goes out. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, packBatch } from './batchMessage.ts';
import { createPauses } from './courtesy.ts';
import { looksAt } from './looks.ts';
import type { ReadTask } from './readOne.ts';

/** What a thread is asked: to look at files, or to read them. */
export type ThreadJob = { readonly look: readonly string[] } | { readonly read: readonly ReadTask[] };

/** Steps of priority below the thread that answers: two thirds of its share. Five let fast typing starve the reading on a busy machine. */
const behind = 2;

/** What a thread is given when it begins. */
export type ThreadStart = { readonly courtesy?: Int32Array<SharedArrayBuffer> };

const { courtesy } = workerData as ThreadStart;
const pause = courtesy ? createPauses(courtesy) : undefined;

parentPort?.on('message', async (job: ThreadJob) => {
  if ('look' in job) {
    const looks = looksAt(job.look);
    parentPort?.postMessage(looks, [looks.sizes.buffer, looks.modified.buffer]);
    return;
  }
  if (courtesy) goBehind();
  // The readers take a while to load, and whoever only looks needs none.
  const { readBatch } = await import('./readBatch.ts');
  const message = packBatch(await readBatch(job.read, pause));
  parentPort?.postMessage(message, buffersOf(message));
});

/** Where a thread has a priority of its own, as on Linux, the other threads of this process go first. */
function goBehind(): void {
  try {
    const [, , thread] = readlinkSync('/proc/thread-self').split('/');
    if (thread) setPriority(Number(thread), behind);
  } catch {
    // No such system, or it is not allowed: threads pause all the same (courtesy.ts).
  }
}
