import type { Citation, Span } from '../model.ts';
import type { Prose } from '../text/prose.ts';
import { sentences } from '../text/segment.ts';

/**
 * The citation that stands for a stretch of the draft: the first one behind it in its own sentence (marks that follow the
 * full stop belong to the sentence), else the last one before it in that sentence, else the one that closes its paragraph
 * when the paragraph has a single citation. Citations of other paragraphs never count, however near.
 */
export function citationFor(span: Span, prose: Prose, citations: readonly Citation[]): Citation | undefined {
  const at = prose.blocks.findIndex(b => b.span.start <= span.start && span.end <= b.span.end);
  const block = withMarksBehind(prose, at);
  if (!block) return undefined;
  const inBlock = citations.filter(c => c.span.start >= block.start && c.span.end <= block.end);
  if (inBlock.length === 0) return undefined;
  const sentence = sentenceOf(span, prose, block, inBlock);
  const inSentence = inBlock.filter(c => c.span.start >= sentence.start && c.span.end <= sentence.end);
  const behind = inSentence.find(c => c.span.start >= span.end);
  if (behind ?? inSentence.at(-1)) return behind ?? inSentence.at(-1);
  const only = inBlock.length === 1 ? inBlock[0] : undefined;
  return only && only.span.start >= span.end && onlyMarksBehind(prose.text, only.span.end, block.end)
    ? only
    : undefined;
}

/** A block's span ends with its last word; the marks that close it stand behind, up to the next block. */
function withMarksBehind(prose: Prose, at: number): Span | undefined {
  const block = prose.blocks[at];
  return block && { start: block.span.start, end: prose.blocks[at + 1]?.span.start ?? prose.text.length };
}

/** The sentence (or sentences) that hold the span, stretched over the citation marks that directly follow. */
function sentenceOf(span: Span, prose: Prose, block: Span, citations: readonly Citation[]): Span {
  const touching = sentences(prose.text, block).filter(s => s.start < span.end && span.start < s.end);
  const start = touching[0]?.start ?? span.start;
  let end = Math.max(touching.at(-1)?.end ?? span.end, span.end);
  for (const citation of citations) {
    if (citation.span.start >= end && prose.text.slice(end, citation.span.start).trim() === '') end = citation.span.end;
  }
  return { start, end };
}

function onlyMarksBehind(text: string, from: number, to: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(from, to));
}
