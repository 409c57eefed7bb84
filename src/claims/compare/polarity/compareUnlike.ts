/** What something is told to lack or have in contrast to another: "Unlike its predecessor, the new model has no fan". */
import type { Span } from '../../../model.ts';
import { ofSentence } from '../../ofSentence.ts';
import { type Comparer, pair, shared } from '../pair.ts';

/** A claim that says of the one what the passage says of the other. */
export const compareUnlike: Comparer = x =>
  contrasts(x.source).flatMap(other => {
    const words = x.source.content.filter(t => t.span.start >= other.start && t.span.end <= other.end);
    const last = words.at(-1);
    const own = last && x.claim.content.find(t => t.stem === last.stem);
    if (!own || /\b(?:unlike|contrast|than)\b/i.test(x.claim.text) || shared(x, own.span) < 0.75) return [];
    // What the claim is about stands at its beginning.
    const before = x.claim.content.filter(t => t.span.end <= own.span.start);
    if (!before.every(t => words.some(w => w.stem === t.stem))) return [];
    const subject = subjectBehind(x.source.text, other.end);
    return subject ? [pair(x, own.span, subject, 'name', 'none')] : [];
  });

/** Of what the passage tells it: "the new model". */
function subjectBehind(text: string, end: number): Span | undefined {
  const told = /^, (\S+(?: \S+){0,4}?) (?:has|have|had|is|are|was|were|does|do|did|can|will)\b/i.exec(
    text.slice(end),
  )?.[1];
  return told === undefined ? undefined : { start: end + 2, end: end + 2 + told.length };
}

const contrasts = ofSentence(({ text }): readonly Span[] => {
  const match = /^(?:unlike|in contrast to) ([^,]{3,60})(?=,)/iu.exec(text);
  if (!match) return [];
  const start = match[0].length - (match[1] ?? '').length;
  return [{ start, end: match[0].length }];
});
