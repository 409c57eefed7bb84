import { nameSource } from '../citations/describe.ts';
import type { Change, Finding, QuotationItem } from '../model.ts';
import { type FindingContext, isFound, shown, sourceOf, visible } from './context.ts';

/** `quote-variant`: another source has the same words a little differently; both wordings are shown. */
export function quoteVariant(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  if (!isFound(item)) return [];
  const { variants } = item;
  const first = variants[0];
  const change = first?.changes[0];
  if (!first || !change) return [];
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
        edits: v.changes.map(c => ({ span: c.draftSpan, text: c.source })),
      })),
    },
  ];
}

function other(change: Change): string {
  return change.source === '' ? `without “${change.draft}”` : shown(change.source);
}
