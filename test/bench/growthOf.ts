/** Prints `measureGrowth` of so many articles as JSON: a process of its own for the bench. */
import { measureGrowth } from './growth.ts';

console.log(JSON.stringify(measureGrowth(Number(process.argv[2]))));
