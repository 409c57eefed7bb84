/** Stopwatch, scales and table of the benches. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export type Row = Readonly<Record<string, number>>;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Milliseconds of processor time of this process: other programs do not count, unlike in what a clock shows. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** What the work gives, and the processor time it took, in milliseconds. */
export function spent<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const began = processorTime();
  const result = work();
  return { result, ms: processorTime() - began };
}

/** Megabytes in use once the garbage is gone. */
export function memory(): number {
  // Typed arrays are let go at the second time.
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Milliseconds by the clock that each query took, ascending. A first round warms up; slow ones are cut short. */
export function timed(queries: readonly string[], run: (query: string) => unknown, budget = 4000): number[] {
  const round = (): number[] => {
    const times: number[] = [];
    const began = performance.now();
    for (const query of queries) {
      const start = performance.now();
      if (start - began > budget / 2) break;
      run(query);
      times.push(performance.now() - start);
    }
    return times;
  };
  round();
  return round().sort((a, b) => a - b);
}

/** The time that a share of the queries stay below. */
export function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}

/** A line for each name, a column for each row, and how the first number grew to the last. */
export function printTable(rows: readonly Row[]): void {
  for (const name of Object.keys(rows[0] ?? {})) {
    const values = rows.map(row => figure(row[name] ?? 0).padStart(12));
    const [first, last] = [rows[0]?.[name] ?? 0, rows.at(-1)?.[name] ?? 0];
    const growth = rows.length > 1 && first > 0 ? `   x${figure(last / first)}` : '';
    console.log(`${name.padEnd(46)}${values.join('')}${growth}`);
  }
}

export function figure(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 3;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
