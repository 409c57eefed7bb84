import { nameSource } from '../citations/describe.ts';
import type { Finding, QuotationItem } from '../model.ts';
import { type FindingContext, isFound, sourcesOf } from './context.ts';

/** `citation-wrong-source`: the cited source does not hold the quoted words, another one does. */
export function citationWrongSource(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const { citation } = item.quotation;
  if (!isFound(item) || citation?.sourceId === undefined) return [];
  const holders = sourcesOf(item.verdict.evidence, context.store);
  const right = holders[0];
  const cited = context.store.get(citation.sourceId);
  if (!right || !cited || holders.some(source => source.id === cited.id)) return [];
  return [
    {
      code: 'citation-wrong-source',
      span: citation.span,
      message: `${nameSource(cited)} does not have these words; ${nameSource(right)} does.`,
      evidence: item.verdict.evidence,
      fixes: holders.slice(0, 3).map((source, i) => ({
        title: `Cite ${nameSource(source)}`,
        edits: context.recite(citation, source),
        preferred: i === 0,
      })),
    },
  ];
}
