import type { ClaimItem, Finding } from '../model.ts';

/** `claim-unsupported`: nothing in the sources supports the sentence; the nearest passage comes along as related. */
export function claimUnsupported(item: ClaimItem): Omit<Finding, 'severity'>[] {
  if (item.verdict.label !== 'unsupported') return [];
  const { claim, verdict } = item;
  return [
    { code: 'claim-unsupported', span: claim.span, message: verdict.reason, evidence: verdict.evidence, fixes: [] },
  ];
}
