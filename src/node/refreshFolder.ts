import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import type { SourceStore } from '../sources/store.ts';
import { compileGlobs } from './globs.ts';
import { hasFolderOfPage, isPartOfPage } from './listFiles.ts';
import { isCompanion } from './loadCompanions.ts';
import type { ReadTask } from './reading/readOne.ts';
import { type FolderMemory, forget, readInto, type SourceSettings, syncFolder, taskOf } from './sourceFolder.ts';
import { toPath } from './uri.ts';

/** Tells files that are still being written from those that are not. */
export type Quiet = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Size and time of files that were written just before they were last looked at, and when that began. */
  readonly busy: Map<string, Look & { readonly since: number }>;
};

type Look = { readonly size: number; readonly modified: number };

/** A file that has not changed for so many milliseconds is done, as far as anybody can tell. */
const pause = 80;
/** A file that is written all the time is read all the same. */
const longestBusy = 30_000;

/**
 * Brings the store in step with files and folders that are said to have come, gone or changed: in one go, however many.
 * Answers which of them are still being written: those are to be asked for again a little later.
 */
export async function refreshFolder(
  folder: string,
  memory: FolderMemory,
  store: SourceStore,
  settings: SourceSettings,
  uris: readonly string[],
  quiet: Quiet,
): Promise<readonly string[]> {
  const { isWanted } = compileGlobs(settings.sourcesInclude, settings.sourcesExclude);
  const tasks: ReadTask[] = [];
  const again: string[] = [];
  let list = false;
  for (const uri of new Set(uris)) {
    const absolute = toPath(uri);
    if (absolute === undefined) continue;
    // Absolute patterns know a file by its absolute path, as the listing does.
    const paths = [relative(folder, absolute), absolute].map(known => known.replaceAll('\\', '/'));
    const path = paths.find(isWanted) ?? uri;
    const facts = await stat(absolute).catch(() => undefined);
    const wanted = path !== uri && !(await isPartOfPage(folder, absolute));
    if (!facts || !memory.own.has(uri)) list ||= await hasFolderOfPage(absolute);
    if (!facts) forget(memory, store, uri);
    // What a sidecar or bibliography says it says of other files; what is in a new folder nobody says.
    if (facts?.isDirectory() || (wanted && isCompanion(path))) list = true;
    else if (!facts || !wanted) quiet.busy.delete(uri);
    else if (isBusy(uri, { size: facts.size, modified: facts.mtimeMs }, quiet)) again.push(uri);
    else tasks.push(taskOf({ uri, path, absolute, size: facts.size }, settings, memory.companions));
  }
  if (list) await syncFolder(folder, memory, store, settings);
  else await readInto(memory, store, tasks);
  return again;
}

/** Written a moment ago, and not the same as at the last look. */
function isBusy(uri: string, look: Look, { now, busy }: Quiet): boolean {
  const last = busy.get(uri);
  const same = last?.size === look.size && last.modified === look.modified;
  const since = last?.since ?? now();
  const recent = Math.abs(now() - look.modified) < pause;
  if (!recent || same || now() - since > longestBusy) {
    busy.delete(uri);
    return false;
  }
  busy.set(uri, { ...look, since });
  return true;
}
