/** The server as a process: over Node's own channel for VS Code, over `--stdio` for every other editor. */
import { readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createEngine, createSourceStore, type Engine } from '../engine.ts';
import { compileGlobs } from '../node/globs.ts';
import { type Companions, isCompanion } from '../node/loadCompanions.ts';
import { loadSources, readFound } from '../node/loadSources.ts';
import { readGroundworkJson } from '../node/readGroundworkJson.ts';
import { toPath, toUri } from '../node/uri.ts';
import type { Settings } from '../settings.ts';
import type { FolderFiles, Host } from './host.ts';
import { serve } from './server.ts';

/** The server's view of this machine's disk. */
const nodeHost: Host = {
  createEngine: settings => createEngine({ store: createSourceStore(), settings }),
  open: folderUri => {
    const folder = toPath(folderUri);
    return folder === undefined ? undefined : folderFiles(folder);
  },
  canonical: uri => {
    const path = toPath(uri);
    return path === undefined ? uri : toUri(path);
  },
};

function folderFiles(folder: string): FolderFiles {
  let companions: Companions | undefined;
  return {
    settings: async () => {
      const { settings, problems } = await readGroundworkJson(folder);
      return { value: settings, problems: problems.map(({ message }) => `groundwork.json ${message}`) };
    },
    settingsFile: async () => {
      const path = join(folder, 'groundwork.json');
      return { uri: toUri(path), text: await readFile(path, 'utf8').catch(() => undefined) };
    },
    sync: async (store, settings, { progress, signal }) => {
      const options = { ...(signal ? { signal } : {}), ...(progress ? { onProgress: progress } : {}) };
      companions = await loadSources(folder, settings, store, options);
    },
    refresh: async (store, settings, uris) => {
      const { isWanted } = compileGlobs(settings.sourcesInclude, settings.sourcesExclude);
      // What a sidecar or bibliography says, it says of other files.
      if (uris.some(uri => isCompanion(uri))) companions = await loadSources(folder, settings, store);
      for (const uri of uris) {
        const absolute = toPath(uri);
        const path = absolute === undefined ? undefined : relative(folder, absolute).replaceAll('\\', '/');
        if (absolute !== undefined && path !== undefined && isWanted(path) && !isCompanion(path)) {
          await readAgain(store, settings, { absolute, path, uri }, companions);
        }
      }
    },
  };
}

async function readAgain(
  store: Engine['store'],
  settings: Settings,
  file: { readonly absolute: string; readonly path: string; readonly uri: string },
  companions: Companions | undefined,
): Promise<void> {
  const facts = await stat(file.absolute).catch(() => undefined);
  const known = facts?.isFile() ? { ...file, size: facts.size, modified: facts.mtimeMs } : file;
  const read = await readFound(known, settings, companions);
  if (read) store.put(file.uri, read);
  else store.remove(file.uri);
}

serve(createConnection(ProposedFeatures.all), nodeHost);
