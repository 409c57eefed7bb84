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
    await writeFile(temporary, inPieces(parts), { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Bytes. */
const piece = 1_000_000;

/** Small parts together: a pack has tens of thousands, and each call of the system costs. */
function* inPieces(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let small: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    if (size + part.length > piece) {
      yield Buffer.concat(small);
      small = [];
      size = 0;
    }
    if (part.length > piece) yield part;
    else {
      small.push(part);
      size += part.length;
    }
  }
  yield Buffer.concat(small);
}
