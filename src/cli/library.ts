import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createEngine, createSourceStore, type Engine } from '../engine.ts';
import { cacheFolderOf, cachesFolder, removeUnused } from '../node/cache/cachePlace.ts';
import { cacheVersion } from '../node/cache/cacheVersion.ts';
import { createSourceCache, type SourceCache } from '../node/cache/sourceCache.ts';
import { loadSources } from '../node/loadSources.ts';
import { readGroundworkJson } from '../node/readGroundworkJson.ts';
import { parseSettings, type Settings } from '../settings.ts';
import type { Output } from './output.ts';

/** `sound` is false when something in groundwork.json cannot be used. */
export type FolderSettings = { readonly settings: Settings; readonly sound: boolean };

/** The settings of the current folder; problems are told, the defaults stand in. */
export async function readSettings(
  folder: string,
  sources: readonly string[] | undefined,
  output: Output,
): Promise<FolderSettings> {
  const file = await readGroundworkJson(folder);
  const { settings, problems } = parseSettings(file.settings, true);
  const all = [...file.problems, ...problems];
  for (const { message } of all) output.talk(`groundwork.json: ${message}`);
  const sound = all.length === 0;
  if (!sources) return { settings, sound };
  const sourcesInclude = await Promise.all(sources.map(glob => named(glob, folder)));
  return { settings: { ...settings, sourcesInclude }, sound };
}

/** The name of a folder stands for all that is in it. */
async function named(glob: string, folder: string): Promise<string> {
  const facts = await stat(resolve(folder, glob)).catch(() => undefined);
  return facts?.isDirectory() ? `${glob.replace(/[\\/]+$/, '')}/**` : glob;
}

/** How a command wants its sources. */
export type Wanted = {
  /** In place of those that the settings name. */
  readonly sources: readonly string[] | undefined;
  /** Whether what is read is kept for the next run. */
  readonly cache: boolean;
};

/** An engine over the sources of a folder, all read; undefined, with a line that says so, when there is none to read. */
export async function openLibrary(
  folder: string,
  settings: Settings,
  output: Output,
  wanted: Wanted,
  excludeUris: ReadonlySet<string> = new Set(),
): Promise<Engine | undefined> {
  const store = createSourceStore();
  const cache = cacheFor(folder, wanted, output);
  await loadSources(folder, settings, store, { excludeUris, ...(cache ? { cache } : {}) });
  if (store.sources().length > 0) return createEngine({ store, settings });
  for (const { path, message } of store.problems()) output.talk(`${path}: ${message}`);
  const above = await settingsAbove(folder);
  const hint = above && !wanted.sources ? `; there is ${above}: run groundwork in its folder, or name --sources` : '';
  output.talk(`no readable source matches ${settings.sourcesInclude.join(', ')} in ${folder}${hint}`);
  return undefined;
}

/** The nearest groundwork.json in a folder above, when this one has none: only the current folder's counts. */
async function settingsAbove(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'groundwork.json');
    if (await stat(file).catch(() => undefined)) return at === folder ? undefined : file;
    if (at === dirname(at)) return undefined;
  }
}

/** One cache for the sources that the settings name, and one for each other choice: they would undo each other's work. */
function cacheFor(folder: string, { sources, cache }: Wanted, output: Output): SourceCache | undefined {
  const caches = cache ? cachesFolder() : undefined;
  if (caches === undefined) return undefined;
  void removeUnused(caches);
  const place = cacheFolderOf(caches, folder, sources ? JSON.stringify(sources) : '');
  return createSourceCache(place, { version: cacheVersion, log: output.talk });
}
