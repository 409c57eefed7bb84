import { createHash } from 'node:crypto';
import { createBreather } from '../turns.ts';

/** A hash of bytes by which damage is noticed; about 1 GB a second. No defence against forgery: the cache is ours alone. */
export function fingerprint(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, length);
}

/** The same, in turns with whoever else has something to do. */
export async function fingerprintInTurns(parts: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha1');
  const breathe = createBreather();
  for (const part of parts) {
    for (let from = 0; from < part.length; from += piece) {
      hash.update(part.subarray(from, from + piece));
      await breathe();
    }
  }
  return hash.digest('hex').slice(0, length);
}

/** Characters. */
const length = 24;
/** Bytes between two turns: about a millisecond. */
const piece = 1_000_000;
