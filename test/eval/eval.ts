/**
 * `npm run eval [-- FOLDER]`: how good the engine is on labelled data, when a folder of it is there (default: ../shared/data).
 * Each part runs in a process of its own, so that none pays for the memory of another.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [folder = '../shared/data'] = process.argv.slice(2);
const parts = [
  { name: 'Quotes', script: 'quotes.js', needs: 'quotes/polnear.jsonl' },
  { name: 'Claims', script: 'claims.js', needs: 'claims' },
  { name: 'Retrieval', script: 'retrieval.js', needs: 'retrieval/newsmix.corpus.jsonl' },
];

for (const { name, script, needs } of parts) {
  console.log(`\n=== ${name}`);
  if (!existsSync(join(folder, needs))) {
    console.log(`There is no ${needs} in ${resolve(folder)}: nothing measured.`);
    continue;
  }
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script), folder], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
