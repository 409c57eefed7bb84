/**
 * Several typed arrays in one run of bytes, so that they can be written to disk or handed to a thread, and used where
 * they lie when they are read back: nothing is copied or parsed.
 *
 *     magic | version | checksum of what follows | number of sections | bytes of each section | sections, each at a multiple of 8
 *
 * All numbers are of 32 bits in the machine's byte order: on a machine of the other order the magic number does not fit.
 */
const magic = 0x49_57_47_0a;
const headerNumbers = 4;
/** More sections than anybody writes: a damaged count must not become a large array. */
const mostSections = 1 << 16;

export type PackedArray = Uint8Array | Uint16Array | Uint32Array;

export function packArrays(version: number, sections: readonly PackedArray[]): Uint8Array {
  const contents = aligned((headerNumbers + sections.length) * 4);
  const bytes = new Uint8Array(sections.reduce((sum, { byteLength }) => sum + aligned(byteLength), contents));
  const header = new Uint32Array(bytes.buffer, 0, headerNumbers + sections.length);
  let at = contents;
  sections.forEach((section, i) => {
    header[headerNumbers + i] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  });
  header.set([magic, version, 0, sections.length]);
  header[2] = checksum(numbersAfterChecksum(bytes));
  return bytes;
}

/**
 * The sections as views of the bytes, which must not be changed afterwards; undefined for bytes of another version,
 * cut short, with something behind their end, or damaged anywhere.
 */
export function unpackArrays(version: number, given: Uint8Array): Uint8Array[] | undefined {
  if (given.byteLength < headerNumbers * 4 || given.byteLength % 8 !== 0) return undefined;
  // Views of numbers need a place at a multiple of their size; files read in one piece have it.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const count = header[3] ?? 0;
  if (header[0] !== magic || header[1] !== version || count > mostSections) return undefined;
  if (header[2] !== checksum(numbersAfterChecksum(bytes))) return undefined;
  const sections: Uint8Array[] = [];
  let at = aligned((headerNumbers + count) * 4);
  for (let i = 0; i < count; i++) {
    const length = header[headerNumbers + i] ?? 0;
    if (at + length > bytes.byteLength) return undefined;
    sections.push(bytes.subarray(at, at + length));
    at += aligned(length);
  }
  return at === bytes.byteLength ? sections : undefined;
}

export function asUint32(bytes: Uint8Array | undefined): Uint32Array {
  return new Uint32Array(bytes?.buffer ?? new ArrayBuffer(0), bytes?.byteOffset ?? 0, (bytes?.byteLength ?? 0) >> 2);
}

export function asUint16(bytes: Uint8Array | undefined): Uint16Array {
  return new Uint16Array(bytes?.buffer ?? new ArrayBuffer(0), bytes?.byteOffset ?? 0, (bytes?.byteLength ?? 0) >> 1);
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function numbersAfterChecksum(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset + 12, (bytes.byteLength - 12) / 4);
}

/** Two lanes of multiply and rotate, 4 bytes at a time. Finds damage; no defence against forgery. */
function checksum(numbers: Uint32Array): number {
  let even = 0x9e3779b1 ^ numbers.length;
  let odd = 0x85ebca6b;
  const pairs = numbers.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    even = Math.imul(even ^ (numbers[i] ?? 0), 0x9e3779b1);
    even = (even << 13) | (even >>> 19);
    odd = Math.imul(odd ^ (numbers[i + 1] ?? 0), 0xc2b2ae35);
    odd = (odd << 15) | (odd >>> 17);
  }
  if (pairs < numbers.length) even = Math.imul(even ^ (numbers[pairs] ?? 0), 0x9e3779b1);
  const mixed = Math.imul(even ^ (even >>> 16), 0x85ebca6b) ^ Math.imul(odd ^ (odd >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
