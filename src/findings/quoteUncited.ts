import { numberedMark } from '../citations/citationMarks.ts';
import { nameSource } from '../citations/describe.ts';
import type { Finding, Passage, QuotationItem, Source, Span } from '../model.ts';
import { type FindingContext, isFound, onceAnOrigin, sourcesOf } from './context.ts';

/** `quote-uncited`: the words stand in a source, and the draft does not say which. */
export function quoteUncited(item: QuotationItem, context: FindingContext): Omit<Finding, 'severity'>[] {
  // Before its closing mark a quotation is still being written.
  const { citation, closed, span } = item.quotation;
  if (!isFound(item) || citation || !closed || isNumbered(context.prose.text, span)) return [];
  const holders = sourcesOf(item.verdict.evidence, context.store);
  const sources = onceAnOrigin(holders, source => source.id, context.store);
  const first = sources[0];
  if (!first) return [];
  return [
    {
      code: 'quote-uncited',
      span: item.quotation.span,
      message: `No citation; these words are in ${nameSource(first)}`,
      evidence: item.verdict.evidence,
      fixes: sources.slice(0, 3).map((source, i) => ({
        title: `Add the citation: ${nameSource(source)}`,
        edits: context.cite(source, item.quotation.span.end, passageIn(source, item)),
        preferred: i === 0,
      })),
    },
  ];
}

/** `“We go,” she said [3].`: a number stands for a source that only the writer's list of references tells. */
function isNumbered(text: string, { end }: Span): boolean {
  return numberBehind.test(text.slice(end, end + farthestMark));
}

/** Characters from a quotation to the end of its sentence. */
const farthestMark = 240;
const numberBehind = new RegExp(String.raw`^[^.!?\n]*(?:[.!?]["”’»)]*)?\s?(?:${numberedMark})`, 'u');

/** The quoted words as this source has them: a link leads there, a page is named. */
function passageIn(source: Source, { verdict }: QuotationItem): Passage | undefined {
  return verdict.evidence.find(({ passage }) => passage.sourceId === source.id)?.passage;
}
