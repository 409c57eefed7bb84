import type { Attribution, Span } from '../model.ts';
import type { People } from './people.ts';
import type { SpeechMemory } from './speechMemory.ts';
import type { QuotedStretch } from './stretches.ts';

/** A text whose quotations are being attributed. */
export type SpeechContext = {
  readonly text: string;
  readonly quoted: readonly QuotedStretch[];
  readonly paragraphs: readonly Span[];
  readonly people: People;
  readonly memory: SpeechMemory;
  /** Who says the quotations before the one in hand; undefined where it is not clear. */
  readonly found: (Attribution | undefined)[];
};

/**
 * Index of the quotation before `at` that somebody is known to say, titles and a few words in marks in between passed over;
 * -1 when the one before it is nobody's.
 */
export function speechBefore({ text, quoted, found }: SpeechContext, at: number): number {
  for (let before = at - 1; before >= Math.max(0, at - mostPassed); before--) {
    if (found[before]) return before;
    const span = quoted[before]?.span;
    if (!span || text.slice(span.start, span.end).split(/\s+/).length > fewWords) return -1;
  }
  return -1;
}

const mostPassed = 4;
const fewWords = 4;

/** Index of the paragraph that an offset lies in, or of the one before it. */
export function paragraphIndex({ paragraphs: spans }: Pick<SpeechContext, 'paragraphs'>, offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
