// The project's own npm packages: installed when missing or when package-lock.json asks for others.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const oldestNode = 20;

/** Makes node_modules hold exactly what package-lock.json names; at once when it does already. */
export async function installDependencies() {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    throw new Error(`Node ${oldestNode} or newer is needed, this is ${process.version}.`);
  }
  if (isInstalled()) return;
  await step('Installing npm packages', async () => {
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectRoot });
    if (code !== 0) throw new Error(`npm ci failed (${code}).`);
  });
}

// npm keeps a record of what it installed in node_modules/.package-lock.json.
function isInstalled() {
  const record = join(projectRoot, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(projectRoot, 'package-lock.json')))
    .filter(([path]) => path !== '')
    .every(([path, wanted]) => {
      const found = installed[path];
      return found ? found.version === wanted.version : wanted.optional === true || wanted.devOptional === true;
    });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
