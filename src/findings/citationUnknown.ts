import { nameSource } from '../citations/describe.ts';
import type { Citation, Finding, Source } from '../model.ts';
import { type FindingContext, sourcesOf } from './context.ts';

/**
 * `citation-unknown`: a footnote mark without a definition anywhere, or the citation of a quotation that names no known
 * source. A footnote elsewhere that names no source is the writer's own remark and stays silent.
 */
export function citationUnknown(context: FindingContext): Omit<Finding, 'severity'>[] {
  return context.citations
    .filter(citation => citation.sourceId === undefined && (!citation.definition || citesQuotation(citation, context)))
    .map(citation => ({
      code: 'citation-unknown' as const,
      span: citation.span,
      message: citation.definition
        ? `The note [^${citation.key}] names no source in the library.`
        : `The note [^${citation.key}] has no definition in this draft.`,
      evidence: [],
      fixes: likelySources(citation, context).map(source => ({
        title: `Cite ${nameSource(source)}`,
        edits: context.recite(citation, source),
      })),
    }));
}

function citesQuotation(citation: Citation, { items }: FindingContext): boolean {
  return items.some(item => item.kind === 'quotation' && item.quotation.citation?.span.start === citation.span.start);
}

/** The sources of the words that the citation stands behind. */
function likelySources(citation: Citation, { items, store }: FindingContext): Source[] {
  const cited = items.filter(item => {
    const own = item.kind === 'quotation' ? item.quotation.citation : item.claim.citation;
    return own?.span.start === citation.span.start && (item.kind === 'claim' || item.verdict.label !== 'not-found');
  });
  return cited.flatMap(item => sourcesOf(item.verdict.evidence, store)).slice(0, 3);
}
