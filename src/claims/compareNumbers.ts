/** Numbers of a claim against the numbers a passage gives for the same thing. */
import type { Change } from '../model.ts';
import type { NumberMention } from '../text/numbers.ts';
import { stem } from '../text/stem.ts';
import type { Sentence } from './tokens.ts';

/**
 * One change for each number of the claim that no passage holds while `source` counts the same thing differently.
 * Spans are relative to the two sentences.
 */
export function compareNumbers(claim: Sentence, source: Sentence, all: readonly Sentence[]): Change[] {
  const changes: Change[] = [];
  for (const own of claim.numbers) {
    if (own.kind === 'date' || all.some(s => s.numbers.some(n => agrees(own, n)))) continue;
    const other = source.numbers.find(n => sameThing(own, n, claim, source) && !claim.numbers.some(c => agrees(c, n)));
    if (other) {
      changes.push({
        draft: own.text,
        source: other.text,
        draftSpan: own.span,
        sourceSpan: other.span,
        gravity: 'number',
      });
    }
  }
  return changes;
}

/** Whether the claim's number may stand where the source has the other: rounding and "more than" included. */
export function agrees(own: NumberMention, other: NumberMention): boolean {
  if (own.kind === 'money' && other.kind === 'money' && own.unit !== other.unit) return false;
  if ((own.kind === 'percent') !== (other.kind === 'percent')) return false;
  const low = other.value;
  const high = other.high ?? other.value;
  if (own.value === low && (own.high ?? own.value) === high) return true;
  const tolerance = own.approximate ? 0.1 * Math.abs(own.value) : 0;
  switch (own.approximate) {
    case 'over':
    case 'atLeast':
      return high >= own.value && low <= own.value * 1.5;
    case 'under':
    case 'atMost':
    case 'almost':
      return low <= own.value && high >= own.value * 0.75;
    case 'about':
      return own.value >= low - tolerance && own.value <= high + tolerance;
    default:
      return other.approximate === 'about' && Math.abs(own.value - low) <= 0.05 * low;
  }
}

function sameThing(own: NumberMention, other: NumberMention, claim: Sentence, source: Sentence): boolean {
  if (own.kind !== other.kind) return false;
  if (own.kind === 'percent' || own.kind === 'money' || own.kind === 'year')
    return neighboursShared(own, other, claim, source);
  if (own.unit === undefined || other.unit === undefined) return false;
  return stem(own.unit) === stem(other.unit);
}

/** A content word within three words of both numbers. */
function neighboursShared(own: NumberMention, other: NumberMention, claim: Sentence, source: Sentence): boolean {
  const near = (sentence: Sentence, number: NumberMention) => {
    const at = sentence.tokens.findIndex(t => t.span.start >= number.span.start);
    return sentence.tokens.slice(Math.max(0, at - 4), at + 6).filter(t => !t.stop && !/\d/.test(t.text));
  };
  const theirs = new Set(near(source, other).map(t => t.stem));
  return near(claim, own).some(t => theirs.has(t.stem));
}
