/**
 * Prints speed and size, and at the end what was promised beside what was measured: `npm run bench`, or
 * `npm run bench -- 1000 10000` for other numbers of articles in the index's growth (100,000 take some minutes and 3 GB);
 * `--newsroom 2000` for another size of the folder that the server reads, 0 for none. Made-up articles of 600 words,
 * the same in every run. Ratios are the figures to compare between machines.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureActivation } from './activation.ts';
import { figure, printTable, type Row } from './measure.ts';
import { measureNewsroom } from './newsroom.ts';
import { measureProduct } from './product.ts';
import { compareWithRivals } from './rivals.ts';
import { type Figure, printTargets } from './targets.ts';

/** So many articles have 100,000 sentences. */
const hundredThousand = 2500;
const sample = 250;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { newsroom: { type: 'string', default: '10000' } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000, 100_000];
const newsroom = Number(values.newsroom);
const began = performance.now();

console.log('The index over more and more articles, and how each figure grows from the first to the last\n');
printTable(sizes.map(growthOf));
await compareWithRivals(sample);
const figures: Figure[] = [...(await measureProduct(hundredThousand))];
if (newsroom > 0) figures.push(...(await measureNewsroom(newsroom)));
figures.push(...(await measureActivation()));
printTargets(figures);
const load = loadavg().map(figure).join(' ');
console.log(`\n${figure((performance.now() - began) / 1e3)} s in all; load of the machine ${load}`);

/** In a process of its own: the largest takes 3 GB, which what is measured later is not to feel. */
function growthOf(articles: number): Row {
  const program = join(import.meta.dirname, 'growthOf.js');
  const printed = execFileSync(process.execPath, ['--max-old-space-size=6000', program, String(articles)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed) as Row;
}
