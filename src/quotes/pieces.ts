import type { Quotation, Span } from '../model.ts';

/** A run of quoted words that must stand in the source as it is, and what may stand in the source before it. */
export type Piece = {
  readonly span: Span;
  /** `start`: nothing; `part`: a cue; `omission`: whatever was left out; `insertion`: the words a bracket stands for. */
  readonly after: 'start' | 'part' | 'omission' | 'insertion';
};

/**
 * The quotation's words in pieces, cut where the writer marked an omission (…, ..., [...], (…)), where a cue interrupts, and
 * at those brackets (`[they]`, `[sic]`) that `isWriters` takes for the writer's own. Spans are offsets into the draft.
 */
export function pieces(quotation: Quotation, draft: string, isWriters: (bracket: string) => boolean): Piece[] {
  const found: Piece[] = [];
  for (const [index, { inner }] of quotation.parts.entries()) {
    let start = inner.start;
    let after: Piece['after'] = index === 0 ? 'start' : 'part';
    cut.lastIndex = start;
    for (let match = cut.exec(draft); match && match.index < inner.end; match = cut.exec(draft)) {
      const omitted = omission.test(match[0]);
      if (!omitted && !isWriters(match[0])) continue;
      push(found, draft, { start, end: match.index }, after);
      start = Math.min(match.index + match[0].length, inner.end);
      after = omitted ? 'omission' : 'insertion';
    }
    push(found, draft, { start, end: inner.end }, after);
  }
  return found;
}

const cut = /\[[^\][\n]{0,80}\]|\(\s*(?:…|\.{3,}|\. \. \.)\s*\)|…|\.(?:\s?\.){2,}/g;
const omission = /^[[(]?\s*(?:…|\.(?:\s?\.)+)\s*[\])]?$/;

function push(found: Piece[], draft: string, span: Span, after: Piece['after']): void {
  if (!/[\p{L}\p{N}\p{Sc}]/u.test(draft.slice(span.start, span.end))) return;
  found.push({ span, after: found.length === 0 ? 'start' : after });
}
