import type { SourceStore } from '../sources/store.ts';
import type { SourceCache } from './cache/sourceCache.ts';
import { openFolder } from './openFolder.ts';
import type { SourceSettings, SyncOptions } from './sourceFolder.ts';

export type { ReadSettings, SourceSettings } from './sourceFolder.ts';

export type LoadOptions = SyncOptions & { readonly cache?: SourceCache };

/**
 * Brings the store in step with a folder, once: for whoever does not stay to watch it. Settles when the sources are
 * there; the cache may still be written then.
 */
export async function loadSources(
  folder: string,
  settings: SourceSettings,
  store: SourceStore,
  { cache, ...options }: LoadOptions = {},
): Promise<void> {
  const open = openFolder(folder, cache ? { cache } : {});
  await open.sync(store, settings, options);
  open.close();
}
