/**
 * A process that indexes a folder and kills itself at its n-th step: `node killedIndexing.js FOLDER CACHE STEP`. A step is a
 * file that was read, half of a file that is written, the whole of it, its new name. Exits with 0 when there are fewer steps.
 */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [folder = '', cacheFolder = '', last = ''] = process.argv.slice(2);
let steps = 0;

function step(): void {
  if (++steps === Number(last)) process.kill(process.pid, 'SIGKILL');
}

const { writeFile, rename } = fs;
Object.assign(fs, {
  writeFile: async (path: string, parts: readonly Uint8Array[], options: object) => {
    const bytes = Buffer.concat(parts);
    await writeFile(path, bytes.subarray(0, bytes.length / 2), options);
    step();
    await writeFile(path, bytes, options);
    step();
  },
  rename: async (from: string, to: string) => {
    await rename(from, to);
    step();
  },
});
syncBuiltinESMExports();

const { createSourceCache } = await import('../../src/node/cache/sourceCache.ts');
const { openFolder } = await import('../../src/node/openFolder.ts');
const { createSourceStore } = await import('../../src/sources/store.ts');
const { defaultSettings } = await import('../../src/settings.ts');
const store = createSourceStore();
const cache = createSourceCache(cacheFolder, { version: 'test', log: () => undefined, packBytes: 500 });
const open = openFolder(folder, { cache });
await open.sync(store, defaultSettings, { onProgress: step });
await open.saved(store);
