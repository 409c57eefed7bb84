/** Deeds of which one is denied and one is told, on days that are not the same. */
import type { Sentence, Token } from '../../tokens.ts';
import type { Comparison } from '../pair.ts';

/** "Could not fly on Monday" where they "were grounded on Monday but were expected to fly again on Tuesday". */
export function isOnAnotherDay({ claim, source }: Comparison, other: Token): boolean {
  const days = source.dates.filter(d => d.kind === 'weekday' || d.kind === 'relative');
  const behind = days.find(d => d.span.start >= other.span.end);
  if (!behind || /[,;:]/.test(source.text.slice(other.span.end, behind.span.start))) return false;
  const isOwn = (text: string) => claim.dates.some(d => d.text === text);
  return !isOwn(behind.text) && days.some(d => d !== behind && isOwn(d.text));
}

/** "Will not rise before 2027": what is denied up to a day. */
export function isDatedBefore({ dates, text }: Sentence): boolean {
  return dates.some(d => /\bbefore (?:the )?(?:\p{L}+ of )?$/iu.test(text.slice(0, d.span.start)));
}
