import { mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceStore } from '../../sources/store.ts';
import { fileTrouble } from '../fileTrouble.ts';
import { textSize } from '../lateText.ts';
import type { FileFacts } from '../reading/fileFacts.ts';
import { allExist, readCache, removeOrphans, writeNamed } from './cacheFiles.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import { type CachedFile, encodePack } from './pack.ts';
import { encodeIndex, type SavedIndex } from './savedIndex.ts';

/**
 * What was read of one folder's sources, on disk. A log-structured store: packs of files that are written once and named
 * by their fingerprint, an index, and a manifest that says which of them count. Only the manifest is ever replaced, in
 * one step, and it names only what is written already: whenever the process ends, what is on disk is whole. Of two
 * processes the last to replace the manifest wins; what it does not name is read from the sources again.
 */
export type SourceCache = {
  /** What it holds; damage is told in one line of the log and costs the reading of what was damaged. */
  load(): Promise<LoadedCache>;
  /** A file was read and put into the store: it is to be saved. */
  note(uri: string, facts: FileFacts): void;
  /** The store does not hold what the cache knows of the file: it is not packed anew until it is noted again. */
  doubt(uri: string): void;
  forget(uri: string): void;
  /** Writes what is due: nothing while little has been noted, unless `all` and then the index, too. Never rejects. */
  save(store: SourceStore, all: boolean): Promise<void>;
};

export type LoadedCache = { readonly files: readonly CachedFile[]; readonly index?: SavedIndex };

export type CacheOptions = {
  /** Differs when the format or what readers make of a file does. */
  readonly version: string;
  readonly log: (message: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** A pack is written when the files noted since the last one have so many bytes. */
  readonly packBytes?: number;
};

const usualPackBytes = 4_000_000;
/** A pack is also written when so many milliseconds have passed since the last one. */
const packPause = 5000;
/** All is packed anew when there are more packs than this, or twice as many files in them as there are. */
const mostPacks = 40;
/** So many packs at most hold all, when all is packed anew. */
const fewPacks = 10;
/** Sources that may be indexed at the start because they came after the index was saved: a share of all, and a few. */
const staleShare = 0.02;
const fewStale = 50;
/** Files that nobody names are removed when they are this old: another process may be about to name them. Milliseconds. */
const orphanAge = 600_000;

/** What is on disk, and what is to be. */
type State = Required<CacheOptions> & {
  readonly folder: string;
  /** Of every file that the cache holds or is about to. */
  readonly facts: Map<string, FileFacts>;
  readonly noted: Set<string>;
  readonly gone: Set<string>;
  manifest: Manifest;
  /** Files in all packs, those that later packs replace too. */
  packed: number;
  notedBytes: number;
  lastPack: number;
  /** What the saved index knows. */
  indexed: ReadonlyMap<string, string>;
  /** Something was noted or forgotten since anybody looked whether the saved index is good enough. */
  indexDue: boolean;
  /** It could not be written; nobody tries again. */
  broken: boolean;
};

export function createSourceCache(folder: string, options: CacheOptions): SourceCache {
  const { now = Date.now, packBytes = usualPackBytes } = options;
  const state: State = {
    ...options,
    now,
    packBytes,
    folder,
    facts: new Map(),
    noted: new Set(),
    gone: new Set(),
    manifest: { packs: [] },
    packed: 0,
    notedBytes: 0,
    lastPack: now(),
    indexed: new Map(),
    indexDue: false,
    broken: false,
  };
  let saving: Promise<void> = Promise.resolve();
  return {
    load: () => load(state),
    note: (uri, known) => {
      state.facts.set(uri, known);
      state.gone.delete(uri);
      state.noted.add(uri);
      state.notedBytes += known.size;
      state.indexDue = true;
    },
    doubt: uri => void state.facts.delete(uri),
    forget: uri => {
      if (!state.facts.delete(uri)) return;
      state.noted.delete(uri);
      state.gone.add(uri);
      state.indexDue = true;
    },
    save: (store, all) => {
      saving = saving.then(() => save(state, store, all));
      return saving;
    },
  };
}

async function load(state: State): Promise<LoadedCache> {
  const { folder, log } = state;
  const found = await readManifest(folder, state.version);
  if (typeof found === 'string') {
    if (found === 'unusable') log('the cache was made by another version or is damaged; the sources are read again');
    return { files: [] };
  }
  const loaded = await readCache(folder, found);
  if (loaded.damaged > 0) log(`damaged files of the cache: ${loaded.damaged}; what they held is read again`);
  state.manifest = { packs: loaded.packs, ...(loaded.index && found.index ? { index: found.index } : {}) };
  state.packed = loaded.records;
  for (const file of loaded.files) state.facts.set(file.uri, file.facts);
  state.indexed = loaded.index?.stamps ?? new Map();
  // A cache that nobody uses any more is known by its age (cachePlace.ts).
  await utimes(join(folder, 'manifest'), new Date(), new Date()).catch(() => undefined);
  return { files: loaded.files, ...(loaded.index ? { index: loaded.index } : {}) };
}

async function save(state: State, store: SourceStore, all: boolean): Promise<void> {
  const { folder, noted, gone, now, log } = state;
  const some = noted.size + gone.size > 0 && (all || now() - state.lastPack >= packPause);
  if (state.broken || !(some || state.notedBytes >= state.packBytes || (all && state.indexDue))) return;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await savePacks(state, store);
    if (all) await saveIndex(state, store);
    await writeManifest(folder, state.version, state.manifest);
    if (all) await removeOrphans(folder, state.manifest, now() - orphanAge);
  } catch (error) {
    state.broken = true;
    log(`the cache ${fileTrouble(error).replace('read', 'written')} (${folder}); Groundwork works from memory`);
  }
}

async function savePacks(state: State, store: SourceStore): Promise<void> {
  const { folder, facts, noted, gone, manifest } = state;
  const crowded = manifest.packs.length > mostPacks || state.packed > 2 * facts.size + 100;
  const whole = crowded || !(await allExist(folder, manifest.packs));
  const uris = whole ? [...facts.keys()] : [...noted];
  const left = whole ? [] : [...gone];
  noted.clear();
  gone.clear();
  state.notedBytes = 0;
  state.lastPack = state.now();
  const names = new Set(whole ? [] : manifest.packs);
  if (whole) state.packed = 0;
  const all = [...facts.values()].reduce((sum, { size }) => sum + size, 0);
  const packBytes = whole ? Math.max(state.packBytes, all / fewPacks) : state.packBytes;
  for (const files of inPacks(uris, facts, store, packBytes)) {
    names.add(await writeNamed(folder, 'pack', await encodePack({ files, gone: left.splice(0) })));
    state.packed += files.length;
  }
  if (left.length > 0) names.add(await writeNamed(folder, 'pack', await encodePack({ files: [], gone: left })));
  state.manifest = { ...state.manifest, packs: [...names] };
}

async function saveIndex(state: State, store: SourceStore): Promise<void> {
  state.indexDue = false;
  const stamps = new Map([...state.facts].map(([uri, known]) => [uri, stampOf(known)]));
  const stale = [...stamps].filter(([uri, stamp]) => state.indexed.get(uri) !== stamp).length;
  const isGood = state.manifest.index !== undefined && stale <= Math.max(fewStale, stamps.size * staleShare);
  if (isGood || stamps.size === 0) return;
  const index = await writeNamed(state.folder, 'index', encodeIndex(store.indexParts(), stamps));
  state.manifest = { ...state.manifest, index };
  state.indexed = stamps;
}

/** Tells whether what the index knows of a file is what the file says. */
export function stampOf({ hash, options }: FileFacts): string {
  return `${hash} ${options}`;
}

/** What the store holds of the files now, in portions of a pack's size. */
function* inPacks(
  uris: readonly string[],
  facts: ReadonlyMap<string, FileFacts>,
  store: SourceStore,
  packBytes: number,
): Generator<CachedFile[]> {
  let files: CachedFile[] = [];
  let bytes = 0;
  for (const uri of uris) {
    const known = facts.get(uri);
    const read = store.held(uri);
    if (!known || !read) continue;
    files.push({ uri, facts: known, read, previous: read.sources.flatMap(({ id }) => store.previous(id)) });
    bytes += read.sources.reduce((sum, source) => sum + textSize(source), 0);
    if (bytes < packBytes) continue;
    yield files;
    files = [];
    bytes = 0;
  }
  if (files.length > 0) yield files;
}
