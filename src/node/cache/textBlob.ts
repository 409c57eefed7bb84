/** Texts one after the other as bytes. Where a text stands: `[offset, bytes, 1 or 2 bytes a unit]`. */
export type TextPlace = readonly [number, number, 1 | 2];

export type TextWriter = { add(text: string): TextPlace; bytes(): Uint8Array };

/**
 * One byte a unit where Latin-1 is enough, else UTF-16 as it is in memory: both are copied, not decoded, when they are
 * read back, and half a surrogate pair survives.
 */
export function createTextWriter(): TextWriter {
  const parts: Buffer[] = [];
  let length = 0;
  return {
    add: text => {
      const wide = beyondLatin1.test(text);
      const part = Buffer.from(text, wide ? 'utf16le' : 'latin1');
      const place: TextPlace = [length, part.length, wide ? 2 : 1];
      parts.push(part);
      length += part.length;
      return place;
    },
    bytes: () => Buffer.concat(parts, length),
  };
}

/** Undefined when the place is not within the bytes. */
export function readText(bytes: Uint8Array, [offset, length, width]: TextPlace): string | undefined {
  if (offset < 0 || length < 0 || offset + length > bytes.length) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + offset, length);
  return buffer.toString(width === 2 ? 'utf16le' : 'latin1');
}

const beyondLatin1 = /[\u0100-\uffff]/;
