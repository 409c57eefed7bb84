import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { SourceProblem } from '../model.ts';
import { errorCode, fileTrouble, troubleOf } from './fileTrouble.ts';
import { compileGlobs, foldersOf, type Globs, pagesOf } from './globs.ts';
import { type Looks, looksMeanwhile } from './reading/looks.ts';
import { toUri } from './uri.ts';

/** A file that the patterns want. */
export type FoundFile = {
  /** Relative to the folder (absolute when it lies elsewhere), forward slashes on every system. */
  readonly path: string;
  readonly absolute: string;
  readonly uri: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
};

export type Listing = { readonly files: readonly FoundFile[]; readonly problems: readonly SourceProblem[] };

/**
 * The files below a folder that the include patterns name and the exclude patterns do not, sorted by path. Links are
 * followed, each folder is entered once however many links lead to it. Broken links, loops of links, folders that
 * cannot be listed and things that are no files (pipes, devices) are problems; it never throws but for the signal.
 * A folder that a pattern begins with and that does not exist is no problem: the default patterns name two. `look` says how
 * files are looked at, by default on the caller's own thread while others go on.
 */
export async function listFiles(
  folder: string,
  include: readonly string[],
  exclude: readonly string[],
  signal?: AbortSignal,
  look: LookAtFiles = looksMeanwhile,
): Promise<Listing> {
  const globs = compileGlobs(include, exclude);
  const found = { files: new Map(), problems: new Map(), plain: [], links: [] };
  const walk: Walk = { folder, globs, ...found, entered: new Set(), signal };
  for (const base of globs.bases) await enter(walk, base, []);
  // Links come after all real folders, so that a file is known by its own path when a link leads to it as well.
  for (let link = walk.links.shift(); link; link = walk.links.shift()) await enter(walk, link.path, link.ancestors);
  await takeAll(walk, look);
  return { files: byPath(walk.files), problems: byPath(walk.problems) };
}

/** Whether a file lies in the folder that a browser saved beside a page; `path` is relative to `folder` or absolute. */
export async function isPartOfPage(folder: string, path: string): Promise<boolean> {
  for (let parent = dirname(resolve(folder, path)); parent !== dirname(parent); parent = dirname(parent)) {
    for (const page of pagesOf(basename(parent)))
      if (await stat(join(dirname(parent), page)).then(Boolean, () => false)) return true;
  }
  return false;
}

/** Whether a page has such a folder: when the page comes or goes, what lies there is no source any more, or is one. */
export async function hasFolderOfPage(page: string): Promise<boolean> {
  const folders = foldersOf(basename(page)).map(name => stat(join(dirname(page), name)).then(Boolean, () => false));
  return (await Promise.all(folders)).includes(true);
}

export type LookAtFiles = (absolutes: readonly string[]) => Promise<Looks>;

type Walk = {
  readonly folder: string;
  readonly globs: Globs;
  readonly files: Map<string, FoundFile>;
  readonly problems: Map<string, SourceProblem>;
  /** Paths that are wanted and are no links: looked at together, at the end. */
  readonly plain: string[];
  /** Real paths of the folders listed so far. */
  readonly entered: Set<string>;
  readonly links: { readonly path: string; readonly ancestors: readonly string[] }[];
  readonly signal: AbortSignal | undefined;
};

/** Lists one folder. `ancestors` are the real paths on the way to it: coming back to one of them is a loop. */
async function enter(walk: Walk, path: string, ancestors: readonly string[]): Promise<void> {
  walk.signal?.throwIfAborted();
  const absolute = absoluteOf(walk, path);
  try {
    const real = await realpath(absolute);
    if (ancestors.includes(real)) return report(walk, path, 'is a loop of links');
    if (walk.entered.has(real)) return;
    const entries = await readdir(absolute, { withFileTypes: true });
    walk.entered.add(real);
    const within = [...ancestors, real];
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      // What a browser saved beside a page is no source of its own.
      if (entry.isDirectory() && pagesOf(entry.name).some(page => names.has(page))) continue;
      const child = path === '' ? entry.name : join(path, entry.name).replaceAll('\\', '/');
      if (entry.isSymbolicLink()) await followLink(walk, child, within);
      else if (entry.isDirectory()) await enterUnlessPruned(walk, child, within);
      else if (walk.globs.isWanted(child)) walk.plain.push(child);
    }
  } catch (error) {
    walk.signal?.throwIfAborted();
    if (errorCode(error) !== 'ENOENT' || ancestors.length > 0) report(walk, path, fileTrouble(error));
  }
}

async function enterUnlessPruned(walk: Walk, path: string, ancestors: readonly string[]): Promise<void> {
  if (!walk.globs.isPruned(path)) await enter(walk, path, ancestors);
}

/** A link to a file is that file, a link to a folder waits for the end of the walk. */
async function followLink(walk: Walk, path: string, ancestors: readonly string[]): Promise<void> {
  if (walk.globs.isPruned(path)) return;
  try {
    const target = await stat(absoluteOf(walk, path));
    if (target.isDirectory()) walk.links.push({ path, ancestors });
    else if (walk.globs.isWanted(path)) walk.plain.push(path);
  } catch (error) {
    // A link that is not wanted may be broken as it likes; one that might lead to a wanted folder may not.
    if (isOutOfBounds(walk, path)) return;
    report(walk, path, errorCode(error) === 'ENOENT' ? 'is a broken link' : fileTrouble(error));
  }
}

/** What a broken link would have been nobody knows: it counts when it is wanted as a file or as a folder of files. */
function isOutOfBounds({ globs }: Walk, path: string): boolean {
  return !globs.isWanted(path) && !globs.isWanted(`${path}/file.txt`);
}

async function takeAll(walk: Walk, look: LookAtFiles): Promise<void> {
  const absolutes = walk.plain.map(path => absoluteOf(walk, path));
  const { sizes, modified, troubles } = await look(absolutes);
  const failed = new Map(troubles);
  for (const [i, path] of walk.plain.entries()) {
    const absolute = absolutes[i] ?? path;
    const trouble = failed.get(i);
    const size = sizes[i] ?? -1;
    const isUnnamed = path.includes('\ufffd') && trouble === 'ENOENT';
    if (isUnnamed) report(walk, path, 'has a name in an old encoding; rename it');
    else if (trouble !== undefined) report(walk, path, troubleOf(trouble));
    else if (size < 0) report(walk, path, 'is a pipe or a device, not a file');
    else walk.files.set(path, { path, absolute, uri: toUri(absolute), size, modified: modified[i] ?? 0 });
  }
}

function report(walk: Walk, path: string, message: string): void {
  walk.problems.set(path, { uri: toUri(absoluteOf(walk, path)), path: path || '.', message });
}

function absoluteOf({ folder }: Walk, path: string): string {
  return isAbsolute(path) ? path : resolve(folder, path);
}

function byPath<T extends { readonly path: string }>(found: ReadonlyMap<string, T>): T[] {
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
