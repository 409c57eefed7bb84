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

/** Milliseconds without news after which changes are passed on: a checkout or a copy touches many files at once. */
const pause = 100;
/** Milliseconds after which they are passed on even though more come. */
const longestBurst = 2000;

const settingsFile = 'groundwork.json';
/** Drafts name bibliographies that are no sources. */
const bibliographies = '**/*.bib';

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

  let since = 0;
  let timer: NodeJS.Timeout | undefined;

  const pass = (): void => {
    const changed = collected;
    collected = [];
    for (const folder of folders.all()) passOn(changed, folder, host);
  };
  const heard = (changes: readonly FileEvent[]): void => {
    if (collected.length === 0) since = Date.now();
    for (const change of changes) collected.push(change);
    clearTimeout(timer);
    timer = setTimeout(pass, Math.max(0, Math.min(pause, since + longestBurst - Date.now())));
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
  const { settings, bibliographies: named } = folder.engine();
  const places = [
    ...[settingsFile, bibliographies, ...settings.sourcesInclude].map(given => placed(folder.uri, given)),
    ...[...named.files].filter(uri => !isWatchedAnyway(uri, folder)).map(placedFile),
  ];
  return places.map(({ baseUri, pattern }) => ({
    globPattern: client.relativePatterns ? { baseUri, pattern } : `**/${pattern}`,
  }));
}

function isWatchedAnyway(uri: string, folder: Folder): boolean {
  return uri.startsWith(`${folder.uri}/`) && uri.endsWith('.bib');
}

/** A bibliography that a draft names may lie anywhere, and be JSON or YAML. */
function placedFile(uri: string): Placed {
  const cut = uri.lastIndexOf('/');
  return { baseUri: uri.slice(0, cut), pattern: decodeURIComponent(uri.slice(cut + 1)) };
}

const wildcard = /[*?{}[\]!()]/;

type Placed = { readonly baseUri: string; readonly pattern: string };

/** A pattern as editors know them: without steps up, from the folder that it starts in; of a folder, all that is in it. */
function placed(folderUri: string, given: string): Placed {
  let baseUri = folderUri;
  let pattern = given.replace(/\\(?=[\w.*])/g, '/').replace(/\/$/, '');
  if (pattern !== '' && !wildcard.test(pattern) && !/\.\w{1,5}$/.test(pattern)) pattern += '/**';
  if (/^(?:[a-z]:)?\//i.test(pattern)) return placedAbsolute(pattern);
  for (let step = /^\.\.?\//.exec(pattern); step; step = /^\.\.?\//.exec(pattern)) {
    pattern = pattern.slice(step[0].length);
    if (step[0] === '../') baseUri = baseUri.slice(0, baseUri.lastIndexOf('/'));
  }
  return { baseUri, pattern };
}

/** From the last folder before the first wildcard, or the one that the named file lies in. */
function placedAbsolute(pattern: string): Placed {
  const names = pattern.replace(/^\//, '').split('/');
  const wild = names.findIndex(name => wildcard.test(name));
  const cut = wild < 0 ? names.length - 1 : wild;
  const base = names.slice(0, cut).map(encodeURIComponent).join('/');
  return { baseUri: `file:///${base}`, pattern: names.slice(cut).join('/') };
}

/** What came or went may be a whole folder, of which editors report only the top: the folder finds that out. */
function passOn(changes: readonly FileEvent[], folder: Folder, host: Host): void {
  const base = `${host.canonical(folder.uri)}/`;
  // Sources may lie outside the folder; of those, what the folder does not want it passes over.
  const starts = folder.engine().settings.sourcesInclude.map(glob => placed(folder.uri, glob).baseUri);
  const bases = [base, ...new Set(starts.map(start => `${host.canonical(start)}/`))];
  const named = new Set([...folder.engine().bibliographies.files].map(host.canonical));
  const own = new Set(
    changes
      .map(({ uri }) => host.canonical(uri))
      .filter(uri => named.has(uri) || bases.some(start => uri.startsWith(start))),
  );
  if (own.delete(base + settingsFile)) void folder.configure();
  if (own.size > 0) void folder.refresh([...own]);
}
