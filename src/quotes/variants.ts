import type { Evidence, Quotation, QuotationLabel, Verdict } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import type { SourceStore } from '../sources/store.ts';
import { align } from '../text/align.ts';
import { findQuotes } from './findQuotes.ts';
import { regions } from './regions.ts';
import { speakerOf } from './speakerOf.ts';

/** Share of words in common from which two quotes are one remark printed in two ways. */
const leastSimilar = 0.75;

/**
 * The same words as other sources print them: quotes that differ from an exact quotation by a few words. Each piece of
 * evidence names the differing words (`draft` is the quotation's word, `source` the other source's). Best first.
 */
export function quoteVariants(quotation: Quotation, verdict: Verdict<QuotationLabel>, store: SourceStore): Evidence[] {
  const inner = quotation.parts[0]?.inner;
  if (verdict.label !== 'exact' || !inner) return [];
  const holders = new Set(verdict.evidence.map(evidence => evidence.passage.sourceId));
  const found: Evidence[] = [];
  for (const { source, span } of regions(quotation.text, store)) {
    if (holders.has(source.id)) continue;
    const near = align(quotation.text, source.text, span);
    if (!near || near.similarity < leastSimilar || near.changes.length === 0) continue;
    const quoted = findQuotes(source).some(q => q.outer.start <= near.span.start && near.span.end <= q.outer.end);
    if (!quoted) continue;
    const speaker = speakerOf(source, near.span);
    const changes = near.changes.map(change => ({
      ...change,
      draftSpan: { start: change.draftSpan.start + inner.start, end: change.draftSpan.end + inner.start },
    }));
    const passage = passageAt(source, near.span);
    found.push({
      passage,
      kind: 'altered',
      score: near.similarity,
      changes,
      ...(speaker === undefined ? {} : { speaker }),
    });
  }
  return found.sort((a, b) => b.score - a.score);
}
