/** A time that a writer works out from another: "11 January" where somebody returned on January 9 and left "two days later". */
import type { DateMention } from '../../../text/dates.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';

const step =
  /\b(?:(?:an?|one|the) (day|week)|([\p{L}\p{N}]+) (days|weeks)) (later|after|afterwards|earlier|before)\b|\bthe (next|following|previous) day\b/giu;

/** Whether a day is so long before or after one of the sentence's days as it says. */
export function isDaysLater({ month, day, kind }: DateMention, sentence: Sentence): boolean {
  if (kind !== 'date' || month === undefined || day === undefined) return false;
  return stepsIn(sentence).some(by =>
    sentence.dates.some(d => {
      if (d.kind !== 'date' || d.month === undefined || d.day === undefined) return false;
      const then = new Date(Date.UTC(d.year ?? commonYear, d.month - 1, d.day + by));
      return then.getUTCMonth() + 1 === month && then.getUTCDate() === day;
    }),
  );
}

/** Of no 29 February: where no year is told, most years have none. */
const commonYear = 2001;

/** In days, those before below zero. */
const stepsIn = ofSentence(({ text, numbers }): readonly number[] => {
  if (!/\b(?:days?|weeks?)\b/i.test(text)) return [];
  return [...text.matchAll(step)].flatMap(({ 0: whole, 1: one, 2: count, 3: many, 4: side, 5: next, index }) => {
    if (next !== undefined) return [/previous/i.test(next) ? -1 : 1];
    const times = one ? 1 : numbers.find(n => n.span.start === index && whole.startsWith(count ?? ' '))?.value;
    const length = /^week/i.test(one ?? many ?? '') ? 7 : 1;
    return times === undefined ? [] : [times * length * (/^(?:earlier|before)/i.test(side ?? '') ? -1 : 1)];
  });
});

/** "In the 65th minute" where the match turned in the 58th and the goal came "seven minutes later". */
export function isMomentLater(own: NumberMention, { numbers, text }: Sentence): boolean {
  if (!isMoment(own)) return false;
  return numbers.some(step => {
    const side = step.kind === 'count' && step.unit === own.unit ? sideOf(text.slice(step.span.end)) : 0;
    return (
      side !== 0 &&
      numbers.some(n => n.kind === 'ordinal' && n.unit === own.unit && own.value === n.value + side * step.value)
    );
  });
}

/** Whether a figure may say when in a row of minutes, days or rounds something was. */
export function isMoment({ unit, kind }: NumberMention): boolean {
  return unit !== undefined && (kind === 'ordinal' || kind === 'count');
}

function sideOf(text: string): number {
  const word = /^[- ]\p{L}+ (later|after|afterwards|earlier|before)\b/iu.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? 0 : /^(?:earlier|before)$/.test(word) ? -1 : 1;
}
