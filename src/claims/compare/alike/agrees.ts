import type { NumberMention } from '../../../text/numbers.ts';

/** Whether the claim's number may stand where the source has the other: rounding, ranges and "more than" included. */
export function agrees(own: NumberMention, other: NumberMention): boolean {
  if (own.unit === 'metre' || other.unit === 'metre') return agreeAs(inMetres(own, other), inMetres(other, own));
  return agreeAs(own, other);
}

/** "A 31m mast" beside "31 metres": what else would be millions is metres there. */
function inMetres(number: NumberMention, { unit }: NumberMention): NumberMention {
  if (unit !== 'metre' || number.kind !== 'count' || !/\d ?m$/.test(number.text)) return number;
  const { high, value } = number;
  return { ...number, value: value / 1e6, ...(high === undefined ? {} : { high: high / 1e6 }) };
}

function agreeAs(own: NumberMention, other: NumberMention): boolean {
  if (own.kind === 'money' && other.kind === 'money' && own.unit !== other.unit) return false;
  if ((own.kind === 'percent') !== (other.kind === 'percent')) return false;
  const low = other.value;
  const high = other.high ?? low;
  const least = own.value;
  const most = own.high ?? least;
  if (turned(own, other) || isPoints(own) !== isPoints(other)) return false;
  if (least === low && most === high) return true;
  if (least >= low && most <= high && other.high !== undefined) return true;
  switch (own.approximate) {
    case 'over':
    case 'atLeast':
      return high >= least && low <= Math.max(least * 1.4, least + 1);
    case 'under':
    case 'atMost':
      return low <= least && high >= least * 0.6;
    case 'almost':
      return low <= least && high >= least * (least > 100 ? 0.93 : least === 100 ? 0.9 : 0.8);
    case 'about':
      return least >= low * 0.9 && most <= high * 1.1;
    default:
      return other.approximate === 'about' || other.approximate === 'almost'
        ? Math.abs(least - low) <= 0.03 * low
        : isRounded(least, low);
  }
}

/** "12 percentage points" against "12 percent": a difference, and a part. */
export function isPoints(n: NumberMention): boolean {
  return n.kind === 'percent' && /points?$/i.test(n.text);
}

/** "More than 50" against "fewer than 50": the same figure, the other side of it. */
export function turned(own: NumberMention, other: NumberMention): boolean {
  return own.value === other.value && side(own) * side(other) < 0;
}

function side({ approximate }: NumberMention): number {
  if (approximate === 'over' || approximate === 'atLeast') return 1;
  return approximate === 'under' || approximate === 'almost' || approximate === 'atMost' ? -1 : 0;
}

/** 3.4 million for 3,412,000: the claim keeps at least two figures and rounds to them. */
function isRounded(own: number, other: number): boolean {
  if (Math.abs(other) < 1000 && Number.isInteger(other)) return false;
  // 5 percent for 5.1 percent.
  if (!Number.isInteger(other) && Math.abs(other) > 2 && Math.abs(other) < 1000) return own === Math.round(other);
  // Two figures and more are never farther off.
  if (Math.abs(own - other) > 0.06 * Math.abs(other)) return false;
  const figures = Number(own.toPrecision(12))
    .toString()
    .replace(/\.|0+$/g, '')
    .replace(/^0+/, '').length;
  return figures >= 2 && Number(other.toPrecision(figures)) === own;
}
