import type { Change, Evidence, EvidenceKind, Quotation, Source, Span } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import { align } from '../text/align.ts';
import { isInsideNumber, wholeNumber } from '../text/numberInWords.ts';
import { altersMeaning, hidesNegation } from './altersMeaning.ts';
import type { Piece } from './pieces.ts';
import { readableText } from './readableText.ts';
import type { Region } from './regions.ts';
import { isCueWithin, speakerOf } from './speakerOf.ts';

/** Evidence that a passage of a source bears on a quotation, with who speaks there. */
export function evidenceAt(
  source: Source,
  span: Span,
  kind: EvidenceKind,
  score: number,
  changes: readonly Change[] = [],
): Evidence {
  const passage = passageAt(source, span);
  const speaker = speakerOf(source, span);
  return speaker === undefined ? { passage, kind, score, changes } : { passage, kind, score, changes, speaker };
}

/**
 * The stretch of a region nearest to the quotation, with the words in which they differ as spans of the draft. What the
 * writer marked as left out, what a bracket stands for and what stands between the quotation's parts is no difference, nor is
 * the cue that interrupts the speech in the source.
 */
export function nearest(
  quotation: Quotation,
  marked: readonly Piece[],
  { source, span }: Pick<Region, 'source' | 'span'>,
): Evidence | undefined {
  // `allow[ed]` is compared by its stem.
  const stems = quotation.text.replace(bracketedEnding, ending => ' '.repeat(ending.length));
  const near = align(stems, readableText(source), span);
  if (!near) return undefined;
  const numbers = cutNumbers(stems, source.text, near.span);
  // A change of the same word is part of the number's.
  const others = near.changes.filter(c => !numbers.some(n => n.draftSpan.start === c.draftSpan.start));
  const changes = [...others, ...numbers]
    .filter(change => !isOfStem(change, quotation.text))
    .map(change => ({ ...change, draftSpan: inDraft(quotation, change.draftSpan) }))
    .filter(change => !isMarked(change, marked, quotation, source.text))
    .filter(({ draft, sourceSpan }) => draft !== '' || !isCueWithin(source, sourceSpan));
  return evidenceAt(source, near.span, changes.length === 0 ? 'typographic' : 'altered', near.similarity, changes);
}

/** `There will be forty,` where the source has `forty-two`: the number at either end of the stretch is another one. */
function cutNumbers(quoted: string, text: string, { start, end }: Span): Change[] {
  const found: Change[] = [];
  const own = [...quoted.matchAll(/\p{L}+/gu)];
  const note = (word: RegExpExecArray | undefined, sourceSpan: Span): void => {
    if (!word) return;
    const draftSpan = { start: word.index, end: word.index + word[0].length };
    const source = text.slice(sourceSpan.start, sourceSpan.end);
    found.push({ draft: word[0], source, draftSpan, sourceSpan, gravity: 'number' });
  };
  if (isInsideNumber(text, start - 1)) note(own[0], wholeNumber(text, start - 1));
  if (isInsideNumber(text, end)) note(own.at(-1), wholeNumber(text, end));
  return found;
}

const bracketedEnding = /(?<=\p{L})\[\p{Ll}{1,4}\]/gu;

/** The draft's word is the stem of the source's, and its ending in brackets the writer's. */
function isOfStem({ draft, draftSpan, source }: Change, quoted: string): boolean {
  const ending = /^\[\p{Ll}{1,4}\]/u.exec(quoted.slice(draftSpan.end, draftSpan.end + 6))?.[0];
  return ending !== undefined && draft !== '' && !altersMeaning(draft + ending, source);
}

/** A span of the quotation's text, whose parts are joined by one space, as a span of the draft. */
function inDraft({ parts }: Quotation, span: Span): Span {
  const start = offsetInDraft(parts, span.start);
  return { start, end: Math.max(start, span.end === span.start ? start : offsetInDraft(parts, span.end)) };
}

function offsetInDraft(parts: Quotation['parts'], offset: number): number {
  let before = 0;
  for (const { inner } of parts) {
    const length = inner.end - inner.start;
    if (offset <= before + length) return inner.start + offset - before;
    before += length + 1;
  }
  return parts.at(-1)?.inner.end ?? offset;
}

/** Words of the source that a bracket may stand for. */
const longestInsertion = 8;

/** Whether the writer marked the difference, so that no reader is misled. */
function isMarked(change: Change, pieces: readonly Piece[], { parts }: Quotation, source: string): boolean {
  const { start, end } = change.draftSpan;
  const first = parts[0]?.inner.start ?? 0;
  const last = parts.at(-1)?.inner.end ?? 0;
  return pieces.some((piece, at) => {
    const before = pieces[at - 1]?.span.end ?? first;
    const within =
      before - 1 <= start && end <= piece.span.start + 1 && (piece.after !== 'start' || piece.span.start > first + 1);
    const trailing = at === pieces.length - 1 && last > piece.span.end + 1 && piece.span.end <= start && end <= last;
    if (!within && !trailing) return false;
    const brackets = within ? piece.instead : piece.insteadBehind;
    if (within && piece.after === 'part') return true;
    if (!brackets) return !hidesNegation(change.source);
    return (
      change.source.split(/\s+/).length <= longestInsertion &&
      !isBracketed(source, change.sourceSpan.start) &&
      !altersMeaning(brackets, change.source)
    );
  });
}

/** Inside a bracket of the source's own, whose words must stand as they are. */
function isBracketed(source: string, offset: number): boolean {
  const before = source.slice(Math.max(0, offset - 80), offset);
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}
