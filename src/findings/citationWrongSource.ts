import { nameSource } from '../citations/describe.ts';
import type { Citation, Finding, QuotationItem } from '../model.ts';
import { type FindingContext, isFound, sourcesOf } from './context.ts';

/** `citation-wrong-source`: no source cited here holds the quoted words, another one does. */
export function citationWrongSource(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  const { citation } = item.quotation;
  if (!isFound(item) || citation?.sourceId === undefined) return [];
  const holders = sourcesOf(item.verdict.evidence, context.store);
  const right = holders[0];
  const cited = context.store.get(citation.sourceId);
  const beside = citedBeside(citation, context);
  if (!right || !cited || holders.some(source => beside.has(source.id))) return [];
  return [
    {
      code: 'citation-wrong-source',
      span: citation.span,
      message: `${nameSource(cited)} does not have these words; ${nameSource(right)} does.`,
      evidence: item.verdict.evidence,
      fixes: holders.slice(0, 3).map((source, i) => ({
        title: `Cite ${nameSource(source)}`,
        edits: context.recite(citation, source),
        preferred: i === 0,
      })),
    },
  ];
}

/** The sources of a citation and of those that stand side by side with it: `[@one; @two]`, `[^1][^2]`, `[3–5]`. */
function citedBeside(citation: Citation, context: FindingContext): ReadonlySet<string | undefined> {
  const { citations, draft } = context;
  const at = citations.findIndex(({ span }) => span.start === citation.span.start);
  const touch = (left: Citation | undefined, right: Citation | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    left.span.end <= right.span.start &&
    /^[\s;,()[\]{}^–-]*$/.test(draft.text.slice(left.span.end, right.span.start));
  let [first, last] = [at, at];
  while (touch(citations[first - 1], citations[first])) first--;
  while (touch(citations[last], citations[last + 1])) last++;
  const beside = [citation, ...citations.slice(Math.max(0, first), last + 1)];
  return new Set(beside.flatMap(one => [one.sourceId, ...alsoInNote(one, context)]));
}

/** A note may name several sources, one behind the other: `See A Bridge; and A Ferry.` */
function alsoInNote({ definition }: Citation, { draft, library }: FindingContext): (string | undefined)[] {
  if (!definition) return [];
  const parts = draft.text.slice(definition.start, definition.end).split(/;|\n|(?<=\.)\s/);
  return parts.length < 2 ? [] : parts.map(part => library.named(part)?.id);
}
