/** Sums that a writer works out: "86 homes in all" from 52 and 34. */
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord } from '../../../text/stem.ts';
import { agrees } from '../alike/agrees.ts';
import { isAmount, isReckonedFrom, total } from '../alike/reckonedFrom.ts';
import { type Comparer, pair, shared } from '../pair.ts';

/** A sum told of two figures of a passage that make another. */
export const compareTotals: Comparer = x => {
  if (x.claim.numbers.length === 0 || x.source.numbers.length < 2 || !total.test(x.claim.text)) return [];
  const [own, ...more] = x.claim.numbers.filter(isAmount);
  const [a, b, ...rest] = x.source.numbers.filter(n => own && isAmount(n) && areAlike(own, n));
  if (!own || more.length > 0 || !a || !b || rest.length > 0 || !areAlike(a, b)) return [];
  if (isReckonedFrom(own, x.claim, x.others) || shared(x, own.span) < 0.5) return [];
  if (x.others.some(s => s.numbers.some(n => agrees(own, n)))) return [];
  const span = { start: a.span.start, end: b.span.end };
  return [pair(x, own.span, span.end - span.start > longest ? a.span : span, 'number', 'none')];
};

/** Longer stretches tell a writer less than the figures. */
const longest = 90;

/** Two sums of money, or two counts of one thing; the first may bear the unit for both. */
function areAlike(a: NumberMention, b: NumberMention): boolean {
  if (a.kind === 'money' || b.kind === 'money')
    return unitOf(a) === undefined || unitOf(b) === undefined || a.unit === b.unit;
  return unitOf(a) !== undefined && a.unit === b.unit;
}

function unitOf({ unit }: NumberMention): string | undefined {
  return unit === undefined || isStopWord(unit) ? undefined : unit;
}
