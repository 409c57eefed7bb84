import { type PassageIndex, passageIndexFromBytes } from '../../search/passageIndex.ts';

/** An index, and for each file the hash and options it was indexed with: what changed since is indexed again. */
export type SavedIndex = { readonly index: PassageIndex; readonly stamps: ReadonlyMap<string, string> };

/** The index comes first, so that its numbers lie where processors want them; stamps and their length follow. */
export function encodeIndex(index: readonly Uint8Array[], stamps: ReadonlyMap<string, string>): Uint8Array[] {
  const json = Buffer.from(JSON.stringify([...stamps]), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return [...index, json, length];
}

/** Undefined for bytes that `encodeIndex` has not made. The index goes on using the bytes. */
export function decodeIndex(bytes: Uint8Array): SavedIndex | undefined {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const end = buffer.length - 4;
    const start = end - buffer.readUInt32LE(end);
    const stamps = new Map(JSON.parse(buffer.toString('utf8', start, end)) as [string, string][]);
    const index = passageIndexFromBytes(bytes.subarray(0, start));
    return index && { index, stamps };
  } catch {
    return undefined;
  }
}
