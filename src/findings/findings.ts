import type { ClaimItem, Finding, FindingCode, QuotationItem, Severity } from '../model.ts';
import { citationUnknown } from './citationUnknown.ts';
import { citationUnused } from './citationUnused.ts';
import { citationWrongSource } from './citationWrongSource.ts';
import { claimContradicted } from './claimContradicted.ts';
import { claimUncited } from './claimUncited.ts';
import { claimUnsupported } from './claimUnsupported.ts';
import type { FindingContext } from './context.ts';
import { ignoredBy } from './ignored.ts';
import { quoteAltered } from './quoteAltered.ts';
import { quoteMisattributed } from './quoteMisattributed.ts';
import { quoteNotFound } from './quoteNotFound.ts';
import { quoteUncited } from './quoteUncited.ts';
import { quoteVariant } from './quoteVariant.ts';

type Bare = Omit<Finding, 'severity'>;

const ofQuotation: readonly ((item: QuotationItem, context: FindingContext) => Bare[])[] = [
  quoteAltered,
  quoteNotFound,
  quoteMisattributed,
  quoteVariant,
  citationWrongSource,
  quoteUncited,
];
const ofClaim: readonly ((item: ClaimItem, context: FindingContext) => Bare[])[] = [
  claimContradicted,
  claimUnsupported,
  claimUncited,
];

/**
 * Everything to tell the writer, in the order of the draft. `severityOf` gives each code its severity or `off`;
 * what the draft's own ignore comments cover is left out.
 */
export function findings(context: FindingContext, severityOf: (code: FindingCode) => Severity | 'off'): Finding[] {
  const all = [
    ...context.items.flatMap(item =>
      item.kind === 'quotation'
        ? ofQuotation.flatMap(of => of(item, context))
        : ofClaim.flatMap(of => of(item, context)),
    ),
    ...citationUnknown(context),
    ...citationUnused(context),
  ];
  const ignored = ignoredBy(context.draft, context.prose);
  return all
    .flatMap(finding => {
      const severity = severityOf(finding.code);
      return severity === 'off' || ignored(finding)
        ? []
        : [{ ...finding, severity, fixes: finding.fixes.filter(f => f.edits.length > 0) }];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
