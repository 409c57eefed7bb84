/** A part of so many on one side, and on the other how many of them are left. */
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { hasDenial } from './denials.ts';

/** "Failed to win eight of their last nine" says what "won only one of their last nine" says. */
export function areRests(claim: Sentence, source: Sentence): boolean {
  const own = partIn(claim);
  const other = own && hasDenial(claim) !== hasDenial(source) ? partIn(source) : undefined;
  return own !== undefined && own.whole === other?.whole && own.part + other.part === own.whole;
}

const partOfWhole = /\b([\p{L}\p{N}]+) of (?:the|its|their|his|her) (?:(?:last|first|past) )?(?=\p{L}|\p{N})/iu;

const partIn = ofSentence(({ text, numbers }) => {
  const match = text.includes(' of ') && numbers.length > 0 ? partOfWhole.exec(text) : null;
  if (!match) return undefined;
  const valueAt = (at: number) => numbers.find(n => n.span.start === at)?.value;
  // "One" alone counts nothing yet.
  const part = /^one$/i.test(match[1] ?? '') ? 1 : valueAt(match.index);
  const whole = valueAt(match.index + match[0].length);
  return part === undefined || whole === undefined ? undefined : { part, whole };
});
