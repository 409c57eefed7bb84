/** What the product promises of speed and size, and whether this run kept it. */
import { figure } from './measure.ts';

export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was promised, in the same unit; absent for what only informs. */
  readonly most?: number;
  /** With the time during which other programs had the cores, where `value` is without; our own threads count in both. */
  readonly byClock?: number;
};

/** One line a figure: what was measured, what was promised, whether that is met. */
export function printTargets(figures: readonly Figure[]): void {
  console.log(`\n${'figure'.padEnd(66)}${['measured', 'by the clock', 'target'].map(column).join('')}\n`);
  for (const { name, value, unit, most, byClock } of figures) {
    const inUnit = (number: number): string => `${figure(number)} ${unit}`;
    const verdict = most === undefined ? '' : value < most ? '  met' : '  NOT MET';
    const cells = [
      inUnit(value),
      byClock === undefined ? '' : inUnit(byClock),
      most === undefined ? '' : `< ${inUnit(most)}`,
    ];
    console.log(`${name.padEnd(66)}${cells.map(column).join('')}${verdict}`);
  }
}

function column(text: string): string {
  return text.padStart(14);
}
