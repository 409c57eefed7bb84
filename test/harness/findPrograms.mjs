// Programs that make documents for the tests of the readers. Those that are small are installed where that is possible,
// the others are used where they are.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from './progress.mjs';
import { capture } from './run.mjs';

/**
 * The path of a program, undefined when it is not there.
 * @param {string} name
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.map(folder => join(folder, name)).find(existsSync);
}

/**
 * The path of a program, out of Debian's package of the same name when it has to be installed; undefined when that
 * cannot be done (another system, no rights, no network).
 * @param {string} name
 */
export async function findOrInstall(name) {
  const found = findProgram(name);
  if (found || !findProgram('apt-get')) return found;
  const [program, ...sudo] = process.getuid?.() === 0 ? ['env'] : ['sudo', '-n', 'env'];
  const apt = [...sudo, 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  try {
    await step(`Installing Debian's ${name}`, async () => {
      await capture(program, [...apt, 'update', '-qq']);
      await capture(program, [...apt, 'install', '-y', '-qq', '--no-install-recommends', name]);
    });
  } catch {
    return undefined;
  }
  return findProgram(name);
}
