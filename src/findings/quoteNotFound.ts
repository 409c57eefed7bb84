import type { Finding, QuotationItem } from '../model.ts';
import { type FindingContext, whatWasSearched } from './context.ts';
import { paraphrase } from './paraphrase.ts';

/**
 * `quote-not-found`: no source has these words. Says what was searched, never that the words are made up. Silent while the
 * closing mark is missing: where such a quotation ends is a guess.
 */
export function quoteNotFound(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  if (item.verdict.label !== 'not-found' || !item.quotation.closed) return [];
  return [
    {
      code: 'quote-not-found',
      span: item.quotation.span,
      message: `Not found in ${whatWasSearched(context.store)}.`,
      evidence: item.verdict.evidence,
      fixes: [paraphrase(item, context.draft)],
    },
  ];
}
