import type { Evidence, Item } from '../model.ts';
import { foldKey } from '../text/fold.ts';

/**
 * The passages by which a person judges an item: few enough to read. Those a quotation stands on may come from several
 * sources; of a claim the best one is shown, and the next where that says something of it that the best does not.
 */
export function tellingEvidence({ verdict, ...item }: Item): readonly Evidence[] {
  if (item.kind === 'quotation') return verdict.evidence.slice(0, 3);
  const [best, next] = verdict.evidence;
  if (!best || !next || verdict.label !== 'supported') return best ? [best] : [];
  const said = tellingWords(best.passage.text);
  const more = tellingWords(next.passage.text);
  return [...tellingWords(item.claim.text)].some(word => more.has(word) && !said.has(word)) ? [best, next] : [best];
}

/** Figures, and words too long to stand everywhere. */
function tellingWords(text: string): Set<string> {
  return new Set(foldKey(text).match(/\p{N}+|\p{L}{5,}/gu));
}
