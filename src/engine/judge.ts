import { findEvidence } from '../claims/findEvidence.ts';
import type { Change, ClaimItem, ClaimVerifier, Evidence, Item, Quotation, QuotationItem, Verdict } from '../model.ts';
import { matchQuotation } from '../quotes/matchQuotation.ts';
import { settingOf } from '../quotes/shortQuote.ts';
import { quoteVariants } from '../quotes/variants.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';
import { breather } from './breathe.ts';

/** A draft and what a reader reads of it: what a quotation's words are compared by. */
type ReadDraft = Pick<Analysis, 'draft' | 'prose'>;

/** Verdicts of quotations and claims, kept so that an edit costs only the sentence it touches. */
export type Judge = {
  quotation(quotation: Quotation, read: ReadDraft): QuotationItem;
  claim(claim: ClaimItem['claim']): ClaimItem;
};

/** What is known of some words, and where they stood when it was found out. */
type Known<Label extends string> = { readonly verdict: Verdict<Label>; readonly variants: readonly Evidence[] };
type Kept = { readonly at: number; readonly known: Known<string> };

/** How many verdicts are kept; a long draft has some hundreds of each. */
const mostKept = 4000;

/**
 * A verdict depends on the words, their speaker and citation (of few words on their sentence as well) and on the sources: those are its key. Its changes carry
 * draft offsets, which are moved when the same words stand elsewhere after an edit.
 */
export function createJudge(store: SourceStore, verify: ClaimVerifier): Judge {
  const kept = new Map<string, Kept>();
  let revision = store.revision;
  const judged = <Label extends string>(key: string, at: number, decide: () => Known<Label>): Known<Label> => {
    if (store.revision !== revision) {
      kept.clear();
      revision = store.revision;
    }
    const before = kept.get(key);
    if (before) return moved(before.known as Known<Label>, at - before.at);
    const known = decide();
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { at, known });
    return known;
  };
  return {
    quotation(quotation, { draft, prose }) {
      const { span, text, parts, attribution, citation } = quotation;
      const words = prose.text.slice(span.start, span.end);
      const places = parts.map(({ inner }) => [inner.start - span.start, inner.end - span.start]);
      const setting = settingOf(quotation, prose.text);
      const key = JSON.stringify(['quotation', text, words, places, attribution?.speaker, citation?.sourceId, setting]);
      const decide = () => {
        const verdict = matchQuotation(quotation, { ...draft, text: prose.text }, store);
        return { verdict, variants: quoteVariants(quotation, verdict, store) };
      };
      return { kind: 'quotation', quotation, ...judged(key, span.start, decide) };
    },
    claim(claim) {
      const key = JSON.stringify(['claim', claim.text, claim.citation?.sourceId]);
      const decide = () => ({ verdict: verify(claim, findEvidence(claim, store)), variants: [] });
      return { kind: 'claim', claim, verdict: judged(key, claim.span.start, decide).verdict };
    },
  };
}

/** Items of a whole draft in its order. Checks the signal between items, and lets others run now and then. */
export async function judgeAll(analysis: Analysis, judge: Judge, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  const breathe = breather(signal);
  for (const quotation of analysis.quotations) {
    items.push(judge.quotation(quotation, analysis));
    await breathe();
  }
  for (const claim of analysis.claims) {
    items.push(judge.claim(claim));
    await breathe();
  }
  return items.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(item: Item): number {
  return item.kind === 'quotation' ? item.quotation.span.start : item.claim.span.start;
}

function moved<Label extends string>(known: Known<Label>, by: number): Known<Label> {
  // Most verdicts have no change to move: they stay the same object, by which others know them again.
  if (by === 0 || ![...known.verdict.evidence, ...known.variants].some(isPlaced)) return known;
  const move = (evidence: Evidence): Evidence =>
    isPlaced(evidence) ? { ...evidence, changes: evidence.changes.map(change => shifted(change, by)) } : evidence;
  return {
    verdict: { ...known.verdict, evidence: known.verdict.evidence.map(move) },
    variants: known.variants.map(move),
  };
}

/** Whether evidence says where in the draft something differs. */
function isPlaced({ changes }: Evidence): boolean {
  return changes.length > 0;
}

function shifted(change: Change, by: number): Change {
  const { start, end } = change.draftSpan;
  return { ...change, draftSpan: { start: start + by, end: end + by } };
}
