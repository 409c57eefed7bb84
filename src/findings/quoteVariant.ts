import { nameSource } from '../citations/describe.ts';
import type { Change, Evidence, Finding, QuotationItem } from '../model.ts';
import { type FindingContext, isFound, onceAnOrigin, shown, sourceOf, visible } from './context.ts';
import { sourceEdits } from './quoteAltered.ts';

/** `quote-variant`: another source has the same words a little differently; both wordings are shown, at each differing place. */
export function quoteVariant(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  if (!isFound(item)) return [];
  const places = new Map<number, Evidence[]>();
  for (const variant of item.variants) {
    const at = variant.changes[0]?.draftSpan.start;
    if (at !== undefined) places.set(at, [...(places.get(at) ?? []), variant]);
  }
  const once = (variants: readonly Evidence[]) => onceAnOrigin(variants, v => v.passage.sourceId, context.store);
  return [...places.values()].flatMap(variants => variantsAt(item, once(variants), context));
}

function variantsAt(
  item: QuotationItem,
  variants: readonly Evidence[],
  context: FindingContext,
): Omit<Finding, 'severity'>[] {
  const change = variants[0]?.changes[0];
  if (!change) return [];
  const own = item.verdict.evidence[0];
  const ownSource = own && sourceOf(own.passage, context.store);
  const wordings = variants.map(v => {
    const source = sourceOf(v.passage, context.store);
    return `${v.changes.map(other).join(', ')} in ${source ? nameSource(source) : v.passage.sourceId}`;
  });
  const here = ownSource ? ` in ${nameSource(ownSource)}` : '';
  return [
    {
      code: 'quote-variant',
      span: visible(change.draftSpan, context.draft.text),
      message: `Sources differ: ${shown(change.draft)}${here}; ${wordings.join('; ')}`,
      evidence: [...(own ? [own] : []), ...variants],
      fixes: variants.map(v => ({
        title: `Use the other wording: ${v.changes.map(other).join(', ')}`,
        edits: sourceEdits(v, context.draft),
      })),
    },
  ];
}

function other(change: Change): string {
  return change.source === '' ? `without ${shown(change.draft)}` : shown(change.source);
}
