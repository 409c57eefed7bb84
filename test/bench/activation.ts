/** How long the extension takes to activate in the extension host of a real VS Code, where the tests have fetched one. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vsCode } from '../harness/fetchVsCode.mjs';
import { projectRoot, suiteFolder } from '../harness/paths.mjs';
import { runSuite } from '../harness/runSuite.mjs';
import type { Figure } from './targets.ts';

const runs = 3;

export async function measureActivation(): Promise<Figure[]> {
  if (!existsSync(vsCode.server)) {
    console.log(
      '\nNo VS Code is here (npm run test:vscode fetches one): its activation of the extension is not measured.',
    );
    return [];
  }
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await activateOnce());
  const value = Math.min(...times.filter(Number.isFinite));
  return [{ name: `activation of the extension in VS Code, best of ${runs}`, value, unit: 'ms', most: 200 }];
}

/** In a window of its own with an empty folder; infinite when VS Code did not run. */
async function activateOnce(): Promise<number> {
  const place = mkdtempSync(join(tmpdir(), 'groundwork-bench-'));
  const file = join(place, 'activation.json');
  try {
    const code = await runSuite({
      extension: projectRoot,
      suite: join(suiteFolder, 'activation.cjs'),
      folder: place,
      env: { BENCH_ACTIVATION: file },
    });
    return code === 0 ? Number(readFileSync(file, 'utf8')) : Number.POSITIVE_INFINITY;
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
