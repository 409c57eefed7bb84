import { nameSource } from '../citations/describe.ts';
import type { Evidence, Finding, QuotationItem, Source, Span } from '../model.ts';
import { nearest } from '../quotes/evidence.ts';
import { exactEvidence } from '../quotes/exactEvidence.ts';
import { regions } from '../quotes/regions.ts';
import { squeeze } from '../quotes/squeeze.ts';
import { type FindingContext, shown, visible } from './context.ts';
import { sourceEdits } from './quoteAltered.ts';

/** Share of words in common below which new words do not stand for the old ones: those were taken out. */
const leastSimilar = 0.5;
/** More differing words than these are not listed one by one. */
const mostChangesShown = 3;

/**
 * `citation-stale`: the cited source had the quoted words and has changed since. Says which words are new, where that is
 * clear, and offers them.
 */
export function citationStale(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const { quotation, verdict } = item;
  const cited = quotation.citation?.sourceId === undefined ? undefined : context.store.get(quotation.citation.sourceId);
  if (!cited || !quotation.closed) return [];
  const previous = context.store.previous(cited.id);
  if (previous.length === 0) return [];
  if (verdict.label === 'exact' && verdict.evidence.some(({ passage }) => passage.sourceId === cited.id)) return [];
  if (!previous.some(source => hadWords(item, source, context))) return [];
  const now = newWords(item, cited, context);
  const span = now ? changedSpan(now, context.draft.text) : quotation.span;
  return [
    {
      code: 'citation-stale',
      span,
      message: `${nameSource(cited)} has changed since: ${now ? told(now) : 'it no longer has these words'}`,
      evidence: now ? [now] : [],
      fixes: now ? [{ title: 'Accept the new words', edits: sourceEdits(now, context.draft), preferred: true }] : [],
    },
  ];
}

function hadWords({ quotation }: QuotationItem, source: Source, { draft }: FindingContext): boolean {
  const span = { start: 0, end: source.text.length };
  const squeezed = squeeze(source.text, [span]);
  return exactEvidence(quotation, draft, [{ source, span, score: 1, squeezed: () => squeezed }]).length > 0;
}

/** The passage of the cited source that has taken the place of the quoted words; undefined when none clearly has. */
function newWords(
  { quotation, verdict }: QuotationItem,
  cited: Source,
  { store }: FindingContext,
): Evidence | undefined {
  const known = verdict.evidence.find(({ passage, kind }) => passage.sourceId === cited.id && kind === 'altered');
  if (known) return known;
  const places = regions(quotation.text, store).filter(({ source }) => source.id === cited.id);
  const found = places.flatMap(place => nearest(quotation, [], place) ?? []).sort((a, b) => b.score - a.score);
  return found.find(({ score, changes }) => score >= leastSimilar && changes.length > 0);
}

function told({ changes }: Evidence): string {
  const listed = changes.slice(0, mostChangesShown).map(({ draft, source }) => {
    if (draft === '') return `${shown(source)} is new`;
    return source === '' ? `${shown(draft)} is gone` : `${shown(draft)} is now ${shown(source)}`;
  });
  return `${listed.join(', ')}${changes.length > mostChangesShown ? ' and more' : ''}`;
}

/** From the first changed word to the last. */
function changedSpan({ changes }: Evidence, text: string): Span {
  const spans = changes.map(change => visible(change.draftSpan, text));
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) };
}
