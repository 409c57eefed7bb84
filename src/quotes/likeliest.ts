import { words } from '../text/segment.ts';
import type { Region } from './regions.ts';
import { squeeze } from './squeeze.ts';

/** Regions worth the dear comparison word by word; fewer for a long quotation. */
const mostCompared = 6;
/** Words from which a quotation is long. */
const longQuotation = 400;
/** Least share of the quotation's word pairs a region must have. */
const leastShared = 0.15;

/** The regions that share most pairs of neighbouring words with a quotation, best first. */
export function likeliest(quoted: string, proposed: readonly Region[]): Region[] {
  const pairs = new Set(pairsOf(squeeze(quoted)));
  if (pairs.size === 0) return proposed.slice(0, mostCompared);
  const shares = proposed.map(region => {
    const found = new Set<string>();
    for (const pair of pairsOf(region.squeezed())) if (pairs.has(pair)) found.add(pair);
    return { region, share: found.size / pairs.size };
  });
  const most = words(quoted).length > longQuotation ? 2 : mostCompared;
  return shares
    .filter(({ share }) => share >= leastShared)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ region }) => region);
}

function* pairsOf({ text, starts, words: spans }: ReturnType<typeof squeeze>): Generator<string> {
  if (spans.length === 1) yield text;
  for (let at = 0; at + 1 < spans.length; at++) yield text.slice(starts[at], starts[at + 2]);
}
