/** All workspace folders, and which of them a document belongs to. */
import type { WorkspaceFolder } from 'vscode-languageserver';
import { defaultSettings } from '../settings.ts';
import { type Folder, type FolderOutlook, openFolder } from './folder.ts';
import type { Host } from './host.ts';
import { decoded } from './naming.ts';

export type Folders = {
  all(): readonly Folder[];
  /**
   * The innermost folder around the document. Outside all folders, and for unsaved documents, it is the first one;
   * where no folder is open at all, the one the document lies in.
   */
  of(documentUri: string): Folder | undefined;
  add(places: readonly WorkspaceFolder[]): void;
  /** Settles when what was read of them is kept for the next start. */
  remove(uris: readonly string[]): Promise<void>;
};

export function createFolders(host: Host, outlook: FolderOutlook): Folders {
  const opened = new Map<string, Folder>();
  /** Folders of single documents, opened because nothing else was. */
  const lone = new Map<string, Folder>();

  const open = (into: Map<string, Folder>, place: WorkspaceFolder): Folder => {
    const uri = withoutSlash(place.uri);
    const known = into.get(uri);
    if (known) return known;
    const folder = openFolder({ uri, name: place.name }, host, defaultSettings, outlook);
    into.set(uri, folder);
    return folder;
  };

  return {
    all: () => [...opened.values(), ...lone.values()],
    of: documentUri => {
      const [first] = opened.values();
      if (first) return innermost(opened.values(), host.canonical(documentUri), host) ?? first;
      const uri = parent(documentUri);
      return uri === undefined ? undefined : open(lone, { uri, name: lastSegment(uri) });
    },
    add: places => {
      for (const place of places) open(opened, place);
      if (opened.size > 0) void closeAll(lone, [...lone.keys()]);
    },
    remove: async uris => {
      const known = uris.map(withoutSlash);
      await Promise.all([closeAll(opened, known), closeAll(lone, known)]);
    },
  };
}

async function closeAll(folders: Map<string, Folder>, uris: readonly string[]): Promise<void> {
  const closed = uris.map(uri => folders.get(uri)?.close());
  for (const uri of uris) folders.delete(uri);
  await Promise.all(closed);
}

function innermost(folders: Iterable<Folder>, documentUri: string, host: Host): Folder | undefined {
  let best: Folder | undefined;
  for (const folder of folders) {
    const inside = documentUri.startsWith(host.canonical(folder.uri).replace(/\/*$/, '/'));
    if (inside && folder.uri.length > (best?.uri.length ?? 0)) best = folder;
  }
  return best;
}

/** The root of a disk keeps its slash: `file:///`, `file:///c:/`. */
function withoutSlash(uri: string): string {
  return /^file:\/\/\/(?:[a-z](?::|%3a)\/?)?$/i.test(uri) ? uri : uri.replace(/\/+$/, '');
}

/** Only files have a folder to look in. */
function parent(uri: string): string | undefined {
  return uri.startsWith('file:') ? uri.slice(0, uri.lastIndexOf('/')) : undefined;
}

function lastSegment(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}
