/** The thread in which files are read and parsed: batches of tasks come in, their outcomes go out in the same order. */
import { parentPort } from 'node:worker_threads';
import { buffersOf, packBatch } from './batchMessage.ts';
import { type ReadOutcome, type ReadTask, readOne } from './readOne.ts';

parentPort?.on('message', async (tasks: readonly ReadTask[]) => {
  const outcomes: ReadOutcome[] = [];
  for (const task of tasks) outcomes.push(await readOne(task));
  const message = packBatch(outcomes);
  parentPort?.postMessage(message, buffersOf(message));
});
