/** What the product promises of speed and size, and whether this run kept it. */
import { figure } from './measure.ts';

/** A measured figure; `most` is what was promised, in the same unit, absent for what only informs. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string; readonly most?: number };

/** One line a figure: what was measured, what was promised, whether that is met. */
export function printTargets(figures: readonly Figure[]): void {
  console.log(`\n${'figure'.padEnd(74)}${'measured'.padStart(14)}${'target'.padStart(14)}\n`);
  for (const { name, value, unit, most } of figures) {
    const target = most === undefined ? '' : `< ${figure(most)} ${unit}`;
    const verdict = most === undefined ? '' : value < most ? '  met' : '  NOT MET';
    console.log(`${name.padEnd(74)}${`${figure(value)} ${unit}`.padStart(14)}${target.padStart(14)}${verdict}`);
  }
}
