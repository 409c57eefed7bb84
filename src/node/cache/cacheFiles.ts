/** The files of a cache folder besides its manifest. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinished, writeAtomically } from './atomicFile.ts';
import { fingerprint, fingerprintInTurns } from './fingerprint.ts';
import { isManifest, type Manifest } from './manifest.ts';
import { type CachedFile, decodePack } from './pack.ts';
import { decodeIndex } from './savedIndex.ts';

/** What a manifest names, as far as it is there and undamaged. */
export async function readCache(folder: string, { packs, index }: Manifest) {
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

/** Writes a file under a name that holds the fingerprint of its bytes: whoever reads it knows damage by it. */
export async function writeNamed(folder: string, kind: string, parts: readonly Uint8Array[]): Promise<string> {
  const name = `${kind}-${await fingerprintInTurns(parts)}`;
  await writeAtomically(join(folder, name), parts);
  return name;
}

/** Another process may have removed what it packed anew. */
export async function allExist(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map(name => stat(join(folder, name)).then(Boolean, () => false)));
  return found.every(Boolean);
}

/** Removes what nobody names and is older than `before` (milliseconds since 1970): packs that were packed anew, and what a process that was killed left unfinished. */
export async function removeOrphans(folder: string, { packs, index }: Manifest, before: number): Promise<void> {
  const named = new Set([...packs, index]);
  for (const name of await readdir(folder)) {
    const ours = /^(?:pack|index)-/.test(name) || name.endsWith(unfinished);
    if (isManifest(name) || named.has(name) || !ours) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts && facts.mtimeMs < before) await rm(path, { force: true }).catch(() => undefined);
  }
}
