/** How long the extension takes to activate in the extension host of a real VS Code, fetched when it is not here. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, suiteFolder } from '../harness/paths.mjs';
import { runSuite } from '../harness/runSuite.mjs';
import { setUpVsCode } from '../harness/setUp.mjs';
import { type Lap, lapAt } from './otherProcess.ts';
import type { Figure } from './targets.ts';

const runs = 3;
/** Windows opened at most: in some the editor activates the extension itself before it can be asked. */
const mostWindows = 10;

export async function measureActivation(): Promise<Figure[]> {
  try {
    await setUpVsCode();
  } catch (error) {
    console.log(`\nThe activation of the extension is not measured, for VS Code cannot be had: ${error}`);
    return [];
  }
  const laps: Lap[] = [];
  for (let i = 0; i < mostWindows && laps.length < runs; i++) laps.push(...(await activateOnce()));
  if (laps.length === 0) console.log(`\nIn none of ${mostWindows} windows could the activation be measured.`);
  const name = `activation of the extension in VS Code, median of ${laps.length}`;
  return laps.length === 0 ? [] : [{ ...lapAt(laps, 0.5), name, unit: 'ms', most: 200 }];
}

/** In a window of its own with an empty folder; nothing when VS Code did not run. */
async function activateOnce(): Promise<Lap[]> {
  const place = mkdtempSync(join(tmpdir(), 'groundwork-bench-'));
  const file = join(place, 'activation.json');
  try {
    const code = await runSuite({
      extension: projectRoot,
      suite: join(suiteFolder, 'activation.cjs'),
      folder: place,
      env: { BENCH_ACTIVATION: file },
    });
    return code === 0 ? [JSON.parse(readFileSync(file, 'utf8')) as Lap] : [];
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
