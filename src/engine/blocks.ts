import type { Span } from '../model.ts';
import type { Block, Prose } from '../text/prose.ts';

/** The things that touch each of some stretches. Both come in the order of the draft, without overlap. */
export function groupedBy<Thing extends { readonly span: Span }>(
  stretches: readonly Span[],
  things: readonly Thing[],
): Thing[][] {
  let first = 0;
  return stretches.map(({ start, end }) => {
    while (first < things.length && (things[first]?.span.end ?? 0) <= start) first++;
    const found: Thing[] = [];
    for (let at = first; at < things.length; at++) {
      const thing = things[at];
      if (!thing || thing.span.start >= end) break;
      if (thing.span.end > start) found.push(thing);
    }
    return found;
  });
}

/** A stretch of a draft's prose as if it were all of it: one block, then perhaps marks behind its last word. */
export function proseAlone(prose: Prose, { kind, span }: Block, stretch: Span): Prose {
  const text = prose.text.slice(stretch.start, stretch.end);
  return { ...prose, text, blocks: [{ kind, span: movedBy(span, -stretch.start) }] };
}

export function movedBy({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
