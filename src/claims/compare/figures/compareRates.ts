/** How often a thing happens and by what time an amount is reckoned: "once a month", "400,000 a year". */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { daysOf } from '../alike/amounts.ts';
import { bears, type Comparer, pair, shared } from '../pair.ts';

type Rate = { readonly span: Span; readonly days: number; readonly amount?: NumberMention };

/** Another rhythm for the same thing; the same amount by the month where the passage has it by the year. */
export const compareRates: Comparer = x =>
  rates(x.claim).flatMap(own => {
    const alike = (s: Sentence) => rates(s).filter(r => isOfOneKind(own, r));
    const [rival, ...more] = alike(x.source);
    if (!rival || more.length > 0 || isAsOften(own, rival) || shared(x, own.span) < 0.6) return [];
    if (x.others.some(s => alike(s).some(r => isAsOften(own, r)) && bears(x, s, own.span))) return [];
    return own.amount && !isBeside(own, rival) ? [] : [pair(x, own.span, rival.span, 'number')];
  });

function isOfOneKind(own: Rate, { amount }: Rate): boolean {
  return own.amount && amount ? own.amount.kind === amount.kind && agrees(own.amount, amount) : own.amount === amount;
}

function isAsOften(own: Rate, other: Rate): boolean {
  return Math.abs(own.days - other.days) <= 0.1 * other.days;
}

/** The same amount of the same thing: "400 visits a day" and "400 visits a week". */
function isBeside({ amount: own }: Rate, { amount: other }: Rate): boolean {
  return own?.unit === other?.unit;
}

const often =
  /\b(?:(once|twice|(?:three|four|five|six|\d+) times) (?:a|an|each|every|per)|every(?: (other|second|third|two|three|four|five|six|\d+))?) (hour|day|week|fortnight|month|quarter|year)s?(?!\p{L})/giu;
const by = /^(?: \p{Ll}+)? (?:a|an|per|each|every) (hour|day|week|fortnight|month|quarter|year)(?!\p{L})/u;
const counts = new Map(
  Object.entries({ once: 1, twice: 2, other: 2, second: 2, third: 3, two: 2, three: 3, four: 4, five: 5, six: 6 }),
);

const rates = ofSentence(({ text, numbers }): Rate[] => {
  const mayRecur = /once|twice|times|every/i.test(text);
  const rhythms = (mayRecur ? [...text.matchAll(often)] : []).flatMap(
    ({ 0: words, 1: times, 2: step, 3: unit = '', index }) => {
      const length = lengthOf(unit);
      const days = times === undefined ? length * count(step ?? '1') : length / count(times.replace(/ times$/i, ''));
      return times === undefined && step === undefined
        ? []
        : [{ span: { start: index, end: index + words.length }, days }];
    },
  );
  const amounts = numbers.flatMap(amount => {
    const match = amount.kind === 'count' || amount.kind === 'money' ? by.exec(text.slice(amount.span.end)) : null;
    const end = amount.span.end + (match?.[0].length ?? 0);
    const start = end - (/ (?:a|an|per|each|every) \p{L}+$/u.exec(match?.[0] ?? '')?.[0].length ?? 0) + 1;
    return match ? [{ span: { start, end }, days: lengthOf(match[1] ?? ''), amount }] : [];
  });
  return [...rhythms, ...amounts];
});

function count(word: string): number {
  return counts.get(word.toLowerCase()) ?? (Number(word) || 1);
}

function lengthOf(unit: string): number {
  return unit.toLowerCase() === 'quarter' ? 91 : (daysOf(unit.toLowerCase()) ?? 1);
}
