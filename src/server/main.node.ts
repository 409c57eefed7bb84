/** The server as a process: over Node's own channel for VS Code, over `--stdio` for every other editor. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createEngine, createSourceStore } from '../engine.ts';
import { cacheFolderOf, cachesFolder, removeUnused } from '../node/cache/cachePlace.ts';
import { cacheVersion } from '../node/cache/cacheVersion.ts';
import { createSourceCache, type SourceCache } from '../node/cache/sourceCache.ts';
import { openFolder } from '../node/openFolder.ts';
import { readGroundworkJson } from '../node/readGroundworkJson.ts';
import { type Courtesy, createCourtesy } from '../node/reading/courtesy.ts';
import { createReadingThreads } from '../node/reading/readingThreads.ts';
import { toPath, toUri } from '../node/uri.ts';
import { bibliographyEdits, exportCited, readOwnBibliography } from '../node/writeReferences.ts';
import type { FolderFiles, Host, Keeping } from './host.ts';
import { serve } from './server.ts';

/** The server's view of this machine's disk. */
function createNodeHost(): Host {
  const courtesy = createCourtesy();
  return {
    createEngine: settings => createEngine({ store: createSourceStore(), settings }),
    open: (folderUri, keeping) => {
      const folder = toPath(folderUri);
      return folder === undefined ? undefined : folderFiles(folder, keeping, courtesy);
    },
    canonical: uri => {
      const path = toPath(uri);
      return path === undefined ? uri : toUri(path);
    },
    courtesy,
  };
}

function folderFiles(folder: string, keeping: Keeping, courtesy: Courtesy): FolderFiles {
  const cache = cacheOf(folder, keeping);
  const threads = createReadingThreads({ courtesy });
  const files = openFolder(folder, cache ? { cache, threads } : { threads });
  return {
    settings: async () => {
      const { settings, problems } = await readGroundworkJson(folder);
      return { value: settings, problems: problems.map(({ message }) => `groundwork.json ${message}`) };
    },
    settingsFile: async () => {
      const path = join(folder, 'groundwork.json');
      return { uri: toUri(path), text: await readText(path) };
    },
    sync: async (store, settings, { progress, signal }) => {
      let thrifty = false;
      const onProgress = (done: number, all: number): void => {
        if (done < all && !thrifty) {
          thrifty = true;
          takeLittleMemory();
        }
        progress?.(done, all);
      };
      await files.sync(store, settings, { ...(signal ? { signal } : {}), onProgress });
      takeLittleMemory();
    },
    refresh: files.refresh,
    references: {
      read: async (engine, draft) => void (await readOwnBibliography(engine, draft)),
      edits: (engine, draft) => bibliographyEdits(engine, draft, folder),
      exported: exportCited,
    },
    close: files.close,
  };
}

/** As an editor shows it: without a byte order mark, so that offsets agree. */
async function readText(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.replace(/^\uFEFF/, '');
}

/** Beside the editor's other data where the editor says so, else where this user's caches are. */
function cacheOf(folder: string, { storage, log }: Keeping): SourceCache | undefined {
  const caches = cachesFolder(storage === undefined ? undefined : toPath(storage));
  if (caches === undefined) return undefined;
  void removeUnused(caches);
  return createSourceCache(cacheFolderOf(caches, folder), { version: cacheVersion, log });
}

/**
 * An editor has many guests: V8 is to clear its heap when it has grown by a fifth, not when it has doubled; less would
 * make it clear up all the time while sources are read, on the cores that answers need. Not while what is known from before
 * is put in its place: all of that stays, and clearing up is in vain.
 */
function takeLittleMemory(): void {
  setFlagsFromString('--heap-growing-percent=22');
}

serve(createConnection(ProposedFeatures.all), createNodeHost());
