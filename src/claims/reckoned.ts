/** Figures that a writer may have worked out from what the passages give: too loose to bear a claim out, enough to say nothing. */
import type { NumberMention } from '../text/numbers.ts';
import { isReckonedFrom } from './compare/alike/reckonedFrom.ts';
import { isPartOf } from './compare/alike/sums.ts';
import { areRests } from './compare/reading/rests.ts';
import type { Nearest } from './nearest.ts';
import type { Sentence } from './tokens.ts';
import { isPercentOf, isPercentOfTwo, isWorkedOut } from './workedOut.ts';

/**
 * Whether a claim's figure is the sum, the rest, a share, the half or the double of the passages' figures, or a year so long
 * before or after one of theirs.
 */
export function mayBeReckoned(own: NumberMention, claim: Sentence, nearest: Nearest): boolean {
  const { passages } = nearest;
  if (isReckonedStrictly(own, claim, nearest) || isOfTheSentenceBefore(claim)) return true;
  const figures = passages.flatMap(p => p.numbers);
  if (own.kind === 'year') return isReckonedYear(own, figures, passages);
  return passages.some(p => isPartOf(own, p.numbers)) || (passages.some(tellsHalf) && isHalfOrDouble(own, figures));
}

/** The same by a reckoning that the words of claim and passage tell, so that it is no chance. */
export function isReckonedStrictly(
  own: NumberMention,
  claim: Sentence,
  { passages, years = [], around }: Nearest,
): boolean {
  return (
    isReckonedFrom(own, claim, passages) ||
    passages.some(p => areRests(claim, p) || isPercentOf(own, p) || isPercentOfTwo(own, p)) ||
    isPercentOfTwo(own, claim) ||
    isWorkedOut(own, claim, around ?? (() => passages)) ||
    isSpanOfTime(own, claim, passages, years)
  );
}

/** "That leaves more than 330,000 pounds": reckoned from what the draft itself has just told. */
function isOfTheSentenceBefore({ text, names }: Sentence): boolean {
  return (
    /^(?:That|This|It|Which) (?:leaves|means|makes|left|meant|made|adds up to|works out at)\b/.test(text) &&
    names.length === 0
  );
}

/** "For more than a quarter of a century" where she has had it since 1998. */
function isSpanOfTime(
  own: NumberMention,
  { text }: Sentence,
  passages: readonly Sentence[],
  published: readonly number[],
): boolean {
  const length = yearsOf(own, text);
  if (length === undefined) return false;
  const told = passages.flatMap(p => p.dates.flatMap(d => (d.year === undefined ? [] : [d.year])));
  const isNear = (gap: number) => {
    if (own.approximate === undefined) return gap === length;
    return (
      gap >= length * (own.approximate === 'over' || own.approximate === 'atLeast' ? 1 : 0.85) && gap <= length * 1.2
    );
  };
  return told.some(a => [...told, ...published].some(b => isNear(b - a)));
}

function yearsOf({ unit, value, kind, span }: NumberMention, text: string): number | undefined {
  if (kind !== 'count') return undefined;
  if (/^ (?:of )?a century\b/i.test(text.slice(span.end))) return value * 100;
  if (unit === 'decade' || unit === 'century') return value * (unit === 'decade' ? 10 : 100);
  return unit === 'year' ? value : undefined;
}

function tellsHalf({ text }: Sentence): boolean {
  return /\b(?:half|halv\w+|doubl\w+|twice)\b/i.test(text);
}

function isHalfOrDouble({ kind, value }: NumberMention, figures: readonly NumberMention[]): boolean {
  return figures.some(n => n.kind === kind && (n.value === value * 2 || n.value * 2 === value));
}

/** "Completed in 1652" where it was begun in 1641 and completed eleven years later; "the 1950s" where it was 1958. */
function isReckonedYear(
  { text, value }: NumberMention,
  figures: readonly NumberMention[],
  passages: readonly Sentence[],
): boolean {
  const years = figures.filter(n => n.kind === 'year').map(n => n.value);
  if (/s$/.test(text)) return years.some(year => year >= value && year < value + 10);
  const isNext = passages.some(p =>
    /\b(?:following|next|previous) year\b|\ba year (?:later|earlier|before|after)\b/i.test(p.text),
  );
  const steps = figures.filter(n => n.kind === 'count' && n.unit === 'year').map(n => n.value);
  return years.some(year => [...steps, ...(isNext ? [1] : [])].includes(Math.abs(year - value)));
}
