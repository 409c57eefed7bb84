import { readFile } from 'node:fs/promises';
import type { SourceProblem } from '../model.ts';
import type { Settings } from '../settings.ts';
import { tooLarge } from '../sources/fileSize.ts';
import type { Companions } from '../sources/library/companions.ts';
import { type ReadResult, readSource } from '../sources/readSource.ts';
import type { SourceStore } from '../sources/store.ts';
import { errorCode, fileTrouble } from './fileTrouble.ts';
import { type FoundFile, listFiles } from './listFiles.ts';
import { loadCompanions } from './loadCompanions.ts';
import { toUri } from './uri.ts';

export type LoadOptions = {
  /** Files that are drafts right now, whatever the patterns say. */
  readonly excludeUris?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ReadSettings = Pick<Settings, 'sourcesMaxFileSize'> & Partial<Pick<Settings, 'sourcesFields'>>;
export type SourceSettings = Pick<Settings, 'sourcesInclude' | 'sourcesExclude'> & ReadSettings;

/** Enough to keep a disk busy, few enough that a folder of large files does not fill the memory. */
const readersAtOnce = 8;

/**
 * Brings the store in step with a folder: reads every file that the settings name, drops what is no longer there.
 * Never throws: trouble becomes the store's problems. When the signal aborts, it ends early and leaves what it has
 * read; nothing is dropped then. Answers what sidecars and bibliographies say, for reading single files later.
 */
export async function loadSources(
  folder: string,
  settings: SourceSettings,
  store: SourceStore,
  options: LoadOptions = {},
): Promise<Companions | undefined> {
  const { excludeUris, signal, onProgress } = options;
  const listing = await listUnlessAborted(folder, settings, signal);
  if (!listing) return undefined;
  const wanted = listing.files.filter(file => !excludeUris?.has(file.uri));
  const { sources: files, companions } = await loadCompanions(wanted, settings.sourcesMaxFileSize * 1e6);
  let done = 0;
  onProgress?.(done, files.length);
  await eachAtOnce(files, readersAtOnce, signal, async file => {
    const read = await readFound(file, settings, companions);
    if (signal?.aborted) return;
    if (read) store.put(file.uri, read);
    else store.remove(file.uri);
    onProgress?.(++done, files.length);
    await nextTurn();
  });
  if (signal?.aborted) return companions;
  const uris = new Map(wanted.map(file => [file.path, file.uri]));
  const described = companions.problems.map(problem => ({ ...problem, uri: uris.get(problem.path) ?? problem.path }));
  const problems = [...listing.problems, ...described];
  for (const [uri, group] of groupByUri(problems)) store.put(uri, { sources: [], problems: group });
  const listed = new Set([...files, ...problems].map(found => found.uri));
  for (const uri of urisBelow(folder, store)) if (!listed.has(uri)) store.remove(uri);
  return companions;
}

/**
 * Reads one file that has changed; undefined when it is not there any more. For whoever watches a folder: put what
 * comes, remove what does not. `companions` is what sidecars and bibliographies say; when one of those changes, the
 * folder is loaded again.
 */
export async function readFound(
  file: Pick<FoundFile, 'absolute' | 'uri' | 'path'> & Partial<FoundFile>,
  settings: ReadSettings,
  companions?: Companions,
): Promise<ReadResult | undefined> {
  const { uri, path, absolute, size, modified } = file;
  const maxBytes = settings.sourcesMaxFileSize * 1e6;
  const problem = (message: string): ReadResult => ({ sources: [], problems: [{ uri, path, message }] });
  // Its size is known before its bytes are: a film among the sources is not read to say that it is too large.
  if (size !== undefined && size > maxBytes) return problem(tooLarge(size, maxBytes));
  try {
    const bytes = await readFile(absolute);
    const found = { uri, path, bytes, ...(modified === undefined ? {} : { modified }) };
    const known = companions?.knownOf(path);
    const fields = settings.sourcesFields;
    return await readSource(found, { maxBytes, ...(fields ? { fields } : {}), ...(known ? { known } : {}) });
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : problem(fileTrouble(error));
  }
}

async function listUnlessAborted(folder: string, settings: SourceSettings, signal: AbortSignal | undefined) {
  try {
    return await listFiles(folder, settings.sourcesInclude, settings.sourcesExclude, signal);
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
}

/** Runs a few at a time, each taking the next item when it is done. */
async function eachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  signal: AbortSignal | undefined,
  run: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined && !signal?.aborted; item = items[next++]) await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Lets waiting requests through between two files: reading must never make an editor wait. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

function groupByUri(problems: readonly SourceProblem[]): Map<string, SourceProblem[]> {
  const groups = new Map<string, SourceProblem[]>();
  for (const problem of problems) groups.set(problem.uri, [...(groups.get(problem.uri) ?? []), problem]);
  return groups;
}

function urisBelow(folder: string, store: SourceStore): Set<string> {
  const below = `${toUri(folder).replace(/\/$/, '')}/`;
  return new Set([...store.sources(), ...store.problems()].map(held => held.uri).filter(uri => uri.startsWith(below)));
}
