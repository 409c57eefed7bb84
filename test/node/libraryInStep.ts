/** Compares a store with what is on disk, and changes what is on disk. */
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSourceCache, type SourceCache } from '../../src/node/cache/sourceCache.ts';
import { openFolder } from '../../src/node/openFolder.ts';
import { findQuotes } from '../../src/quotes/findQuotes.ts';
import { defaultSettings } from '../../src/settings.ts';
import { createSourceStore, type SourceStore } from '../../src/sources/store.ts';

export const settings = defaultSettings;

/** A store from the cache and the disk, as a start makes it; what the cache had to say for itself. */
export async function started(folder: string, cacheFolder: string, keep = true, packBytes = 3000) {
  const log: string[] = [];
  const cache = createSourceCache(cacheFolder, { version: 'test', log: message => log.push(message), packBytes });
  const store = createSourceStore();
  const open = openFolder(folder, { cache: keep ? cache : readOnly(cache) });
  await open.sync(store, settings);
  await open.saved(store);
  open.close();
  return { store, log };
}

/** For a look at what a process left, which stays as it is. */
function readOnly(cache: SourceCache): SourceCache {
  return { ...cache, save: async () => undefined };
}

/** No source is lost, doubled or stale: everything is as it would be without a cache, and found by its own words. */
export async function assertInStep(store: SourceStore, folder: string): Promise<void> {
  const fresh = createSourceStore();
  const open = openFolder(folder);
  await open.sync(fresh, settings);
  open.close();
  assert.deepEqual(store.sources(), fresh.sources());
  assert.deepEqual(store.problems(), fresh.problems());
  // A copy is a source that nobody has looked at yet.
  for (const source of store.sources()) assert.deepEqual(findQuotes(source), findQuotes({ ...source }));
  for (const { id, text } of fresh.sources()) {
    const own = /\bword\w+/.exec(text)?.[0] ?? text;
    assert.deepEqual(
      store.search(own, { limit: 100 }).map(({ passage }) => passage),
      fresh.search(own, { limit: 100 }).map(({ passage }) => passage),
      `${own} in ${id}`,
    );
  }
}

export type Random = () => number;

/** Every version of every article has words that no other has. */
export function article(number: number, version: number): string {
  const name = `${number}x${version}`;
  return `Article ${number}\n\nThe mayor said word${name} on Monday. “The bridge of word${name} opens,” she added.\n`;
}

/** Some files change, go or come; the last of them in the same size. */
export async function changeSome(folder: string, random: Random, round: number): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const number = Math.floor(random() * 40);
    const path = join(folder, `sources/${number}.txt`);
    const kind = random();
    if (kind < 0.2) await rm(path, { force: true });
    else if (kind < 0.3) await writeFile(path, '');
    else await writeFile(path, article(number, 100 + round));
  }
}

export function articles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`sources/${i}.txt`, article(i, 100)]));
}
