import { nameSource } from '../citations/describe.ts';
import type { Change, ClaimItem, Evidence, Finding, Fix } from '../model.ts';
import { type FindingContext, onOneLine, shown, sourceOf, visible } from './context.ts';
import { fitting } from './fitting.ts';

/** `claim-contradicted`: a source says otherwise; one finding at each wrong word, with the source's value as the fix. */
export function claimContradicted(item: ClaimItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const best = item.verdict.evidence[0];
  if (item.verdict.label !== 'contradicted' || !best) return [];
  const source = sourceOf(best.passage, context.store);
  const where = source ? ` — ${nameSource(source)}` : '';
  const { evidence } = item.verdict;
  if (best.changes.length === 0) {
    return [
      { code: 'claim-contradicted', span: item.claim.span, message: item.verdict.reason + where, evidence, fixes: [] },
    ];
  }
  return best.changes.map(change => ({
    code: 'claim-contradicted' as const,
    span: visible(change.draftSpan, context.draft.text),
    message:
      (best.changes.length === 1
        ? item.verdict.reason
        : onOneLine(`${change.draft}: the source says ${change.source}`)) + where,
    evidence,
    fixes: fixesFor(change, context.draft.text, best),
  }));
}

/** A value for a value, made to fit; a lost or added word is the writer's to mend. */
function fixesFor(change: Change, text: string, evidence: Evidence): Fix[] {
  const edit = fitting(change, text, evidence);
  return edit ? [{ title: `Use the source's ${shown(change.source)}`, edits: [edit] }] : [];
}
