import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/** What unfinished files end with; whoever finds an old one may remove it. */
export const unfinished = '.tmp';

/**
 * Writes a file whole or not at all: under another name first, which then takes the file's place. Of two that write the
 * same file at once the last one wins. Only its owner may read it. Rejects when the system refuses.
 */
export async function writeAtomically(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}${unfinished}`;
  try {
    await writeFile(temporary, parts, { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
