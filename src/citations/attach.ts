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
  if (at < 0) return undefined;
  const block = reachOf(prose, at);
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

/**
 * How far the citations of a block may stand: a block's span ends with its last word, the marks that close it stand behind,
 * up to the next block, and those of a block quote also in the line that signs it.
 */
export function reachOf(prose: Prose, at: number): Span {
  const next = prose.blocks[at + (isSignature(prose, at + 1) ? 2 : 1)];
  return { start: prose.blocks[at]?.span.start ?? 0, end: next?.span.start ?? prose.text.length };
}

/** A block quote's last paragraph that says whose words these are: `> — Jane Doe [@doe2025]`. */
function isSignature({ blocks, text }: Prose, at: number): boolean {
  const [block, before] = [blocks[at], blocks[at - 1]];
  return (
    block?.kind === 'blockquote' &&
    before?.kind === 'blockquote' &&
    /^\s*(?:[—–―]|--)/.test(text.slice(block.span.start))
  );
}

/** The sentence (or sentences) that hold the span, stretched over the citation marks that directly follow. */
function sentenceOf(span: Span, prose: Prose, block: Span, citations: readonly Citation[]): Span {
  const touching = sentences(prose.text, block).filter(s => s.start < span.end && span.start < s.end);
  const start = touching[0]?.start ?? span.start;
  let end = Math.max(touching.at(-1)?.end ?? span.end, span.end);
  for (const citation of citations) {
    if (citation.span.start >= end && /^[\s[\],;]*$/.test(prose.text.slice(end, citation.span.start)))
      end = citation.span.end;
  }
  return { start, end };
}

function onlyMarksBehind(text: string, from: number, to: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(from, to));
}
