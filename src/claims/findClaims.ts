/** Finds the sentences of a draft that state something checkable. */
import type { Claim, Draft, Quotation, Span } from '../model.ts';
import { countCues } from '../quotes/cues.ts';
import type { Prose } from '../text/prose.ts';
import { ZERO_WIDTH } from '../text/proseMask.ts';
import { sentences } from '../text/segment.ts';
import { isCheckable } from './checkable.ts';

/**
 * Claims in the order of the draft. Headings, tables, captions, footnotes and block quotes hold none. A claim's text is
 * `prose.text.slice(span)`, blanked as prose is where `citations` stand: what points at a source says nothing of its own. Quoted words are never checked as claims: a sentence that quotes only in part is judged by
 * its own words, and whoever reads the claim's text must leave alone what stands between marks (see ownWords).
 */
export function findClaims(
  _draft: Draft,
  prose: Prose,
  quotations: readonly Quotation[],
  citations: readonly Span[] = [],
): Claim[] {
  const quoted = quotations.flatMap(q => q.parts.map(p => p.span));
  const found: Claim[] = [];
  for (const block of prose.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    for (const sentence of sentences(prose.text, block.span)) {
      const span = clip(sentence, quoted);
      if (!span || isAttribution(prose.text, sentence, quoted)) continue;
      if (isCheckable(blank(prose.text, span, quoted)))
        found.push({ span, text: blank(prose.text, span, citations, ZERO_WIDTH) });
    }
  }
  return found;
}

/** A sentence that mostly quotes, and besides says who said so, is the quotation's matter: words and speaker are checked there. */
function isAttribution(text: string, sentence: Span, quoted: readonly Span[]): boolean {
  const own = blank(text, sentence, quoted);
  const all = countWords(text.slice(sentence.start, sentence.end));
  return 2 * countWords(own) <= all && countCues(own) > 0;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** A sentence that begins or ends inside a quotation loses that part. */
function clip(span: Span, quoted: readonly Span[]): Span | undefined {
  let { start, end } = span;
  for (const other of quoted) {
    if (other.start <= start && other.end >= end) return undefined;
    if (other.start < start && other.end > start) start = other.end;
    if (other.start < end && other.end > end) end = other.start;
  }
  return start < end ? { start, end } : undefined;
}

function blank(text: string, span: Span, hidden: readonly Span[], by = ' '): string {
  let own = text.slice(span.start, span.end);
  for (const other of hidden) {
    const start = Math.max(other.start, span.start) - span.start;
    const end = Math.min(other.end, span.end) - span.start;
    if (start < end) own = own.slice(0, start) + by.repeat(end - start) + own.slice(end);
  }
  return own;
}
