import type { SourceProblem } from '../model.ts';
import type { Settings } from '../settings.ts';
import { contentHash } from '../sources/contentHash.ts';
import type { Companions } from '../sources/library/companions.ts';
import type { KnownFile, SourceStore } from '../sources/store.ts';
import type { CachedFile } from './cache/pack.ts';
import { type SourceCache, stampOf } from './cache/sourceCache.ts';
import { type FoundFile, listFiles } from './listFiles.ts';
import { loadCompanions } from './loadCompanions.ts';
import { type FileFacts, isUnchanged } from './reading/fileFacts.ts';
import type { ReadingThreads } from './reading/readingThreads.ts';
import type { ReadOutcome, ReadTask } from './reading/readOne.ts';
import { readTasks } from './reading/readTasks.ts';
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
  /** What the cache knew of files that changed since, as it seems: their bytes will tell. */
  readonly doubtful: Map<string, CachedFile>;
  /** What sidecars and bibliographies said when the folder was last listed. */
  companions: Companions | undefined;
  /** The cache was looked at. */
  loaded: boolean;
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
  const listing = await listUnlessAborted(folder, settings, signal);
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
  await readTasks(asked, memory.threads, signal, (task, outcome) => {
    take(memory, store, task, outcome);
    kinds.push(outcome.kind);
    report(++done);
    void memory.cache?.save(store, false);
  });
  void memory.cache?.save(store, true);
  return kinds;
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

function take(memory: FolderMemory, store: SourceStore, { uri }: ReadTask, outcome: ReadOutcome): void {
  const before = memory.doubtful.get(uri);
  memory.doubtful.delete(uri);
  if (outcome.kind === 'gone' || outcome.kind === 'folder') {
    forget(memory, store, uri);
    return;
  }
  if (outcome.kind === 'read') store.put(uri, outcome.read);
  else if (before) store.put(uri, before.read);
  memory.own.add(uri);
  if (outcome.facts) {
    memory.facts.set(uri, outcome.facts);
    memory.cache?.note(uri, outcome.facts);
  } else {
    memory.facts.delete(uri);
    memory.cache?.forget(uri);
  }
}

function withBefore(task: ReadTask, { facts, doubtful }: FolderMemory): ReadTask {
  const before = facts.get(task.uri) ?? doubtful.get(task.uri)?.facts;
  return before ? { ...task, before: { hash: before.hash, options: before.options } } : task;
}

function isKnown({ facts }: FolderMemory, store: SourceStore, task: ReadTask, file: FoundFile | undefined): boolean {
  const known = facts.get(task.uri);
  if (!known || !file || !store.held(task.uri) || file.size > task.maxBytes) return false;
  return isUnchanged(known, file, task.options);
}

/** What the disk confirms goes into the store; of what changed, what it said before. */
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
    if (!isUnchanged(facts, now.file, now.options)) {
      memory.doubtful.set(uri, cached);
      return [{ uri, read: { sources: [], problems: [] }, previous: [...read.sources, ...previous] }];
    }
    memory.facts.set(uri, facts);
    if (index?.stamps.get(uri) === stampOf(facts)) for (const { id } of read.sources) indexed.add(id);
    return [cached];
  });
  store.restore(known, index?.index, id => indexed.has(id));
}

async function listUnlessAborted(folder: string, settings: SourceSettings, signal: AbortSignal | undefined) {
  try {
    return await listFiles(folder, settings.sourcesInclude, settings.sourcesExclude, signal);
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
