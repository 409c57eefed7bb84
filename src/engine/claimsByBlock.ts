import { findClaims } from '../claims/findClaims.ts';
import type { Claim, Draft, Quotation, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import type { Recent } from '../text/recent.ts';
import { groupedBy, movedBy, proseAlone } from './blocks.ts';

/**
 * The claims of a draft, each block read as if it stood alone: no claim depends on the words of another one, so a block that
 * did not change need not be read again.
 */
export function claimsByBlock(
  draft: Draft,
  prose: Prose,
  quotations: readonly Quotation[],
  known: Recent<readonly Claim[]>,
): Claim[] {
  const parts = groupedBy(
    prose.blocks.map(({ span }) => span),
    quotations.flatMap(quotation => quotation.parts),
  );
  return prose.blocks.flatMap((block, at) => {
    const { kind, span } = block;
    const quoted = (parts[at] ?? []).map(part => movedBy(part.span, -span.start));
    const alone = proseAlone(prose, block, span);
    const claims = known(`${kind} ${quoted.map(({ start, end }) => `${start}-${end}`)}\n${alone.text}`, () =>
      findClaims({ ...draft, text: alone.text }, alone, quoted.map(quotationAt)),
    );
    return claims.map(claim => ({ ...claim, span: movedBy(claim.span, span.start) }));
  });
}

/** Only where words are quoted matters here. */
function quotationAt(span: Span): Quotation {
  return { span, parts: [{ span, inner: span }], text: '', form: 'marks', closed: true };
}
