import { type Encoding, toBytes } from '../lateText.ts';

/** Texts one after the other as bytes. Where a text stands: `[offset, bytes, encoding]`. */
export type TextPlace = readonly [number, number, Encoding];

export type TextWriter = { add(text: string): TextPlace; readonly parts: readonly Uint8Array[] };

export function createTextWriter(): TextWriter {
  const parts: Uint8Array[] = [];
  let length = 0;
  return {
    parts,
    add: text => {
      const { bytes, encoding } = toBytes(text);
      const place: TextPlace = [length, bytes.length, encoding];
      parts.push(bytes);
      length += bytes.length;
      return place;
    },
  };
}

/** The bytes at a place; undefined when it is not within them all. */
export function bytesAt(all: Uint8Array, [offset, length]: TextPlace): Uint8Array | undefined {
  return offset >= 0 && length >= 0 && offset + length <= all.length
    ? all.subarray(offset, offset + length)
    : undefined;
}
