/** Hears of changed files, by the client's watcher where it has one, and passes them on in bursts. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { Host } from './host.ts';

/** Milliseconds that changes are collected: a checkout or a copy touches many files at once. */
const burst = 100;

const settingsFile = 'groundwork.json';

export type Watching = {
  /** Asks the client to watch what the folders' settings name now; asks again only when that changed. */
  update(): Promise<void>;
  /** Files changed. */
  heard(changes: readonly FileEvent[]): void;
  /** An open document was saved: the only news of changed files from a client that watches none. */
  saved(uri: string): void;
};

export function createWatching(connection: Connection, folders: Folders, host: Host, client: Client): Watching {
  let registered: Disposable | undefined;
  let asked = '';
  let collected: FileEvent[] = [];

  const heard = (changes: readonly FileEvent[]): void => {
    collected.push(...changes);
    if (collected.length > changes.length) return;
    setTimeout(() => {
      const changed = collected;
      collected = [];
      for (const folder of folders.all()) passOn(changed, folder, host);
    }, burst);
  };
  return {
    update: async () => {
      const watchers = folders.all().flatMap(folder => watchersOf(folder, client));
      const key = JSON.stringify(watchers);
      if (!client.watchesFiles || key === asked) return;
      asked = key;
      const before = registered;
      registered = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      before?.dispose();
    },
    heard,
    saved: uri => {
      if (!client.watchesFiles) heard([{ uri, type: FileChangeType.Changed }]);
    },
  };
}

function watchersOf(folder: Folder, client: Client): FileSystemWatcher[] {
  return [settingsFile, ...folder.engine().settings.sourcesInclude].map(pattern => ({
    globPattern: client.relativePatterns ? { baseUri: folder.uri, pattern } : `**/${pattern}`,
  }));
}

/** What came or went may be whole folders, of which editors report only the top: then all is compared with the disk. */
function passOn(changes: readonly FileEvent[], folder: Folder, host: Host): void {
  const base = `${host.canonical(folder.uri)}/`;
  const own = changes
    .map(({ uri, type }) => ({ uri: host.canonical(uri), type }))
    .filter(({ uri }) => uri.startsWith(base));
  if (own.some(({ uri }) => uri === base + settingsFile)) void folder.configure();
  const files = own.filter(({ uri }) => uri !== base + settingsFile);
  if (files.length === 0) return;
  if (files.some(({ type }) => type !== FileChangeType.Changed)) void folder.rescan();
  else void folder.refresh([...new Set(files.map(({ uri }) => uri))]);
}
