/** Which verb a figure or a time belongs to: "appeared in 1927 and was translated three years later". */
import type { Span } from '../../model.ts';
import type { Sentence, Token } from '../tokens.ts';
import { clauseAt } from './clauses.ts';
import { isPast, isVerb } from './mood.ts';
import type { Comparison } from './pair.ts';

/** Whether what the passage has in a place is told of another deed there, while it tells of the claim's deed too. */
export function isUnderAnotherVerb({ claim, source }: Comparison, own: Span, other: Span): boolean {
  const verb = verbBefore(claim, own, clauseAt(claim.text, own).start);
  const theirs = verbBefore(source, other, 0);
  if (!verb || !theirs || verb.stem === theirs.stem) return false;
  const same = source.tokens.filter(t => t.stem === verb.stem);
  return same.length > 0 && !same.some(t => t.span.start > theirs.span.start && t.span.end <= other.start);
}

/** The last verb between an offset and a span. */
export function verbBefore(sentence: Sentence, { start }: Span, from: number): Token | undefined {
  return sentence.tokens.findLast(
    t =>
      t.span.end <= start && t.span.start >= from && !t.name && (t.stop ? isHaving(sentence, t) : tells(sentence, t)),
  );
}

function tells(sentence: Sentence, token: Token): boolean {
  return isPast(token) || isVerb(sentence, token);
}

/** "Had fewer crabs": no helping word, but what the sentence tells. */
function isHaving({ tokens }: Sentence, token: Token): boolean {
  const next = /^(?:had|has|have)$/i.test(token.text) ? tokens[tokens.indexOf(token) + 1] : undefined;
  return next !== undefined && !isPast(next) && !/^(?:been|not|never|also|already|since|to)$/i.test(next.text);
}
