import type { SourceStore } from '../sources/store.ts';
import type { SourceCache } from './cache/sourceCache.ts';
import { createReadingThreads, type ReadingThreads } from './reading/readingThreads.ts';
import { type Quiet, refreshFolder } from './refreshFolder.ts';
import { type FolderMemory, type SourceSettings, type SyncOptions, syncFolder } from './sourceFolder.ts';

/** The sources of one folder on disk, for one store. One call after the other: they do not run at once. */
export type OpenFolder = {
  /** Compares all files with the disk. */
  sync(store: SourceStore, settings: SourceSettings, options?: SyncOptions): Promise<void>;
  /** Looks at these files and folders again; answers which are still being written, to be asked for again soon. */
  refresh(store: SourceStore, settings: SourceSettings, uris: readonly string[]): Promise<readonly string[]>;
  /** Settles when what was read is in the cache. */
  saved(store: SourceStore): Promise<void>;
  /** Ends what is going on; settles when what was read is in the cache. */
  close(): Promise<void>;
};

export type FolderParts = {
  readonly cache?: SourceCache;
  readonly threads?: ReadingThreads;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

export function openFolder(folder: string, { cache, threads, now = Date.now }: FolderParts = {}): OpenFolder {
  const closing = new AbortController();
  let filled: SourceStore | undefined;
  const memory: FolderMemory = {
    facts: new Map(),
    cache,
    threads: threads ?? createReadingThreads(),
    own: new Set(),
    doubtful: new Map(),
    companions: undefined,
    loaded: false,
    tidied: Promise.resolve(),
    closing: closing.signal,
  };
  const quiet: Quiet = { now, busy: new Map() };
  return {
    sync: (store, settings, options) => {
      filled = store;
      return syncFolder(folder, memory, store, settings, options);
    },
    refresh: (store, settings, uris) => refreshFolder(folder, memory, store, settings, uris, quiet),
    saved: async store => {
      await memory.tidied;
      await cache?.save(store, true);
    },
    close: async () => {
      closing.abort();
      memory.threads.close();
      await memory.tidied;
      if (filled) await cache?.save(filled, true);
    },
  };
}
