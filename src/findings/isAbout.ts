import type { Finding, Item, Span } from '../model.ts';

/** Whether a finding is about an item: it stands within it, or on the speaker or the citation beside it. `text` is the draft's. */
export function isAbout(finding: Finding, item: Item, text: string): boolean {
  const { span, citation } = item.kind === 'quotation' ? item.quotation : item.claim;
  if (finding.code === 'citation-unknown')
    return citation !== undefined && isSameMark(finding.span, citation.span, text);
  if (finding.code.startsWith('claim-') !== (item.kind === 'claim')) return false;
  if (within(finding, span)) return true;
  if (item.kind === 'claim') return false;
  const { attribution } = item.quotation;
  return [attribution?.speakerSpan, citation?.span].some(beside => beside?.start === finding.span.start);
}

/** A note that names no source is told at its first mark and is about all that carries the same mark. */
function isSameMark(told: Span, mark: Span, text: string): boolean {
  if (mark.start <= told.start && told.start < mark.end) return true;
  const words = text.slice(told.start, told.end);
  return words.startsWith('[^') && words === text.slice(mark.start, mark.end);
}

function within({ span: { start } }: Finding, span: Span): boolean {
  return span.start <= start && start < span.end;
}
