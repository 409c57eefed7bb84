import type { QuotationPart, Span } from '../model.ts';
import { type MarkPair, pairMarks } from '../text/marks.ts';
import { paragraphs } from '../text/segment.ts';
import { endsInCue, endsWithCue } from './cues.ts';
import { interrupts } from './interrupts.ts';
import { endsInWork, isTitle, isWovenTitle } from './titleWords.ts';

/** One quotation as it is printed, perhaps in parts around a cue, perhaps over several paragraphs. */
export type QuotedStretch = {
  /** From the first opening mark to the last closing mark. */
  readonly span: Span;
  readonly parts: readonly QuotationPart[];
  readonly closed: boolean;
};

/**
 * The quotations of `text`, in order: outermost marks only, a quotation interrupted by its cue joined (“One,” she said,
 * “two.”), and paragraphs that each open with a mark and close only at the last one joined.
 */
export function quotedStretches(text: string): QuotedStretch[] {
  const pairs = pairMarks(text).filter(pair => pair.depth === 0 && !isEmpty(text, pair.inner));
  const starts = paragraphs(text).map(paragraph => paragraph.start);
  return joinInterrupted(text, joinParagraphs(text, pairs, new Set(starts)), starts);
}

function isEmpty(text: string, inner: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end));
}

function joinParagraphs(text: string, pairs: readonly MarkPair[], starts: ReadonlySet<number>): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (const pair of pairs) {
    const part = { span: pair.span, inner: pair.inner };
    const before = found.at(-1);
    const continues =
      before && !before.closed && starts.has(pair.span.start) && isBlank(text.slice(before.span.end, pair.span.start));
    if (continues) found.pop();
    const parts = continues ? [...before.parts, part] : [part];
    const start = parts[0]?.span.start ?? pair.span.start;
    found.push({ span: { start, end: pair.span.end }, parts, closed: pair.closed });
  }
  return found;
}

function isBlank(words: string): boolean {
  return /^\s*$/.test(words);
}

/** Joins each stretch to the one before it, or to the one before a title or a few quoted words within the cue. */
function joinInterrupted(
  text: string,
  stretches: readonly QuotedStretch[],
  starts: readonly number[],
): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const next = stretches[at + 1]?.span.start ?? text.length;
    const limit = Math.min(next, firstFrom(starts, stretch.span.end) ?? text.length);
    const joined = [found.length - 1, found.length - 2].find(index => {
      const before = found[index];
      if (!before?.closed || (index < found.length - 1 && !isWoven(text, found[index + 1]))) return false;
      const apart = (firstFrom(starts, before.span.end) ?? text.length) <= stretch.span.start;
      return (
        !apart &&
        mayGoOn(text, before, stretch) &&
        !isIntroduced(text, before, stretch) &&
        interrupts(text, before.span, stretch.span, limit)
      );
    });
    const before = joined === undefined ? undefined : found[joined];
    if (joined === undefined || !before) found.push(stretch);
    else {
      const span = { start: before.span.start, end: stretch.span.end };
      found[joined] = { span, parts: [...before.parts, ...stretch.parts], closed: stretch.closed };
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The first of some ascending offsets that is not before `offset`. */
function firstFrom(offsets: readonly number[], offset: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}

/** `“Meet the Press”`, “personnel changes”: a name, or a few words that do not begin a sentence. */
function isWoven(text: string, stretch: QuotedStretch | undefined): boolean {
  if (!stretch || stretch.parts.length > 1) return false;
  const words = wordsOf(text, stretch);
  return words.length <= 8 && (isTitle(words) || /^\P{L}*\p{Ll}/u.test(words[0] ?? ''));
}

function wordsOf(text: string, { span }: QuotedStretch): string[] {
  return text.slice(span.start, span.end).split(/\s+/);
}

/** Double marks go on with double ones; a title in the writer's sentence does not go on, and a few words only in lower case. */
function mayGoOn(text: string, first: QuotedStretch, second: QuotedStretch): boolean {
  if (isSingle(text, first) !== isSingle(text, second)) return false;
  const before = text.slice(Math.max(0, first.span.start - 30), first.span.start);
  if (endsInWork(before) && isWovenTitle(text.slice(first.span.start, first.span.end))) return false;
  const inSentence = /[\p{L}\p{N}]\s$/u.test(text.slice(Math.max(0, first.span.start - 2), first.span.start));
  if (!inSentence || !isWoven(text, first)) return true;
  return !isTitle(wordsOf(text, first)) && /^\p{Ll}/u.test(text.slice(second.parts[0]?.inner.start));
}

function isSingle(text: string, { span }: QuotedStretch): boolean {
  return /^['‘‚‹›](?!')/.test(text.slice(span.start, span.start + 2));
}

/** The first run ends its sentence, and what stands behind it leads in the second: `“Why?” He said, “…”` */
function isIntroduced(text: string, first: QuotedStretch, second: QuotedStretch): boolean {
  const ending = /([.?!…]?)["'”’»\s]*$/u.exec(text.slice(first.span.start, first.span.end))?.[1] ?? '';
  const gap = text.slice(first.span.end, second.span.start);
  // `“We go.” Somebody shouts “No!”`
  if (ending === '.' && /^\s*\p{Lu}/u.test(gap) && endsInCue(gap)) return true;
  if (ending === '' || !/[,:]\s*$/.test(gap) || !/^\s*\p{Lu}/u.test(gap)) return false;
  if (ending === '.' || /^\s*(?:He|She|They|It|Then|But|And|The)\b/.test(gap)) return true;
  const before = text.slice(Math.max(0, first.span.start - 100), first.span.start);
  return /[,:]\s*$/.test(before) && endsWithCue(before) && endsWithCue(gap);
}
