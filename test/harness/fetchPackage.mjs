// One npm package, unpacked without installing it: none of its scripts run, none of its dependencies come along.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './run.mjs';

/**
 * Unpacks `name@version` from the npm registry into `folder`. Paths are those inside the package's archive
 * (`package/...`); `strip` is how many of their leading parts are cut off.
 * @param {string} nameAndVersion
 * @param {string} folder
 * @param {{ strip: number, paths: readonly string[], exclude?: readonly string[] }} options
 */
export async function fetchPackage(nameAndVersion, folder, { strip, paths, exclude = [] }) {
  const archiveFolder = mkdtempSync(join(tmpdir(), 'groundwork-fetch-'));
  try {
    await capture('npm', ['pack', '--silent', '--pack-destination', archiveFolder, nameAndVersion]);
    const archive = readdirSync(archiveFolder)[0];
    if (!archive) throw new Error(`npm pack ${nameAndVersion} left no archive.`);
    mkdirSync(folder, { recursive: true });
    const excludes = exclude.map(path => `--exclude=${path}`);
    const cut = `--strip-components=${strip}`;
    await capture('tar', ['xzf', join(archiveFolder, archive), '-C', folder, cut, ...excludes, ...paths]);
  } finally {
    rmSync(archiveFolder, { recursive: true, force: true });
  }
}
