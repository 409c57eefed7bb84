import type { ClaimItem, Finding, FindingCode, Item, QuotationItem, Severity } from '../model.ts';
import { citationStale } from './citationStale.ts';
import { citationUnknown } from './citationUnknown.ts';
import { citationUnused } from './citationUnused.ts';
import { citationWrongSource } from './citationWrongSource.ts';
import { claimContradicted } from './claimContradicted.ts';
import { claimUncited } from './claimUncited.ts';
import { claimUnsupported } from './claimUnsupported.ts';
import { type FindingContext, isFound } from './context.ts';
import { draftInconsistent } from './draftInconsistent.ts';
import { ignoredBy } from './ignored.ts';
import { quoteAltered } from './quoteAltered.ts';
import { quoteMisattributed } from './quoteMisattributed.ts';
import { quoteNotFound } from './quoteNotFound.ts';
import { quoteUncited } from './quoteUncited.ts';
import { quoteVariant } from './quoteVariant.ts';

type Bare = Omit<Finding, 'severity'>;

/** One row for each code; what the writer switched off is not even worked out. */
type Row<Of> = readonly [code: FindingCode, of: Of];

const ofQuotation: readonly Row<(item: QuotationItem, context: FindingContext) => Bare[]>[] = [
  ['citation-stale', citationStale],
  ['quote-altered', quoteAltered],
  ['quote-not-found', quoteNotFound],
  ['quote-misattributed', quoteMisattributed],
  ['quote-variant', quoteVariant],
  ['citation-wrong-source', citationWrongSource],
  ['quote-uncited', quoteUncited],
];
const ofClaim: readonly Row<(item: ClaimItem, context: FindingContext) => Bare[]>[] = [
  ['claim-contradicted', claimContradicted],
  ['claim-unsupported', claimUnsupported],
  ['claim-uncited', claimUncited],
];
const ofDraft: readonly Row<(context: FindingContext) => Bare[]>[] = [
  ['citation-unknown', citationUnknown],
  ['citation-unused', citationUnused],
  ['draft-inconsistent', draftInconsistent],
];

/** What is told to the writer, and what would be, had the writer not asked to pass over it. */
export type Findings = { readonly findings: readonly Finding[]; readonly ignored: readonly Finding[] };

/**
 * Everything that was found, in the order of the draft. `severityOf` gives each code its severity or `off`; what the draft's own
 * ignore comments cover, or `isListed` names, is ignored.
 */
export function findings(
  context: FindingContext,
  severityOf: (code: FindingCode) => Severity | 'off',
  isListed: (finding: Pick<Finding, 'code' | 'span'>) => boolean,
): Findings {
  const isOn = ([code]: Row<unknown>) => severityOf(code) !== 'off';
  const quotationRows = ofQuotation.filter(isOn);
  const claimRows = ofClaim.filter(isOn);
  const all = context.items.flatMap(item =>
    item.kind === 'quotation'
      ? unlessStale(quotationRows.flatMap(([, of]) => of(item, context)))
      : claimRows.flatMap(([, of]) => of(item, context)),
  );
  for (const [, of] of ofDraft.filter(isOn)) all.push(...of(context));
  const comments = ignoredBy(context.draft, context.prose, knownCodes);
  const found = withoutEchoes(all, context.items)
    .flatMap(finding => {
      const severity = severityOf(finding.code);
      return severity === 'off' ? [] : [withSeverity(finding, severity, comments.mistyped(finding))];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const isIgnored = (finding: Finding): boolean => comments.covers(finding) || isListed(finding);
  return { findings: found.filter(finding => !isIgnored(finding)), ignored: found.filter(isIgnored) };
}

function withSeverity(finding: Bare, severity: Severity, mistyped: string | undefined): Finding {
  const message = finding.message + (mistyped === undefined ? '' : unknownCode(mistyped, finding.code));
  return { ...finding, message, severity, fixes: finding.fixes.filter(f => f.edits.length > 0) };
}

const knownCodes: readonly FindingCode[] = [
  ...[...ofQuotation, ...ofClaim, ...ofDraft].map(([code]) => code),
  'source-unreadable',
];

/** Told where the writer wonders why the comment has no effect. */
function unknownCode(mistyped: string, code: FindingCode): string {
  return ` (The ignore comment here names ${mistyped}, which is no code; the code of this finding is ${code}.)`;
}

/** That the source has changed says why words differ or are missing: said as a mistake of the writer's, it would be wrong. */
function unlessStale(found: readonly Bare[]): readonly Bare[] {
  if (!found.some(({ code }) => code === 'citation-stale')) return found;
  return found.filter(({ code }) => code !== 'quote-altered' && code !== 'quote-not-found');
}

/**
 * Who said quoted words is said of the quotation, or was found to be unclear there: not again, or otherwise, of the claim around
 * it.
 */
function withoutEchoes(all: readonly Bare[], items: readonly Item[]): Bare[] {
  const speakers = items.flatMap(item =>
    item.kind === 'quotation' && isFound(item) ? (item.quotation.attribution?.speakerSpan ?? []) : [],
  );
  return all.filter(
    ({ code, span }) =>
      code !== 'claim-contradicted' || !speakers.some(other => other.start < span.end && span.start < other.end),
  );
}
