import type { Attribution, Span } from '../model.ts';
import { paragraphs } from '../text/segment.ts';
import { attribute } from './attribute.ts';
import { endsWithCue } from './cues.ts';
import { isDirect } from './isDirect.ts';
import { type QuotedStretch, quotedStretches } from './stretches.ts';
import { startsWithCue } from './tag.ts';
import { pronouns } from './wordLists.ts';

/** One direct quotation of a text, as `groundwork eval quotes` prints it. */
export type EvaluatedQuote = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly cue: string | null;
};

/**
 * Every direct quotation of a text with its speaker. Words that a cue interrupts (“One,” she said, “two.”) are one quotation
 * with one speaker, but each run of quoted words is printed for itself: the cue between them is nobody's words.
 */
export function evalQuotes(text: string): EvaluatedQuote[] {
  const all = quotedStretches(text);
  const doubled = all.some(({ span }) => /^(?:["“”„]|'')/.test(text.slice(span.start, span.start + 2)));
  const direct = joinSpeech(
    text,
    all.filter(stretch => isDirect(text, stretch, doubled)),
  );
  // Words woven into the writer's sentence are not listed, but whose they are tells whom a pronoun behind them means.
  const woven = all.filter(({ span }) => !direct.some(own => own.span.start <= span.start && span.end <= own.span.end));
  const quoted = [...direct, ...woven].sort((a, b) => a.span.start - b.span.start);
  const attributions = attribute(text, quoted);
  const listed = new Set(direct);
  return quoted.flatMap((stretch, at) =>
    (listed.has(stretch) ? stretch.parts : []).map(({ span: { start, end } }) => ({
      start,
      end,
      text: text.slice(start, end),
      speaker: speakerAsNamed(text, attributions[at]),
      cue: attributions[at]?.cue ?? null,
    })),
  );
}

/** The name as it stands beside the cue; where only a pronoun stands there, the person it means. */
function speakerAsNamed(text: string, attribution: Attribution | undefined): string | null {
  if (!attribution) return null;
  const named = text.slice(attribution.speakerSpan.start, attribution.speakerSpan.end).replace(/\s+/g, ' ');
  return /^\p{Lu}/u.test(named) && !pronouns.has(named.toLowerCase()) ? named : attribution.speaker;
}

/**
 * Joins a paragraph that is nothing but a quotation to the one before it, when that one is a quotation with its cue. A
 * check of a draft keeps them apart, because they may stand apart in the source.
 */
function joinSpeech(text: string, stretches: readonly QuotedStretch[]): QuotedStretch[] {
  const spans = paragraphs(text);
  const found: QuotedStretch[] = [];
  for (const stretch of stretches) {
    const at = spans.findIndex(span => span.start <= stretch.span.start && stretch.span.start < span.end);
    const own = spans[at];
    const previous = spans[at - 1];
    const before = found.at(-1);
    const alone = stretch.parts.length === 1 && own && own.start === stretch.span.start && own.end === stretch.span.end;
    if (alone && previous && before && before.span.end > previous.start && endsSpeech(text, before.span, previous)) {
      found.pop();
      const span = { start: before.span.start, end: stretch.span.end };
      found.push({ span, parts: [...before.parts, ...stretch.parts], closed: stretch.closed });
    } else found.push(stretch);
  }
  return found;
}

/** The paragraph holds the quotation and at most the words that say whose it is. */
function endsSpeech(text: string, quoted: Span, paragraph: Span): boolean {
  const before = text.slice(Math.max(paragraph.start, quoted.start - 200), Math.max(paragraph.start, quoted.start));
  const tag = text.slice(quoted.end, paragraph.end);
  if (quoted.start > paragraph.start && !endsWithCue(before)) return false;
  return (
    tag.trim() === '' || (startsWithCue(tag) && tag.length < 200 && !/[“”"]/.test(tag) && !/[.!?]\s+\p{Lu}/u.test(tag))
  );
}
