import { nameSource } from '../citations/describe.ts';
import type { ClaimItem, Finding } from '../model.ts';
import { type FindingContext, sourcesOf } from './context.ts';

/** `claim-uncited` (off by default): a source supports the sentence, and the draft does not say which. */
export function claimUncited(item: ClaimItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const source = sourcesOf(item.verdict.evidence, context.store)[0];
  if (item.verdict.label !== 'supported' || item.claim.citation || !source) return [];
  return [
    {
      code: 'claim-uncited',
      span: item.claim.span,
      message: `No citation; ${nameSource(source)} supports this.`,
      evidence: item.verdict.evidence,
      fixes: [
        {
          title: `Add the citation: ${nameSource(source)}`,
          edits: context.cite(source, item.claim.span.end),
          preferred: true,
        },
      ],
    },
  ];
}
