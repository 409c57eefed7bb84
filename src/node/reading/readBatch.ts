import { findQuotes } from '../../quotes/findQuotes.ts';
import { indexSources } from '../../sources/indexSources.ts';
import type { ReadBatch } from './batchMessage.ts';
import { type ReadOutcome, type ReadTask, readOne } from './readOne.ts';

/**
 * Reads files one after the other, finds the quotes in what they give, and indexes that and what is not indexed of files that
 * stayed the same. `pause` is called every millisecond or two, unless a file is large.
 */
export async function readBatch(tasks: readonly ReadTask[], pause: () => void = () => undefined): Promise<ReadBatch> {
  const outcomes: ReadOutcome[] = [];
  for (const task of tasks) {
    pause();
    outcomes.push(await readOne(task));
  }
  const sources = outcomes.flatMap((outcome, i) => {
    if (outcome.kind === 'read') return outcome.read.sources;
    return outcome.kind === 'same' ? (tasks[i]?.before?.sources ?? []) : [];
  });
  for (const source of sources) {
    pause();
    findQuotes(source);
  }
  return sources.length > 0 ? { outcomes, index: indexSources(sources, pause) } : { outcomes };
}
