/** The thread in which files are read and parsed: batches of tasks come in, their outcomes go out in the same order. */
import { parentPort } from 'node:worker_threads';
import { buffersOf, packBatch } from './batchMessage.ts';
import { readBatch } from './readBatch.ts';
import type { ReadTask } from './readOne.ts';

parentPort?.on('message', async (tasks: readonly ReadTask[]) => {
  const message = packBatch(await readBatch(tasks));
  parentPort?.postMessage(message, buffersOf(message));
});
