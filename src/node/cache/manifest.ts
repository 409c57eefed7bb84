import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './atomicFile.ts';
import { fingerprint } from './fingerprint.ts';

/** The one file of a cache that changes: which of the others count, in the order in which they were written. */
export type Manifest = {
  /** Names of packs, which hold their fingerprint; a later pack wins. */
  readonly packs: readonly string[];
  /** The name of the saved index. */
  readonly index?: string;
};

const fileName = 'manifest';

/**
 * The manifest of a cache folder; `missing` where there is no cache yet, or none that may be read; `unusable` for one that is
 * damaged or of another version.
 */
export async function readManifest(folder: string, version: string): Promise<Manifest | 'missing' | 'unusable'> {
  const text = await readFile(join(folder, fileName), 'utf8').catch(() => undefined);
  if (text === undefined) return 'missing';
  const [head = '', json = ''] = text.split('\n');
  if (head !== headOf(json, version)) return 'unusable';
  return JSON.parse(json) as Manifest;
}

export async function writeManifest(folder: string, version: string, manifest: Manifest): Promise<void> {
  const json = JSON.stringify(manifest);
  await writeAtomically(join(folder, fileName), [Buffer.from(`${headOf(json, version)}\n${json}\n`, 'utf8')]);
}

export function isManifest(name: string): boolean {
  return name === fileName;
}

function headOf(json: string, version: string): string {
  return `groundwork cache ${version} ${fingerprint(Buffer.from(json, 'utf8'))}`;
}
