import { findClaims } from '../claims/findClaims.ts';
import type { Claim, Draft, Quotation, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import type { Recent } from '../text/recent.ts';
import { groupedBy, movedBy, proseAlone } from './blocks.ts';

/**
 * The claims of a draft, without the marks that point at sources (`citations`, in order, without overlap). Each block is read
 * as if it stood alone: no claim depends on the words of another one, so a block that did not change need not be read again.
 */
export function claimsByBlock(
  draft: Draft,
  prose: Prose,
  quotations: readonly Quotation[],
  citations: readonly Span[],
  known: Recent<readonly Claim[]>,
): Claim[] {
  const blocks = prose.blocks.map(({ span }) => span);
  const parts = groupedBy(
    blocks,
    quotations.flatMap(quotation => quotation.parts),
  );
  const cited = groupedBy(
    blocks,
    citations.map(span => ({ span })),
  );
  return prose.blocks.flatMap((block, at) => {
    const { kind, span } = block;
    const local = (things: readonly { readonly span: Span }[] = []) => things.map(t => movedBy(t.span, -span.start));
    const [quoted, marks] = [local(parts[at]), local(cited[at])];
    const alone = proseAlone(prose, block, span);
    const places = [quoted, marks].map(spans => spans.map(({ start, end }) => `${start}-${end}`).join()).join(' ');
    const claims = known(`${kind} ${places}\n${alone.text}`, () =>
      findClaims({ ...draft, text: alone.text }, alone, quoted.map(quotationAt), marks),
    );
    return claims.map(claim => ({ ...claim, span: movedBy(claim.span, span.start) }));
  });
}

/** Only where words are quoted matters here. */
function quotationAt(span: Span): Quotation {
  return { span, parts: [{ span, inner: span }], text: '', form: 'marks', closed: true };
}
