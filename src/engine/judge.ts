import { findEvidence } from '../claims/findEvidence.ts';
import type { Change, ClaimItem, ClaimVerifier, Draft, Item, Quotation, QuotationItem, Verdict } from '../model.ts';
import { matchQuotation } from '../quotes/matchQuotation.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Analysis } from './analyse.ts';

/** Verdicts of quotations and claims, kept so that an edit costs only the sentence it touches. */
export type Judge = {
  quotation(quotation: Quotation, draft: Draft): QuotationItem;
  claim(claim: ClaimItem['claim']): ClaimItem;
};

type Kept = { readonly at: number; readonly verdict: Verdict };

/** How many verdicts are kept; a long draft has some hundreds of each. */
const mostKept = 4000;
/** Passages a claim is judged by. */
const evidenceLimit = 8;

/**
 * A verdict depends on the words, their speaker and citation and on the sources: those are its key. Its changes carry
 * draft offsets, which are moved when the same words stand elsewhere after an edit.
 */
export function createJudge(store: SourceStore, verify: ClaimVerifier): Judge {
  const kept = new Map<string, Kept>();
  let revision = store.revision;
  const judged = <V extends Verdict>(key: string, at: number, decide: () => V): V => {
    if (store.revision !== revision) {
      kept.clear();
      revision = store.revision;
    }
    const known = kept.get(key);
    if (known) return moved(known.verdict as V, at - known.at);
    const verdict = decide();
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { at, verdict });
    return verdict;
  };
  return {
    quotation(quotation, draft) {
      const { span, attribution, citation } = quotation;
      const words = draft.text.slice(span.start, span.end);
      const key = JSON.stringify(['quotation', words, attribution?.speaker, citation?.sourceId]);
      return {
        kind: 'quotation',
        quotation,
        verdict: judged(key, span.start, () => matchQuotation(quotation, draft, store)),
      };
    },
    claim(claim) {
      const key = JSON.stringify(['claim', claim.text, claim.citation?.sourceId]);
      const decide = () => verify(claim, findEvidence(claim, store, evidenceLimit));
      return { kind: 'claim', claim, verdict: judged(key, claim.span.start, decide) };
    },
  };
}

/** Items of a whole draft in its order. Checks the signal between items, and lets others run now and then. */
export async function judgeAll(analysis: Analysis, judge: Judge, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  const breathe = breather(signal);
  for (const quotation of analysis.quotations) {
    items.push(judge.quotation(quotation, analysis.draft));
    await breathe();
  }
  for (const claim of analysis.claims) {
    items.push(judge.claim(claim));
    await breathe();
  }
  return items.sort((a, b) => startOf(a) - startOf(b));
}

/** Milliseconds of work after which whoever waits (a keystroke's completion) gets its turn. */
const turn = 8;

function breather(signal?: AbortSignal): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since > turn) {
      await new Promise<void>(resolve => setTimeout(resolve, 0));
      since = Date.now();
    }
    signal?.throwIfAborted();
  };
}

function startOf(item: Item): number {
  return item.kind === 'quotation' ? item.quotation.span.start : item.claim.span.start;
}

function moved<V extends Verdict>(verdict: V, by: number): V {
  if (by === 0) return verdict;
  const move = (change: Change): Change => ({
    ...change,
    draftSpan: { start: change.draftSpan.start + by, end: change.draftSpan.end + by },
  });
  return { ...verdict, evidence: verdict.evidence.map(e => ({ ...e, changes: e.changes.map(move) })) };
}
