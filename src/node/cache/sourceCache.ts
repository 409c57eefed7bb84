import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceStore } from '../../sources/store.ts';
import { fileTrouble } from '../fileTrouble.ts';
import type { FileFacts } from '../reading/fileFacts.ts';
import { unfinished, writeAtomically } from './atomicFile.ts';
import { fingerprint } from './fingerprint.ts';
import { isManifest, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { type CachedFile, decodePack, encodePack } from './pack.ts';
import { decodeIndex, encodeIndex, type SavedIndex } from './savedIndex.ts';

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
/** Sources that may be indexed at the start because they came after the index was saved: a share of all, and a few. */
const staleShare = 0.02;
const fewStale = 50;
/** Files that nobody names are removed when they are this old: another process may be about to name them. Milliseconds. */
const orphanAge = 600_000;

export function createSourceCache(
  folder: string,
  { version, log, now = Date.now, packBytes = usualPackBytes }: CacheOptions,
): SourceCache {
  const facts = new Map<string, FileFacts>();
  const noted = new Set<string>();
  const gone = new Set<string>();
  let manifest: Manifest = { packs: [] };
  let packed = 0;
  let notedBytes = 0;
  let lastPack = now();
  let indexed = new Map<string, string>();
  let broken = false;
  let saving: Promise<void> = Promise.resolve();

  const load = async (): Promise<LoadedCache> => {
    const found = await readManifest(folder, version);
    if (typeof found === 'string') {
      if (found === 'unusable') log('the cache is damaged or of another version; the sources are read again');
      return { files: [] };
    }
    const loaded = await readCache(folder, found);
    if (loaded.damaged > 0) log(`${loaded.damaged} files of the cache are damaged; what they held is read again`);
    manifest = { packs: loaded.packs, ...(loaded.index ? { index: found.index ?? '' } : {}) };
    packed = loaded.records;
    for (const file of loaded.files) facts.set(file.uri, file.facts);
    indexed = new Map(loaded.index?.stamps);
    // A cache that nobody uses any more is known by its age (cachePlace.ts).
    await utimes(join(folder, 'manifest'), new Date(), new Date()).catch(() => undefined);
    return { files: loaded.files, ...(loaded.index ? { index: loaded.index } : {}) };
  };
  const writePacks = async (store: SourceStore): Promise<void> => {
    const crowded = manifest.packs.length > mostPacks || packed > 2 * facts.size + 100;
    const whole = crowded || !(await allExist(folder, manifest.packs));
    const uris = whole ? [...facts.keys()] : [...noted];
    const before = whole ? [] : manifest.packs;
    const left = whole ? [] : [...gone];
    const names: string[] = [];
    noted.clear();
    gone.clear();
    notedBytes = 0;
    lastPack = now();
    if (whole) packed = 0;
    for (const files of inPacks(uris, facts, store, packBytes)) {
      names.push(await writeNamed(folder, 'pack', encodePack({ files, gone: left.splice(0) })));
      packed += files.length;
    }
    if (left.length > 0) names.push(await writeNamed(folder, 'pack', encodePack({ files: [], gone: left })));
    manifest = { ...manifest, packs: [...before, ...names.filter(name => !before.includes(name))] };
  };
  const writeIndex = async (store: SourceStore): Promise<void> => {
    const stamps = new Map([...facts].map(([uri, known]) => [uri, stampOf(known)]));
    const stale = [...stamps].filter(([uri, stamp]) => indexed.get(uri) !== stamp).length;
    if (manifest.index !== undefined && stale <= Math.max(fewStale, stamps.size * staleShare)) return;
    if (stamps.size === 0) return;
    manifest = { ...manifest, index: await writeNamed(folder, 'index', encodeIndex(store.indexBytes(), stamps)) };
    indexed = stamps;
  };
  const write = async (store: SourceStore, all: boolean): Promise<void> => {
    const due = notedBytes >= packBytes || (noted.size + gone.size > 0 && (all || now() - lastPack >= packPause));
    if (broken || !due) return;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writePacks(store);
      if (all) await writeIndex(store);
      await writeManifest(folder, version, manifest);
      if (all) await removeOrphans(folder, manifest, now() - orphanAge);
    } catch (error) {
      broken = true;
      log(`the cache ${fileTrouble(error).replace('read', 'written')} (${folder}); Groundwork works from memory`);
    }
  };
  return {
    load,
    note: (uri, known) => {
      facts.set(uri, known);
      gone.delete(uri);
      noted.add(uri);
      notedBytes += known.size;
    },
    forget: uri => {
      if (!facts.delete(uri)) return;
      noted.delete(uri);
      gone.add(uri);
    },
    save: (store, all) => {
      saving = saving.then(() => write(store, all));
      return saving;
    },
  };
}

/** Tells whether what the index knows of a file is what the file says. */
export function stampOf({ hash, options }: FileFacts): string {
  return `${hash} ${options}`;
}

async function readCache(folder: string, { packs, index }: Manifest) {
  const files = new Map<string, CachedFile>();
  const good: string[] = [];
  let records = 0;
  const reading = [...packs, ...(index === undefined ? [] : [index])].map(name => readNamed(folder, name));
  for (const [i, name] of packs.entries()) {
    const bytes = await reading[i];
    const pack = bytes && decodePack(bytes);
    if (!pack) continue;
    good.push(name);
    records += pack.files.length;
    for (const uri of pack.gone) files.delete(uri);
    for (const file of pack.files) files.set(file.uri, file);
  }
  const bytes = index === undefined ? undefined : await reading.at(-1);
  const saved = bytes && decodeIndex(bytes);
  const damaged = packs.length - good.length + (index !== undefined && !saved ? 1 : 0);
  return { files: [...files.values()], packs: good, records, damaged, ...(saved ? { index: saved } : {}) };
}

/** A file whose name holds the fingerprint of its bytes; undefined when it is missing or damaged. */
async function readNamed(folder: string, name: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  return bytes && name.endsWith(`-${fingerprint(bytes)}`) ? bytes : undefined;
}

async function writeNamed(folder: string, kind: string, parts: readonly Uint8Array[]): Promise<string> {
  const name = `${kind}-${fingerprint(...parts)}`;
  await writeAtomically(join(folder, name), parts);
  return name;
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
    bytes += read.sources.reduce((sum, { text }) => sum + text.length, 0);
    if (bytes < packBytes) continue;
    yield files;
    files = [];
    bytes = 0;
  }
  if (files.length > 0) yield files;
}

async function allExist(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map(name => stat(join(folder, name)).then(Boolean, () => false)));
  return found.every(Boolean);
}

/** Removes what nobody names: packs that were packed anew, and what a process that was killed left unfinished. */
async function removeOrphans(folder: string, { packs, index }: Manifest, before: number): Promise<void> {
  const named = new Set([...packs, index]);
  for (const name of await readdir(folder)) {
    const ours = /^(?:pack|index)-/.test(name) || name.endsWith(unfinished);
    if (isManifest(name) || named.has(name) || !ours) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts && facts.mtimeMs < before) await rm(path, { force: true }).catch(() => undefined);
  }
}
