import { isWorthTelling } from '../claims/gaps.ts';
import { wordPattern } from '../claims/tokens.ts';
import type { ClaimItem, Finding, Source } from '../model.ts';
import { stem } from '../text/stem.ts';
import { type FindingContext, sourcesOf } from './context.ts';

/** `claim-unsupported`: the sources lack what the sentence says; the nearest passage comes along as related. */
export function claimUnsupported(item: ClaimItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const { claim, verdict } = item;
  if (verdict.label !== 'unsupported') return [];
  const nearest = {
    words: sourcesOf(verdict.evidence, context.store).map(wordsOf),
    passages: verdict.evidence.map(e => e.passage.text),
  };
  if (!isWorthTelling(claim.text, verdict.score ?? 0, nearest)) return [];
  return [
    { code: 'claim-unsupported', span: claim.span, message: verdict.reason, evidence: verdict.evidence, fixes: [] },
  ];
}

/** The stems of a source's words; a source's text never changes, so they are found once. */
const known = new WeakMap<Source, ReadonlySet<string>>();

function wordsOf(source: Source): ReadonlySet<string> {
  const found = known.get(source) ?? new Set((source.text.match(wordPattern) ?? []).map(stem));
  known.set(source, found);
  return found;
}
