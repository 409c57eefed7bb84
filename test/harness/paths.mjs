// Where things lie in the project, from any folder the code runs in (test/ as written, out/test/ as compiled).
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const projectRoot = findProjectRoot(import.meta.dirname);

/** VS Code's server, its Node and its browser: fetched once, shared by every run. */
export const cacheFolder = process.env.HARNESS_CACHE ?? join(projectRoot, '.vscode-server');

/** The compiled tests, and the bundle that runs inside VS Code. */
export const compiledTests = join(projectRoot, 'out/test');
export const suiteFolder = join(projectRoot, 'out/vscode-suite');

/**
 * @param {string} folder
 * @returns {string}
 */
function findProjectRoot(folder) {
  if (existsSync(join(folder, 'package-lock.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The harness is not inside the project.');
  return findProjectRoot(parent);
}
