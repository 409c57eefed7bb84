/** Figures that a writer may have worked out from what the passages give: too loose to bear a claim out, enough to say nothing. */
import type { NumberMention } from '../text/numbers.ts';
import { isReckonedFrom } from './compare/alike/reckonedFrom.ts';
import { isPartOf } from './compare/alike/sums.ts';
import type { Sentence } from './tokens.ts';

/**
 * Whether a claim's figure is the sum, the rest, a share, the half or the double of the passages' figures, or a year so long
 * before or after one of theirs.
 */
export function mayBeReckoned(own: NumberMention, claim: Sentence, passages: readonly Sentence[]): boolean {
  if (isReckonedFrom(own, claim, passages)) return true;
  const figures = passages.flatMap(p => p.numbers);
  if (own.kind === 'year') return isReckonedYear(own, figures, passages);
  return passages.some(p => isPartOf(own, p.numbers)) || (passages.some(tellsHalf) && isHalfOrDouble(own, figures));
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
