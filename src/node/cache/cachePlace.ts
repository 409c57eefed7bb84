import { readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fingerprint } from './fingerprint.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What GROUNDWORK_CACHE may say to have no cache. */
const off = /^(?:0|off|no|none|false)$/i;

/**
 * The folder that holds the caches: what the variable GROUNDWORK_CACHE names, else `given` (the editor's storage for
 * extensions), else the system's place for the caches of this user. Undefined: no cache.
 */
export function cachesFolder(
  given?: string,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string | undefined {
  const wanted = environment.GROUNDWORK_CACHE;
  if (wanted) return off.test(wanted) ? undefined : resolve(wanted);
  if (given !== undefined) return given;
  if (platform === 'win32') {
    const local = environment.LOCALAPPDATA;
    return local ? join(local, 'groundwork', 'Cache') : undefined;
  }
  if (home === '') return undefined;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'groundwork');
  const xdg = environment.XDG_CACHE_HOME;
  // The convention has relative paths ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.cache'), 'groundwork');
}

/** The cache of one folder; `variant` tells apart several ways of choosing its sources. */
export function cacheFolderOf(caches: string, folder: string, variant = ''): string {
  return join(caches, fingerprint(Buffer.from(`${folder}\n${variant}`, 'utf8')));
}

/** Milliseconds: the cache of a folder that nobody has opened for two months is removed. */
const unusedFor = 60 * 24 * 3600 * 1000;

/** Removes the caches of folders that are not opened any more. Never rejects. */
export async function removeUnused(caches: string, now = Date.now()): Promise<void> {
  const names = await readdir(caches).catch(() => []);
  for (const name of names.filter(entry => /^[0-9a-f]{24}$/.test(entry))) {
    const manifest = await stat(join(caches, name, 'manifest')).catch(() => undefined);
    if (manifest && now - manifest.mtimeMs > unusedFor) {
      await rm(join(caches, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
