/** Sums of money whose currency was told before: "86 million euros, of which the region will pay 52 million". */
import type { NumberMention } from '../../../text/numbers.ts';
import { isStopWord } from '../../../text/stem.ts';
import type { Comparison } from '../pair.ts';

/** A figure in thousands or millions that counts nothing by itself, where a sum of money stands beside it. */
export function isSum(number: NumberMention, { claim, source }: Comparison): boolean {
  if (number.kind === 'money') return true;
  const isBare = number.kind === 'count' && (number.unit === undefined || isStopWord(number.unit));
  return (
    isBare &&
    /[\d\p{L}] ?(?:thousand|million|billion|trillion|mn|bn|m|k)$/iu.test(number.text) &&
    [claim, source].some(hasMoney)
  );
}

/** "540 of the teachers" where 45 percent of 1,200 are meant: a share told as a count. */
export function isPartOf(own: NumberMention, numbers: readonly NumberMention[]): boolean {
  if (own.kind !== 'count' && own.kind !== 'money') return false;
  const wholes = numbers.filter(n => n.kind === own.kind);
  return numbers.some(
    share =>
      share.kind === 'percent' &&
      wholes.some(whole => Math.abs(own.value - (whole.value * share.value) / 100) <= 0.02 * own.value),
  );
}

function hasMoney({ numbers }: Comparison['claim']): boolean {
  return numbers.some(n => n.kind === 'money');
}

/** The passage's bare sum with the currency as the claim writes it: "52 million euros" where the claim has "62 million euros". */
export function withCurrency(own: NumberMention, other: NumberMention): string | undefined {
  if (own.kind !== 'money' || other.kind === 'money') return undefined;
  const sign = /^(?:\p{Lu}{1,2})?\p{Sc}\s?/u.exec(own.text)?.[0] ?? '';
  const word = sign === '' ? (/[- ](?:\p{Lu}\p{L}* )?\p{L}+$/u.exec(own.text)?.[0] ?? '') : '';
  return `${sign}${other.text}${word}`;
}
