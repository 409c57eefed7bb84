/** Figures that a writer works out from those of a passage. */
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from './agrees.ts';
/** What is told as worked out from several figures. */
export const total =
  /\b(?:in all|altogether|in total|(?:a|the) total of|combined|together|between them|jointly|in sum|previous|old|former|earlier)\b/i;

/** What is told as left of something, or as the distance of two figures. */
const rest =
  /\b(?:still|remain\w*|left|rest|others?|gap|lead|margin|increase|rise|difference|saving|without|not|yet)\b/i;
/** What a passage leaves to be worked out: "200 of them in Kiel and the rest in Bremen". */
const remainder = /\bthe (?:rest|remainder|others?)\b/i;
/** "300,000 fewer than the year before": what there was then is left to be worked out. */
const distance =
  /\b(?:more|fewer|less|higher|lower) than (?:in )?(?:the|a|last|\d{4}|budgeted|planned|expected|forecast|before|originally)\b/i;
const step = /^ ?(?:\p{L}+ )?(?:more|less|fewer|higher|lower|above|below)\b/iu;

/** "Went up by 1.6 million" to what it is now. */
const by = /\b(?:up|down|rose|fell|grew|shrank|increased|decreased|dropped|climbed) by (?:\p{L}+ ){0,2}$/iu;

/** "If every house claimed its 1,500 pounds, that would take 400,000": the writer's own sum. */
const supposes = ofSentence(({ text }) => /^if (?:every|each|all)\b.*\bwould\b/i.test(text));

const tellsRest = ofSentence(({ text }) => rest.test(text));
const leavesRest = ofSentence(({ text }) => remainder.test(text));
const tellsDistance = ofSentence(({ text }) => / than /i.test(text) && distance.test(text));

/** Whether a claim tells a figure that two figures or three of one of the passages make, or what one leaves of another. */
export function isReckonedFrom(own: NumberMention, claim: Sentence, passages: readonly Sentence[]): boolean {
  if (!isAmount(own)) return false;
  if (supposes(claim)) return true;
  if (!today.test(claim.text) && passages.some(p => isBeforeStep(own, p))) return true;
  const isTotal = mayBeTotal(own, claim);
  const isRest =
    tellsRest(claim) || step.test(claim.text.slice(own.span.end)) || by.test(claim.text.slice(0, own.span.start));
  return passages.some(
    p =>
      p.numbers.length > 1 &&
      ((isTotal && addsUp(own, p)) ||
        ((isRest || leavesRest(p)) && isLeft(own, p)) ||
        (tellsDistance(p) && (addsUp(own, p) || isLeft(own, p)))),
  );
}

/** "It cost 4.63 pounds a year earlier" where it "went up by 22p to 4.85 pounds", or costs 4.85 "after a rise of 22p". */
function isBeforeStep(own: NumberMention, { numbers, text }: Sentence): boolean {
  return numbers.some((first, i) => {
    const second = numbers[i + 1];
    if (!second) return false;
    const [left, between] = [text.slice(0, first.span.start), text.slice(first.span.end, second.span.start)];
    const isRise = /\bby $/i.test(left) && /^ ?\p{L}* to $/u.test(between);
    if (isRise) return isStepFrom(own, second, first);
    return risen.test(between) && isStepFrom(own, first, second);
  });
}

const risen =
  /(?:,| -| –)? (?:(?:after|following) (?:an?|the|another) (?:\p{L}+ )?(?:rise|increase|jump|fall|cut|drop|reduction) of|(?:up|down) by) $/iu;

/** The level that the step led from, or would have led to. */
function isStepFrom(own: NumberMention, level: NumberMention, step: NumberMention): boolean {
  if (level.kind !== own.kind) return false;
  const by = level.kind === 'money' && small.test(step.unit ?? '') ? step.value / 100 : step.value;
  return [level.value - by, level.value + by].some(value => Math.abs(value - own.value) < 0.005);
}

/** What is so now is no figure from before the step. */
const today = /\b(?:now|today|currently|at present)\b/i;

/** Pence and cents, whose figures are not those of pounds and dollars. */
export const small = /^(?:p|pence|c|cents?)$/;

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

export function isAmount({ kind, high, value }: NumberMention): boolean {
  return (kind === 'money' || kind === 'count') && high === undefined && value >= 1;
}
