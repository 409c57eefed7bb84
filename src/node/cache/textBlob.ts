/** Texts one after the other as bytes. Where a text stands: `[offset, bytes, encoding]`. */
export type TextPlace = readonly [number, number, Encoding];
type Encoding = 'latin1' | 'utf8' | 'utf16le';

export type TextWriter = { add(text: string): TextPlace; readonly parts: readonly Uint8Array[] };

/** UTF-16, as it is in memory, is for texts with half a surrogate pair: UTF-8 has no place for one. */
export function createTextWriter(): TextWriter {
  const parts: Buffer[] = [];
  let length = 0;
  return {
    parts,
    add: text => {
      const encoding = !beyondLatin1.test(text) ? 'latin1' : loneSurrogate.test(text) ? 'utf16le' : 'utf8';
      const part = Buffer.from(text, encoding);
      const place: TextPlace = [length, part.length, encoding];
      parts.push(part);
      length += part.length;
      return place;
    },
  };
}

export function isWithin(bytes: Uint8Array, [offset, length]: TextPlace): boolean {
  return offset >= 0 && length >= 0 && offset + length <= bytes.length;
}

export function readText(bytes: Uint8Array, [offset, length, encoding]: TextPlace): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + offset, length).toString(encoding);
}

const beyondLatin1 = /[\u0100-\uffff]/;
const loneSurrogate = /\p{Cs}/u;
