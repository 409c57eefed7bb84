import type { SourceProblem } from '../model.ts';
import type { Settings } from '../settings.ts';
import { contentHash } from '../sources/contentHash.ts';
import type { Companions } from '../sources/library/companions.ts';
import type { KnownFile, PutFile, SourceStore } from '../sources/store.ts';
import type { CachedFile } from './cache/pack.ts';
import { type SourceCache, stampOf } from './cache/sourceCache.ts';
import { type FoundFile, listFiles } from './listFiles.ts';
import { loadCompanions } from './loadCompanions.ts';
import { type FileFacts, isUnchanged } from './reading/fileFacts.ts';
import type { ReadingThreads } from './reading/readingThreads.ts';
import type { ReadOutcome, ReadTask } from './reading/readOne.ts';
import { readTasks } from './reading/readTasks.ts';
import { inTurns } from './turns.ts';
import { toUri } from './uri.ts';

export type ReadSettings = Pick<Settings, 'sourcesMaxFileSize'> & Partial<Pick<Settings, 'sourcesFields'>>;
export type SourceSettings = Pick<Settings, 'sourcesInclude' | 'sourcesExclude'> & ReadSettings;

export type SyncOptions = {
  /** Files that are drafts right now, whatever the patterns say. */
  readonly excludeUris?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
};

/** What is known of one folder's files between two looks at the disk. */
export type FolderMemory = {
  /** Of the files that the store holds as they were read. */
  readonly facts: Map<string, FileFacts>;
  readonly cache: SourceCache | undefined;
  readonly threads: ReadingThreads;
  /** Everything this folder has put into the store. */
  readonly own: Set<string>;
  /** What the cache knew of files that changed since, as it seems (their bytes will tell), or that its index does not know. */
  readonly doubtful: Map<string, CachedFile>;
  /** What sidecars and bibliographies said when the folder was last listed. */
  companions: Companions | undefined;
  /** The cache was looked at. */
  loaded: boolean;
  /** Settles when what was read is tidied up and in the cache. Never rejects. */
  tidied: Promise<void>;
  readonly closing: AbortSignal;
};

/**
 * Brings the store in step with a folder: what the cache knows and the disk confirms is there at once, every other file
 * that the settings name is read, what is no longer there goes. Never throws: trouble becomes the store's problems. When
 * the signal aborts, it ends early and leaves what it has read; nothing is dropped then, and the next call goes on.
 */
export async function syncFolder(
  folder: string,
  memory: FolderMemory,
  store: SourceStore,
  settings: SourceSettings,
  options: SyncOptions = {},
): Promise<void> {
  const { excludeUris, signal, onProgress } = options;
  const cached = memory.loaded ? undefined : memory.cache?.load();
  const listing = await listUnlessAborted(folder, settings, memory, signal);
  if (!listing) return;
  const wanted = listing.files.filter(file => !excludeUris?.has(file.uri));
  const described = await loadCompanions(wanted, settings.sourcesMaxFileSize * 1e6);
  memory.companions = described.companions;
  const tasks = described.sources.map(file => taskOf(file, settings, described.companions));
  if (cached) restore(memory, store, await cached, described.sources, tasks);
  memory.loaded = true;
  const due = tasks.filter((task, i) => !isKnown(memory, store, task, described.sources[i]));
  const report = (done: number): void => {
    store.expect(due.length - done);
    onProgress?.(tasks.length - due.length + done, tasks.length);
  };
  const listed = putProblems(store, memory, listing.problems, described.companions, wanted);
  for (const { uri } of tasks) listed.add(uri);
  await readInto(memory, store, due, signal, report);
  if (signal?.aborted) return;
  const held = [...memory.own, ...memory.facts.keys(), ...urisBelow(folder, store)];
  for (const uri of held) if (!listed.has(uri)) forget(memory, store, uri);
  store.expect(0);
}

/** Reads tasks into the store, a few at a time; saves what has been read now and then. */
export async function readInto(
  memory: FolderMemory,
  store: SourceStore,
  tasks: readonly ReadTask[],
  signal?: AbortSignal,
  report: (done: number) => void = () => undefined,
): Promise<readonly ReadOutcome['kind'][]> {
  let done = 0;
  const kinds: ReadOutcome['kind'][] = [];
  report(done);
  const asked = tasks.map(task => withBefore(task, memory));
  await readTasks(asked, memory.threads, signal, function* (some, batches) {
    const outcomes = batches.flatMap(batch => batch.outcomes);
    take(
      memory,
      store,
      some,
      outcomes,
      batches.flatMap(({ index }) => index ?? []),
    );
    for (const { kind } of outcomes) {
      kinds.push(kind);
      report(++done);
    }
    void memory.cache?.save(store, false);
    // At once, not when all is read: until then a completion would look into many small indexes.
    yield* store.tidy();
  });
  memory.tidied = tidied(memory, store);
  return kinds;
}

/** One after the other, behind whatever else there is to do: tidies the store, and saves it when all is read. */
async function tidied({ tidied: before, cache, closing }: FolderMemory, store: SourceStore): Promise<void> {
  await before;
  await inTurns(store.tidy(), closing);
  await cache?.save(store, true);
}

export function taskOf(
  file: Pick<FoundFile, 'uri' | 'path' | 'absolute' | 'size'>,
  { sourcesMaxFileSize, sourcesFields: fields }: ReadSettings,
  companions: Companions | undefined,
): ReadTask {
  const { uri, path, absolute, size } = file;
  const known = companions?.knownOf(path);
  const options = fields || known ? contentHash(new TextEncoder().encode(JSON.stringify([fields, known]))) : '';
  const maxBytes = sourcesMaxFileSize * 1e6;
  return { uri, path, absolute, size, maxBytes, options, ...(fields ? { fields } : {}), ...(known ? { known } : {}) };
}

/** The file, and everything below it when it was a folder, is not there any more. */
export function forget(memory: FolderMemory, store: SourceStore, uri: string): void {
  const below = [...memory.own].filter(own => own === uri || own.startsWith(`${uri}/`));
  for (const gone of new Set([uri, ...below])) {
    store.remove(gone);
    memory.own.delete(gone);
    memory.facts.delete(gone);
    memory.cache?.forget(gone);
  }
}

function take(
  memory: FolderMemory,
  store: SourceStore,
  tasks: readonly ReadTask[],
  outcomes: readonly ReadOutcome[],
  indexes: readonly Uint8Array[],
): void {
  const put: PutFile[] = [];
  for (const [i, { uri }] of tasks.entries()) {
    const outcome = outcomes[i];
    const before = memory.doubtful.get(uri);
    memory.doubtful.delete(uri);
    if (!outcome || outcome.kind === 'gone' || outcome.kind === 'folder') {
      forget(memory, store, uri);
      continue;
    }
    if (outcome.kind === 'read') put.push({ uri, read: outcome.read });
    else if (before) put.push({ uri, read: before.read });
    remember(memory, uri, outcome.facts);
  }
  store.putAll(put, indexes);
}

/** That a file is the store's, and what it was when it was read. */
function remember(memory: FolderMemory, uri: string, facts: FileFacts | undefined): void {
  memory.own.add(uri);
  if (facts) {
    memory.facts.set(uri, facts);
    memory.cache?.note(uri, facts);
  } else {
    memory.facts.delete(uri);
    memory.cache?.forget(uri);
  }
}

function withBefore(task: ReadTask, { facts, doubtful }: FolderMemory): ReadTask {
  const known = facts.get(task.uri);
  if (known) return { ...task, before: { hash: known.hash, options: known.options } };
  const cached = doubtful.get(task.uri);
  if (!cached) return task;
  const { hash, options } = cached.facts;
  return { ...task, before: { hash, options, sources: cached.read.sources } };
}

function isKnown({ facts }: FolderMemory, store: SourceStore, task: ReadTask, file: FoundFile | undefined): boolean {
  const known = facts.get(task.uri);
  if (!known || !file || !store.held(task.uri) || file.size > task.maxBytes) return false;
  return isUnchanged(known, file, task.options);
}

/**
 * What the disk confirms and the saved index knows goes into the store; of what changed, what it said before. What is not
 * in the index is indexed in a thread, like what changed.
 */
function restore(
  memory: FolderMemory,
  store: SourceStore,
  { files, index }: Awaited<ReturnType<SourceCache['load']>>,
  found: readonly FoundFile[],
  tasks: readonly ReadTask[],
): void {
  const byUri = new Map(found.map((file, i) => [file.uri, { file, options: tasks[i]?.options ?? '' }]));
  const indexed = new Set<string>();
  const known = files.flatMap((cached): KnownFile[] => {
    const now = byUri.get(cached.uri);
    if (!now) {
      memory.cache?.forget(cached.uri);
      return [];
    }
    const { uri, read, previous, facts } = cached;
    memory.own.add(uri);
    const unchanged = isUnchanged(facts, now.file, now.options);
    const isIndexed = index?.stamps.get(uri) === stampOf(facts);
    if (unchanged && (isIndexed || read.sources.length === 0)) {
      memory.facts.set(uri, facts);
      for (const { id } of read.sources) indexed.add(id);
      return [cached];
    }
    memory.doubtful.set(uri, cached);
    memory.cache?.doubt(uri);
    return [
      { uri, read: { sources: [], problems: [] }, previous: unchanged ? previous : [...read.sources, ...previous] },
    ];
  });
  store.restore(known, index?.index, id => indexed.has(id));
}

async function listUnlessAborted(
  folder: string,
  { sourcesInclude, sourcesExclude }: SourceSettings,
  { threads }: FolderMemory,
  signal: AbortSignal | undefined,
) {
  try {
    return await listFiles(folder, sourcesInclude, sourcesExclude, signal, threads.look);
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
}

/** Problems of the listing, and of sidecars and bibliographies; the uris they stand under. */
function putProblems(
  store: SourceStore,
  memory: FolderMemory,
  listed: readonly SourceProblem[],
  companions: Companions,
  wanted: readonly FoundFile[],
): Set<string> {
  const uris = new Map(wanted.map(file => [file.path, file.uri]));
  const described = companions.problems.map(problem => ({ ...problem, uri: uris.get(problem.path) ?? problem.path }));
  const groups = new Map<string, SourceProblem[]>();
  for (const problem of [...listed, ...described]) {
    groups.set(problem.uri, [...(groups.get(problem.uri) ?? []), problem]);
  }
  for (const [uri, problems] of groups) {
    store.put(uri, { sources: [], problems });
    memory.own.add(uri);
  }
  return new Set(groups.keys());
}

function urisBelow(folder: string, store: SourceStore): Set<string> {
  const below = `${toUri(folder).replace(/\/$/, '')}/`;
  return new Set([...store.sources(), ...store.problems()].map(held => held.uri).filter(uri => uri.startsWith(below)));
}
