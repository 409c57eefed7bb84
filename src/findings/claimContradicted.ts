import { nameSource } from '../citations/describe.ts';
import { differing } from '../claims/explain.ts';
import type { Change, ClaimItem, Evidence, Finding, Fix, Span } from '../model.ts';
import { type FindingContext, onOneLine, shown, sourceOf, visible } from './context.ts';
import { denialFix } from './denialFix.ts';
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
    message: onOneLine(differing(change)) + where,
    evidence,
    fixes: fixesFor(change, item.claim, context.draft.text, best),
  }));
}

/** A value for a value, made to fit. */
function fixesFor(change: Change, { span }: ClaimItem['claim'], text: string, evidence: Evidence): Fix[] {
  const { remedy } = change;
  if (remedy === 'none') return [];
  if (remedy)
    return [
      { title: titleOf(change), edits: [{ span: remedy.span, text: capitalised(remedy, text) }], preferred: true },
    ];
  const edit = change.gravity === 'negation' ? denialFix(change, text) : fitting(change, text, evidence);
  if (!edit) return [];
  const edits = [edit, ...exchanged(change, span, text)].sort((a, b) => a.span.start - b.span.start);
  return [{ title: titleOf(change), edits, preferred: true }];
}

function titleOf({ source }: Change): string {
  return `Use the source's ${shown(source)}`;
}

/** What comes to stand where a sentence begins takes its capital. */
function capitalised({ span, text: value }: { readonly span: Span; readonly text: string }, text: string): string {
  return /^\p{Lu}/u.test(text[span.start] ?? '') ? `${value[0]?.toUpperCase() ?? ''}${value.slice(1)}` : value;
}

/** "A criticised B" where B criticised A: with one name alone the sentence would have the other twice. */
function exchanged({ gravity, draft, source, draftSpan }: Change, { start, end }: Span, text: string): Fix['edits'] {
  const last = source.split(' ').at(-1) ?? '';
  if (gravity !== 'name' || !/^\p{Lu}/u.test(last)) return [];
  const found = [source, last].flatMap(name => {
    const at = text.slice(start, end).indexOf(name);
    return at < 0 ? [] : [{ start: start + at, end: start + at + name.length }];
  })[0];
  const isApart = found && (found.end <= draftSpan.start || found.start >= draftSpan.end);
  return found && isApart ? [{ span: found, text: draft }] : [];
}
