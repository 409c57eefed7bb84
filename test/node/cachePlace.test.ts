import assert from 'node:assert/strict';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { cacheFolderOf, cachesFolder, removeUnused } from '../../src/node/cache/cachePlace.ts';
import { withFolder } from './temporaryFolder.ts';

describe('the place of caches', () => {
  const cases: readonly (readonly [string, Record<string, string>, NodeJS.Platform, string | undefined])[] = [
    ['Linux', {}, 'linux', '/home/ada/.cache/groundwork'],
    ['Linux with XDG', { XDG_CACHE_HOME: '/var/ada' }, 'linux', '/var/ada/groundwork'],
    ['a relative XDG path is no path', { XDG_CACHE_HOME: 'caches' }, 'linux', '/home/ada/.cache/groundwork'],
    ['macOS', { XDG_CACHE_HOME: '/var/ada' }, 'darwin', '/home/ada/Library/Caches/groundwork'],
    ['Windows', { LOCALAPPDATA: '/local' }, 'win32', '/local/groundwork/Cache'],
    ['Windows without a profile', {}, 'win32', undefined],
    ['none', { GROUNDWORK_CACHE: 'off' }, 'linux', undefined],
    ['a folder of one’s own', { GROUNDWORK_CACHE: '/mine' }, 'darwin', resolve('/mine')],
  ];
  for (const [name, environment, platform, expected] of cases) {
    it(name, () => assert.equal(cachesFolder(undefined, environment, platform, '/home/ada'), expected));
  }

  it('is the one the editor gives, unless the variable says otherwise', () => {
    assert.equal(cachesFolder('/storage', {}, 'linux', '/home/ada'), '/storage');
    assert.equal(cachesFolder('/storage', { GROUNDWORK_CACHE: 'off' }, 'linux', '/home/ada'), undefined);
  });

  it('is another for each folder and each choice of sources', () => {
    const places = [cacheFolderOf('/c', '/a'), cacheFolderOf('/c', '/b'), cacheFolderOf('/c', '/a', '["x"]')];
    assert.equal(new Set(places).size, 3);
    assert.equal(cacheFolderOf('/c', '/a'), places[0]);
  });

  it('is cleared of caches that nobody has opened for two months, and of nothing else', async () => {
    await withFolder({ 'notes/manifest': 'not ours' }, async folder => {
      const [old, used] = [cacheFolderOf(folder, '/old'), cacheFolderOf(folder, '/used')];
      for (const place of [old, used]) {
        await mkdir(place);
        await writeFile(join(place, 'manifest'), '');
      }
      const longAgo = new Date('2020-01-01');
      for (const place of [old, join(folder, 'notes')]) await utimes(join(place, 'manifest'), longAgo, longAgo);
      await removeUnused(folder);
      assert.deepEqual((await readdir(folder)).sort(), ['notes', used.slice(folder.length + 1)].sort());
      await removeUnused(join(folder, 'nowhere'));
    });
  });
});
