/** Which verb a figure or a time belongs to: "appeared in 1927 and was translated three years later". */
import type { Span } from '../../../model.ts';
import type { Sentence, Token } from '../../tokens.ts';
import type { Comparison } from '../pair.ts';
import { clauseAt } from './clauses.ts';
import { frames } from './frames.ts';

/** Whether what the passage has in a place is told of another deed there, while it tells of the claim's deed too. */
export function isUnderAnotherVerb({ claim, source }: Comparison, own: Span, other: Span): boolean {
  const verb = verbBefore(claim, own, clauseAt(claim, own).start);
  const theirs = verbBefore(source, other, 0);
  if (!verb || !theirs || verb.stem === theirs.stem) return false;
  const same = source.tokens.filter(t => t.stem === verb.stem);
  return same.length > 0 && !same.some(t => t.span.start > theirs.span.start && t.span.end <= other.start);
}

/** Whether a passage counts in one deed what the claim counts in another that the passage tells too: "four were hurt, none died". */
export function isCountedInAnotherDeed({ claim, source }: Comparison, own: Span, other: Span): boolean {
  const holding = (s: Sentence, span: Span) =>
    frames(s).filter(f => [...f.doer, ...f.target].some(n => n.span.start <= span.start && span.end <= n.span.end));
  const [mine, theirs] = [holding(claim, own), holding(source, other)];
  if (mine.length * theirs.length === 0 || mine.some(f => theirs.some(g => g.key === f.key))) return false;
  return mine.some(f => frames(source).some(g => g.key === f.key));
}

/** The last verb between an offset and a span: a deed, or "had" where that is what is told; "the meeting" is none. */
export function verbBefore(sentence: Sentence, { start }: Span, from: number): Token | undefined {
  return frames(sentence)
    .map(({ verb }) => verb.token)
    .findLast(
      t => t.span.end <= start && t.span.start >= from && !t.name && (!t.stop || /^(?:had|has|have)$/i.test(t.text)),
    );
}
