import type { Citation } from '../model.ts';
import { referenceList } from './referenceList.ts';
import type { CitationContext, CitationStyle } from './style.ts';
import { citationStyles } from './styles.ts';
import { isTypst } from './typst.ts';

/**
 * Every citation of the draft, in order, whatever its style: writers mix them. Of two that overlap the longer counts. A
 * footnote's definition that names a source and the reference list are references: nothing in them is a citation of its own.
 */
export function findCitations(context: CitationContext): Citation[] {
  const found = citationStyles
    .filter(style => reads(style, context))
    .flatMap(style => style.find(context))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const list = referenceList(context.draft, context.prose)?.span;
  const notes = found.flatMap(c => (c.sourceId !== undefined && c.definition ? [c.definition] : []));
  const references = list ? [...notes, list] : notes;
  let end = -1;
  return found.filter(({ span, definition }) => {
    const inReference = references.some(r => r !== definition && r.start <= span.start && span.end <= r.end);
    const kept = span.start >= end && !inReference;
    if (kept) end = span.end;
    return kept;
  });
}

/** A LaTeX or Typst draft has its own language's citations only: `@` and `[` mean something else there. */
function reads({ name }: CitationStyle, { draft }: CitationContext): boolean {
  if (draft.language === 'latex') return name === 'latex' || name === 'footnote';
  if (isTypst(draft)) return name === 'typst' || name === 'footnote';
  return true;
}
