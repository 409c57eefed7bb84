/** Which verb a figure or a time belongs to: "appeared in 1927 and was translated three years later". */
import type { Span } from '../../model.ts';
import type { Sentence, Token } from '../tokens.ts';
import { clauseAt } from './clauses.ts';
import { frames } from './frames.ts';
import type { Comparison } from './pair.ts';

/** Whether what the passage has in a place is told of another deed there, while it tells of the claim's deed too. */
export function isUnderAnotherVerb({ claim, source }: Comparison, own: Span, other: Span): boolean {
  const verb = verbBefore(claim, own, clauseAt(claim.text, own).start);
  const theirs = verbBefore(source, other, 0);
  if (!verb || !theirs || verb.stem === theirs.stem) return false;
  const same = source.tokens.filter(t => t.stem === verb.stem);
  return same.length > 0 && !same.some(t => t.span.start > theirs.span.start && t.span.end <= other.start);
}

/** The last verb between an offset and a span: a deed, or "had" where that is what is told; "the meeting" is none. */
export function verbBefore(sentence: Sentence, { start }: Span, from: number): Token | undefined {
  return frames(sentence)
    .map(({ verb }) => verb.token)
    .findLast(
      t => t.span.end <= start && t.span.start >= from && !t.name && (!t.stop || /^(?:had|has|have)$/i.test(t.text)),
    );
}
