/** The same amount told in another way: a third and 33 percent, six decades and sixty years, miles and kilometres. */
import type { NumberMention } from '../../../text/numbers.ts';
import { isFraction } from './shares.ts';

/** What a unit is worth in the smallest of its kind. */
const worth = new Map<string, readonly [kind: string, amount: number]>([
  ['second', ['time', 1 / 86_400]],
  ['minute', ['time', 1 / 1440]],
  ['hour', ['time', 1 / 24]],
  ['day', ['time', 1]],
  ['week', ['time', 7]],
  ['fortnight', ['time', 14]],
  ['month', ['time', 365.25 / 12]],
  ['year', ['time', 365.25]],
  ['decade', ['time', 3652.5]],
  ['century', ['time', 36_525]],
  ['millimetre', ['length', 0.001]],
  ['centimetre', ['length', 0.01]],
  ['inch', ['length', 0.0254]],
  ['foot', ['length', 0.3048]],
  ['yard', ['length', 0.9144]],
  ['metre', ['length', 1]],
  ['kilometre', ['length', 1000]],
  ['mile', ['length', 1609.34]],
  ['gram', ['weight', 0.001]],
  ['ounce', ['weight', 0.02835]],
  ['pound', ['weight', 0.4536]],
  ['kilogram', ['weight', 1]],
  ['kilo', ['weight', 1]],
  ['ton', ['weight', 950]],
  ['tonne', ['weight', 1000]],
  ['acre', ['area', 0.4047]],
  ['hectare', ['area', 1]],
]);

const spellings = new Map([
  ['meter', 'metre'],
  ['kilometer', 'kilometre'],
  ['centimeter', 'centimetre'],
  ['millimeter', 'millimetre'],
  ['inches', 'inch'],
  ['centuries', 'century'],
  ['mph', 'mile'],
  ['kph', 'kilometre'],
  ['lb', 'pound'],
]);

/** How many days a unit of time lasts; undefined for other units. */
export function daysOf(unit: string | undefined): number | undefined {
  const found = worthOf(unit);
  return found?.[0] === 'time' ? found[1] : undefined;
}

/** Whether a word is a unit of time, length, weight or area. */
export function isMeasure(word: string): boolean {
  return worthOf(word) !== undefined;
}

function worthOf(unit: string | undefined) {
  return unit === undefined ? undefined : worth.get(spellings.get(unit) ?? unit);
}

/** Whether two units measure the same kind of thing, and are not one. */
export function areOtherUnits(a: string | undefined, b: string | undefined): boolean {
  const [x, y] = [worthOf(a), worthOf(b)];
  return x !== undefined && y !== undefined && x[0] === y[0] && x[1] !== y[1];
}

/** A figure's value in the unit that another is told in: 5.83 metres as 583 where the other counts centimetres. */
export function inUnitOf(own: NumberMention, { unit, value }: NumberMention): number {
  const [a, b] = [worthOf(own.unit), worthOf(unit)];
  return a && b && a[0] === b[0] ? (value * b[1]) / a[1] : value;
}

/** Whether two figures of different kind or unit amount to the same, as roughly as people convert them. */
export function isSameAmount(own: NumberMention, other: NumberMention): boolean {
  const [a, b] = [worthOf(own.unit), worthOf(other.unit)];
  if (a && b) return areOtherUnits(own.unit, other.unit) && near(own.value * a[1], other.value * b[1], own);
  if (!isShare(own) || !isShare(other) || own.kind === other.kind) return false;
  return near(share(own), share(other), own);
}

function near(own: number, other: number, { approximate }: NumberMention): boolean {
  const least = Math.min(own, other);
  switch (approximate) {
    case 'over':
    case 'atLeast':
      return other >= own * 0.97 && other <= own * 1.5;
    case 'under':
    case 'atMost':
    case 'almost':
      return other <= own * 1.03 && other >= own * 0.7;
    case 'about':
      return Math.abs(own - other) <= least * 0.15;
    default:
      return Math.abs(own - other) <= least * 0.08;
  }
}

function isShare(number: NumberMention): boolean {
  return number.kind === 'percent' || isFraction(number);
}

function share({ kind, value }: NumberMention): number {
  return kind === 'percent' ? value / 100 : value;
}
