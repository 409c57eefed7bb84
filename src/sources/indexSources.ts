import type { Source } from '../model.ts';
import { createPassageIndex } from '../search/passageIndex.ts';
import { passageSpans } from './passages.ts';

/**
 * An index of these sources alone as bytes, which a store takes over for much less than indexing them takes. `between` is
 * called before each of them.
 */
export function indexSources(sources: readonly Source[], between: () => void = () => undefined): Uint8Array {
  const index = createPassageIndex();
  for (const source of sources) {
    between();
    index.add(source.id, source.text, passageSpans(source));
  }
  return index.toBytes();
}
