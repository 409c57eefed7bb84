/** The thread in which files are looked at, read and parsed: jobs come in, what came of each goes out. */
import { parentPort } from 'node:worker_threads';
import { buffersOf, packBatch } from './batchMessage.ts';
import { looksAt } from './looks.ts';
import type { ReadTask } from './readOne.ts';

/** What a thread is asked: to look at files, or to read them. */
export type ThreadJob = { readonly look: readonly string[] } | { readonly read: readonly ReadTask[] };

parentPort?.on('message', async (job: ThreadJob) => {
  if ('look' in job) {
    const looks = looksAt(job.look);
    parentPort?.postMessage(looks, [looks.sizes.buffer, looks.modified.buffer]);
    return;
  }
  // The readers take a while to load, and whoever only looks needs none.
  const { readBatch } = await import('./readBatch.ts');
  const message = packBatch(await readBatch(job.read));
  parentPort?.postMessage(message, buffersOf(message));
});
