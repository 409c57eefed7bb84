/** Sums that a writer works out: "86 homes in all" from 52 and 34. */
import type { NumberMention } from '../../text/numbers.ts';
import { isStopWord } from '../../text/stem.ts';
import { ofSentence } from '../ofSentence.ts';
import type { Sentence } from '../tokens.ts';
import { agrees } from './agrees.ts';
import { type Comparer, pair, shared } from './pair.ts';

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

/** What is told as worked out from several figures. */
const total =
  /\b(?:in all|altogether|in total|(?:a|the) total of|combined|together|between them|jointly|in sum|previous|old|former|earlier)\b/i;

/** What is told as left of something, or as the distance of two figures. */
const rest = /\b(?:still|remain\w*|left|rest|others?|gap|lead|margin|without|not|yet)\b/i;
/** What a passage leaves to be worked out: "200 of them in Kiel and the rest in Bremen". */
const remainder = /\bthe (?:rest|remainder|others?)\b/i;
/** "300,000 fewer than the year before": what there was then is left to be worked out. */
const distance =
  /\b(?:more|fewer|less|higher|lower) than (?:in )?(?:the|a|last|\d{4}|budgeted|planned|expected|forecast|before|originally)\b/i;
const step = /^ ?(?:\p{L}+ )?(?:more|less|fewer|higher|lower|above|below)\b/iu;

const tellsRest = ofSentence(({ text }) => rest.test(text));
const leavesRest = ofSentence(({ text }) => remainder.test(text));
const tellsDistance = ofSentence(({ text }) => / than /i.test(text) && distance.test(text));

/** Whether a claim tells a figure that two figures or three of one of the passages make, or what one leaves of another. */
export function isReckonedFrom(own: NumberMention, claim: Sentence, passages: readonly Sentence[]): boolean {
  if (!isAmount(own)) return false;
  const isTotal = mayBeTotal(own, claim);
  const isRest = tellsRest(claim) || step.test(claim.text.slice(own.span.end));
  return passages.some(
    p =>
      p.numbers.length > 1 &&
      ((isTotal && addsUp(own, p)) ||
        ((isRest || leavesRest(p)) && isLeft(own, p)) ||
        (tellsDistance(p) && (addsUp(own, p) || isLeft(own, p)))),
  );
}

/** A large figure is a sum wherever it equals one, a small one only where the claim says so. */
function mayBeTotal({ value }: NumberMention, { text }: Sentence): boolean {
  return `${value}`.replace(/\.|0+$/g, '').length > 2 || / or /.test(text) || total.test(text);
}

function addsUp(own: NumberMention, { numbers }: Sentence): boolean {
  const figures = numbers.filter(n => isAmount(n) && mayAdd(own, n));
  const { high: _, ...plain } = own;
  const isOwn = (value: number) => agrees(own, { ...plain, value });
  return figures.some((a, i) =>
    figures.slice(i + 1).some((b, j) => {
      const thirds = [0, ...figures.slice(i + j + 2).map(c => c.value)];
      return thirds.some(c => isOwn(a.value + b.value + c));
    }),
  );
}

/** "12 million pounds and 7 million": the first bears the currency for both. */
function mayAdd(own: NumberMention, other: NumberMention): boolean {
  return own.kind === other.kind || own.kind === 'count' || other.value >= 1000;
}

function isLeft(own: NumberMention, { numbers }: Sentence): boolean {
  const figures = numbers.filter(n => isAmount(n) && mayAdd(own, n));
  const { high: _, ...plain } = own;
  return figures.some(a => figures.some(b => a.value > b.value && agrees(own, { ...plain, value: a.value - b.value })));
}

function isAmount({ kind, high, value }: NumberMention): boolean {
  return (kind === 'money' || kind === 'count') && high === undefined && value >= 1;
}

/** Two sums of money, or two counts of one thing; the first may bear the unit for both. */
function areAlike(a: NumberMention, b: NumberMention): boolean {
  if (a.kind === 'money' || b.kind === 'money')
    return unitOf(a) === undefined || unitOf(b) === undefined || a.unit === b.unit;
  return unitOf(a) !== undefined && a.unit === b.unit;
}

function unitOf({ unit }: NumberMention): string | undefined {
  return unit === undefined || isStopWord(unit) ? undefined : unit;
}
