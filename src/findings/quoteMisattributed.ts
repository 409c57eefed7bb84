import { nameSource } from '../citations/describe.ts';
import type { Finding, QuotationItem } from '../model.ts';
import { samePerson } from '../quotes/samePerson.ts';
import { type FindingContext, isFound, sourceOf } from './context.ts';

/**
 * `quote-misattributed`: every source that has these words gives them to somebody else. One source that agrees, or whose
 * speaker is not clear, is enough for silence: a wrong accusation is worse.
 */
export function quoteMisattributed(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const named = item.quotation.attribution;
  const verbatim = item.verdict.evidence.filter(e => e.kind === 'exact' || e.kind === 'typographic');
  const best = verbatim[0];
  if (!isFound(item) || !named || !best?.speaker) return [];
  const others = verbatim.every(e => e.speaker !== undefined && samePerson(named.speaker, e.speaker) === false);
  if (!others) return [];
  const source = sourceOf(best.passage, context.store);
  return [
    {
      code: 'quote-misattributed',
      span: named.speakerSpan,
      message: `The source gives these words to ${best.speaker}, not ${named.speaker}${source ? ` — ${nameSource(source)}` : ''}`,
      evidence: verbatim,
      fixes: [
        {
          title: `Use the source's speaker: ${best.speaker}`,
          edits: [{ span: named.speakerSpan, text: best.speaker }],
        },
      ],
    },
  ];
}
