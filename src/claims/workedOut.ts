/** Figures worked out from what stands in two sentences of a source: "half of them", "seven minutes later", "less than today's". */
import type { Span } from '../model.ts';
import type { NumberMention } from '../text/numbers.ts';
import { isPoints } from './compare/alike/agrees.ts';
import { inUnitOf } from './compare/alike/amounts.ts';
import { isMoment, isMomentLater } from './compare/alike/later.ts';
import { isFraction } from './compare/alike/shares.ts';
import type { Sentence } from './tokens.ts';

/** Whether one of these stretches, each of some sentences in a row, gives what the claim's figure is worked out from. */
export function isWorkedOut(own: NumberMention, claim: Sentence, stretches: () => readonly Sentence[]): boolean {
  // The stretches are read for figures of such kinds only: most claims lack others.
  if (!(isAmount(own) || isMoment(own) || isPoints(own) || isFraction(own))) return false;
  return stretches().some(
    s =>
      isPartOfThat(own, s) ||
      isApart(own, claim, s) ||
      isMomentLater(own, s) ||
      arePointsApart(own, s) ||
      isShareOfTwo(own, s) ||
      isAverage(own, claim, s),
  );
}

/** "Some 20,000 of them" where 40,000 came, and "half of them came by bus"; or what the others of them are. */
function isPartOfThat(own: NumberMention, { numbers, text }: Sentence): boolean {
  if (!isAmount(own)) return false;
  return numbers.some((share, i) => {
    if (!(share.kind === 'percent' || isFraction(share)) || !ofThat.test(text.slice(share.span.end))) return false;
    const value = share.kind === 'percent' ? share.value / 100 : share.value;
    const parts = theRest.test(text.slice(share.span.end)) ? [value, 1 - value] : [value];
    return numbers.slice(0, i).some(whole => isAmount(whole) && parts.some(part => comesTo(own, whole.value * part)));
  });
}

/** "More than five thousand" where a passage has "8,300 answers, of which 61 percent". */
export function isPercentOf(own: NumberMention, { numbers }: Sentence): boolean {
  if (!isAmount(own)) return false;
  const shares = numbers.filter(n => n.kind === 'percent' && !isPoints(n));
  const wholes = numbers.filter(n => n.kind === own.kind && isAmount(n) && n.value > own.value);
  return shares.some(share => wholes.some(whole => comesTo(own, (whole.value * share.value) / 100)));
}

const ofThat =
  /^ (?:of|to) (?:them|these|those|this|that|it|which|whom|the (?:total|sum|money|cost|price|amount|bill))\b/i;
const theRest = /\b(?:the (?:rest|remainder|others?)|the other half)\b/i;

/** "Nearly a quarter of them" where 90 of the 400 engineers, or "400, including 90", are meant. */
function isShareOfTwo(own: NumberMention, { numbers }: Sentence): boolean {
  if (!isFraction(own)) return false;
  const counts = numbers.filter(isAmount);
  return counts.some(part =>
    counts.some(
      whole =>
        part.kind === whole.kind &&
        part.value < whole.value &&
        mayCount(part, whole) &&
        isNearly(own, part.value / whole.value),
    ),
  );
}

/** "61 invoices at an average of 21,500 pounds" where a passage has the 61 and what they came to. */
function isAverage(own: NumberMention, { text }: Sentence, { numbers }: Sentence): boolean {
  if (!isAmount(own) || !/\b(?:average|each|apiece|mean)\b/i.test(text)) return false;
  const [totals, counts] = [numbers.filter(n => n.kind === own.kind), numbers.filter(n => n.kind === 'count')];
  return totals.some(total => counts.some(n => n !== total && n.value > 1 && comesTo(own, total.value / n.value)));
}

/** "1,204 of the 3,140 votes, or 38 per cent", "lost 12 per cent of them" where 640 of 5,452 left: two counts of one sentence. */
export function isPercentOfTwo(own: NumberMention, { numbers }: Sentence): boolean {
  if (own.kind !== 'percent' || isPoints(own)) return false;
  // "7.4 out of 10" is a mark.
  const counts = numbers.filter(n => n.kind === 'count' && isAmount(n) && Number.isInteger(n.value));
  const isWhole = ({ value }: NumberMention) => value >= 20;
  return counts.some(part =>
    counts.some(n => isWhole(n) && part.value < n.value && comesTo(own, (part.value / n.value) * 100)),
  );
}

/** A fraction is a rough word: 22.5 percent are nearly a quarter, and 40 fewer than half. */
function isNearly(own: NumberMention, share: number): boolean {
  const { approximate, value } = own;
  if (approximate === undefined) return Math.abs(share - value) <= 0.02;
  if (approximate === 'over' || approximate === 'atLeast') return share >= value && share <= value * 1.35;
  if (approximate === 'under' || approximate === 'atMost') return share <= value && share >= value * 0.65;
  return comesTo(own, share);
}

/** "168 million, 44 million less than today's figure": how far apart two figures are, one of them told in the claim if any is. */
function isApart(own: NumberMention, claim: Sentence, { numbers }: Sentence): boolean {
  if (!isAmount(own) || !tellsDistance(own, claim)) return false;
  const isOfKind = (n: NumberMention) => n.kind === own.kind && isAmount(n) && mayCount(own, n);
  const told = claim.numbers.filter(n => n !== own && isOfKind(n)).map(n => inUnitOf(own, n));
  // "268 houses and 51 businesses, 44 more than in the first estimate": the two together.
  const sum = told.length > 1 ? [told.reduce((a, b) => a + b)] : [];
  const figures = numbers.filter(isOfKind).map(n => inUnitOf(own, n));
  return [...figures, ...sum].some(a =>
    figures.some(
      b =>
        a !== b &&
        comesTo(own, Math.abs(a - b)) &&
        (told.length === 0 || [a, b].some(n => told.includes(n) || sum.includes(n))),
    ),
  );
}

function tellsDistance({ span }: NumberMention, { text }: Sentence): boolean {
  return (
    /^ ?(?:\p{L}+ )?(?:more|less|fewer|higher|lower|above|below|short|apart|cheaper|dearer)\b/iu.test(
      text.slice(span.end),
    ) ||
    /\b(?:by|gained|lost|added|shed) (?:\p{L}+ ){0,2}$/iu.test(text.slice(0, span.start)) ||
    /\b(?:still|remain\w*|left|leav(?:es|ing)|rest|missing|gap|difference|margin|increase|rise|decrease|drop|saving)\b/i.test(
      text,
    )
  );
}

function mayCount({ kind, unit }: NumberMention, other: NumberMention): boolean {
  return kind !== 'money' || unit === other.unit;
}

/** "25 percentage points lower" beside 96 and 71 percent. */
function arePointsApart(own: NumberMention, { numbers }: Sentence): boolean {
  if (!isPoints(own)) return false;
  const levels = numbers.filter(n => n.kind === 'percent' && !isPoints(n));
  return levels.some(a => levels.some(b => a.value > b.value && comesTo(own, a.value - b.value)));
}

function isAmount({ kind, high, value, text }: NumberMention): boolean {
  return (kind === 'money' || kind === 'count') && high === undefined && value > 3 && !/^0/.test(text);
}

/** As near as people round what they work out. */
function comesTo({ value: own, approximate }: NumberMention, value: number): boolean {
  switch (approximate) {
    case 'over':
    case 'atLeast':
      return value >= own * 0.995 && value <= own * 1.15;
    case 'almost':
    case 'under':
    case 'atMost':
      return value <= own * 1.005 && value >= own * 0.85;
    case 'about':
      return Math.abs(value - own) <= own * 0.07;
    default:
      return Math.abs(value - own) <= own * 0.01;
  }
}

const roughly =
  /(?:\bfail(?:ed|s)? to \p{L}+ |\b(?:well|just|far|much|more|less|fewer|over|under|nearly|almost|about|around|roughly|some|than|as|many|up|to|by|at|least|most|an?|the|another) ?)+$/iu;
const telling = 'of|than|more|less|fewer|higher|lower|above|below|short|later|earlier|after|before';
const beside = new RegExp(
  `^(?:[- ](?:percentage )?(?!(?:${telling})\\b)\\p{L}+)?(?: (?!of|than)(?:${telling})\\b)?` +
    `(?: than(?: [\\p{L}'’]+){1,3}?(?=[,.;]|$))?(?: of (?:them|it|this|that|these|those|which|whom|a century)\\b)?`,
  'iu',
);

/** A figure with the words that say how it was worked out: "£44m less than today's figure", "nearly a quarter of them". */
export function withItsWords({ span }: NumberMention, { text }: Sentence): Span {
  const left = roughly.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[0].length ?? 0;
  const right = beside.exec(text.slice(span.end))?.[0].length ?? 0;
  return { start: span.start - left, end: span.end + right };
}
