import type { Line } from './page.ts';

/** Lines of a box under one another; fewer are cells, or a caption. */
const fewestLines = 4;
/** In font sizes: the most between two lines of a box. */
const farthest = 2.4;

/**
 * Takes out of a page without columns what stands in a box beside its text (key facts, links): lines under one another,
 * right of lines of the text that make room for them, on base lines of their own. Cells of a table share theirs.
 */
export function partBoxes(fragments: readonly Line[]): { readonly text: readonly Line[]; readonly boxes: Line[][] } {
  const boxes: Line[][] = [];
  let text = fragments;
  for (const chain of chainsOf(fragments)) {
    const box = text.includes(chain[0] as Line) ? boxOf(chain, text) : [];
    if (box.length === 0) continue;
    boxes.push(box);
    text = text.filter(line => !box.includes(line));
  }
  return { text, boxes };
}

/** Stretches that begin at the same place, one below the other. */
function chainsOf(fragments: readonly Line[]): Line[][] {
  const byLeft = new Map<number, Line[]>();
  for (const line of fragments)
    byLeft.set(Math.round(line.left / 2), [...(byLeft.get(Math.round(line.left / 2)) ?? []), line]);
  return [...byLeft.values()].flatMap(lines => {
    const chains: Line[][] = [];
    for (const line of [...lines].sort((a, b) => a.y - b.y)) {
      const last = chains.at(-1)?.at(-1);
      if (last && line.y - last.y < farthest * last.size) chains.at(-1)?.push(line);
      else chains.push([line]);
    }
    return chains.filter(chain => chain.length >= fewestLines);
  });
}

/** The lines of the box that these are the most of; none when they are no box. */
function boxOf(chain: readonly Line[], fragments: readonly Line[]): Line[] {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return [];
  const within = fragments.filter(line => line.y > first.y - line.size && line.y < last.y + line.size);
  const beside = within.filter(line => line.right < first.left - 2);
  const edge = beside.reduce((most, line) => Math.max(most, line.right), 0);
  const isFree = within.every(line => line.right <= edge || line.left > edge);
  const runsOn = fragments.some(line => line.left < edge && line.right > first.left + 20 && !within.includes(line));
  const apart = chain.filter(line => !beside.some(other => Math.abs(other.y - line.y) < 0.12 * line.size));
  if (!isFree || !runsOn || beside.length < fewestLines || apart.length < 0.5 * chain.length) return [];
  const reach = farthest * first.size;
  return fragments.filter(line => line.left > edge && line.y > first.y - reach && line.y < last.y + reach);
}
