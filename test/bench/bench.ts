/**
 * Prints speed and size: `npm run bench`, or `npm run bench -- 1000 10000 100000` for other numbers of articles (the last
 * takes some minutes and 3 GB). Made-up articles of 600 words, the same in every run. Ratios are the figures to compare
 * between machines; times of building are of the processor, times of answering are by the clock.
 */
import { measureGrowth } from './growth.ts';
import { figure, printTable } from './measure.ts';
import { measureProduct } from './product.ts';
import { compareWithRivals } from './rivals.ts';

/** So many articles have 100,000 sentences. */
const newsroom = 2500;
const sample = 250;

const given = process.argv.slice(2).map(Number).filter(Number.isFinite);
const began = performance.now();
console.log('The index over more and more articles, and how each figure grows from the first to the last\n');
printTable((given.length > 0 ? given : [1000, 10_000]).map(measureGrowth));
await compareWithRivals(sample);
await measureProduct(newsroom);
console.log(`\n${figure((performance.now() - began) / 1e3)} s in all`);
