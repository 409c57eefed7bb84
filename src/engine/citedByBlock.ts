import { citationFor, reachOf } from '../citations/attach.ts';
import type { Citation, Claim, Quotation, Span } from '../model.ts';
import type { Block, Prose } from '../text/prose.ts';
import type { Recent } from '../text/recent.ts';
import { groupedBy, movedBy, proseAlone } from './blocks.ts';

/**
 * Things of a draft, in its order, with the citation that stands for each. Citations of other blocks never count, so a block
 * that did not change need not be looked through again; `known` keeps for each the numbers of its things' citations.
 */
export function citedByBlock<Thing extends Quotation | Claim>(
  things: readonly Thing[],
  prose: Prose,
  citations: readonly Citation[],
  known: Recent<readonly number[]>,
): Thing[] {
  const reaches = prose.blocks.map((_, at) => reachOf(prose, at));
  const citationsIn = groupedBy(reaches, citations);
  const thingsIn = groupedBy(reaches, things);
  const cited = new Map<Thing, Citation>();
  for (const [at, block] of prose.blocks.entries()) {
    const reach = reaches[at] ?? block.span;
    const own = citationsIn[at] ?? [];
    const inBlock = (thingsIn[at] ?? []).filter(({ span }) => holds(block.span, span));
    if (own.length === 0 || inBlock.length === 0) continue;
    const numbers = numbersIn(prose, block, reach, own.map(spanOf), inBlock.map(spanOf), known);
    for (const [index, thing] of inBlock.entries()) {
      const citation = own[numbers[index] ?? -1];
      if (citation) cited.set(thing, citation);
    }
  }
  return things.map(thing => {
    const citation = cited.get(thing);
    return citation ? { ...thing, citation } : thing;
  });
}

function numbersIn(
  prose: Prose,
  block: Block,
  reach: Span,
  citations: readonly Span[],
  things: readonly Span[],
  known: Recent<readonly number[]>,
): readonly number[] {
  const local = (span: Span) => movedBy(span, -reach.start);
  const places = [block.span, ...citations, ...things].map(local).map(({ start, end }) => `${start}-${end}`);
  const key = `${citations.length} ${places}\n${prose.text.slice(reach.start, reach.end)}`;
  return known(key, () => {
    const alone = proseAlone(prose, block, reach);
    const marks = citations.map((span, at) => ({ span: local(span), key: String(at) }));
    return things.map(span => Number(citationFor(local(span), alone, marks)?.key ?? -1));
  });
}

function spanOf({ span }: { readonly span: Span }): Span {
  return span;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
