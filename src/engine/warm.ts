import { areQuotesKnown, findQuotes } from '../quotes/findQuotes.ts';
import type { SourceStore } from '../sources/store.ts';
import { names } from '../text/names.ts';
import { numbers } from '../text/numbers.ts';
import { breather } from './breathe.ts';

/** Characters of sources read beforehand; those of a larger library are read when a completion first meets them. */
const mostText = 80_000_000;

/**
 * Finds the quotes of all sources in small turns, so that no completion has to. Changes no answer. Aborting rejects with the
 * signal's reason; what was found until then stays.
 */
export async function warm(store: SourceStore, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const breathe = breather(signal);
  // Their patterns are large, and compiled when first used.
  names('Lind');
  numbers('Two on Monday');
  await breathe();
  let room = mostText;
  for (const source of store.sources()) {
    if (areQuotesKnown(source)) continue;
    room -= source.text.length;
    if (room < 0) return;
    findQuotes(source);
    await breathe();
  }
}
