/** The thread in which files are read and parsed: batches of tasks come in, their outcomes go out in the same order. */
import { parentPort } from 'node:worker_threads';
import { type ReadOutcome, type ReadTask, readOne } from './readOne.ts';

parentPort?.on('message', async (tasks: readonly ReadTask[]) => {
  const outcomes: ReadOutcome[] = [];
  for (const task of tasks) outcomes.push(await readOne(task));
  parentPort?.postMessage(outcomes, outcomes.flatMap(buffersOf));
});

/** Arrays are handed over, not copied. */
function buffersOf(outcome: ReadOutcome): ArrayBuffer[] {
  if (outcome.kind !== 'read') return [];
  const { spans = [], sketches = [] } = outcome.read;
  return [...spans, ...sketches].flatMap(array => (array ? [array.buffer as ArrayBuffer] : []));
}
