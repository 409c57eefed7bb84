import { indexSources } from '../../sources/indexSources.ts';
import type { ReadBatch } from './batchMessage.ts';
import { type ReadOutcome, type ReadTask, readOne } from './readOne.ts';

/** Reads files one after the other, and indexes what they give and what is not indexed of files that stayed the same. */
export async function readBatch(tasks: readonly ReadTask[]): Promise<ReadBatch> {
  const outcomes: ReadOutcome[] = [];
  for (const task of tasks) outcomes.push(await readOne(task));
  const sources = outcomes.flatMap((outcome, i) => {
    if (outcome.kind === 'read') return outcome.read.sources;
    return outcome.kind === 'same' ? (tasks[i]?.before?.sources ?? []) : [];
  });
  return sources.length > 0 ? { outcomes, index: indexSources(sources) } : { outcomes };
}
