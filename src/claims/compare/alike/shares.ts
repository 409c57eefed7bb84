/** Parts of a whole: fractions, percentages, and "23 of the 96 hangers". */
import type { Span } from '../../../model.ts';
import type { NumberMention } from '../../../text/numbers.ts';
import { ofSentence } from '../../ofSentence.ts';

export type Share = { readonly span: Span; readonly value: number; readonly counted: string };

/** Whether a number is a fraction in words ("a quarter", "two thirds"), which counts nothing. */
export function isFraction({ kind, value, text }: NumberMention): boolean {
  return kind === 'count' && value > 0 && value < 1 && /\p{L}/u.test(text);
}

/** "23 of the 96" as a share, 0 to 1. */
export const sharesOf = ofSentence(({ numbers, text }): readonly Share[] => {
  if (numbers.length < 2) return [];
  return numbers.flatMap((part, i) => {
    const whole = numbers[i + 1];
    if (!whole || part.kind !== 'count' || whole.kind !== 'count' || part.value > whole.value) return [];
    if (!/^(?: out)? of (?:(?:the|its|their|all|some|about) )*$/i.test(text.slice(part.span.end, whole.span.start)))
      return [];
    return [
      {
        span: { start: part.span.start, end: whole.span.end },
        value: part.value / whole.value,
        counted: whole.unit ?? '',
      },
    ];
  });
});

/** Whether a fraction or percentage may be said of a share; "fewer than a third" holds of anything below. */
export function describes(own: NumberMention, share: Share): boolean {
  const value = own.kind === 'percent' ? own.value / 100 : own.value;
  switch (own.approximate) {
    case 'over':
    case 'atLeast':
      return share.value >= value * 0.99;
    case 'under':
    case 'atMost':
      return share.value <= value * 1.01;
    default:
      return Math.abs(share.value - value) <= value * 0.2;
  }
}
