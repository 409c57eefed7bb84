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

/** In parts that follow each other, most of them the arrays' own memory: nothing large is copied, nothing may be changed. */
export function packArrays(version: number, sections: readonly PackedArray[]): Uint8Array[] {
  const header = new Uint32Array(aligned((headerNumbers + sections.length) * 4) / 4);
  header.set([magic, version, 0, sections.length, ...sections.map(({ byteLength }) => byteLength)]);
  const parts = sections.flatMap(inWholeNumbers);
  header[2] = checksum([header.subarray(3), ...parts]);
  return [header, ...parts].map(asBytes).filter(({ length }) => length > 0);
}

/** A section as numbers, the last few bytes filled up with zeros. */
function inWholeNumbers(section: PackedArray): Uint32Array[] {
  const bytes = asBytes(section);
  const whole = bytes.byteOffset % 4 === 0 ? bytes.byteLength & ~7 : 0;
  const rest = new Uint8Array(aligned(bytes.byteLength - whole));
  rest.set(bytes.subarray(whole));
  return [asUint32(bytes.subarray(0, whole)), asUint32(rest)];
}

function asBytes({ buffer, byteOffset, byteLength }: PackedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** One run of bytes of its own: small buffers share one memory, and cannot be handed to another thread. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
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
  const sections: Uint8Array[] = [];
  const contents = aligned((headerNumbers + count) * 4);
  const parts = [header.subarray(3, contents / 4)];
  let at = contents;
  for (let i = 0; i < count; i++) {
    const length = header[headerNumbers + i] ?? 0;
    if (at + length > bytes.byteLength) return undefined;
    sections.push(bytes.subarray(at, at + length));
    parts.push(header.subarray(at / 4, (at + aligned(length)) / 4));
    at += aligned(length);
  }
  return at === bytes.byteLength && header[2] === checksum(parts) ? sections : undefined;
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

/** Two lanes of multiply and rotate, 4 bytes at a time. Finds damage; no defence against forgery. */
function checksum(parts: readonly Uint32Array[]): number {
  let even = 0x9e3779b1;
  let odd = 0x85ebca6b;
  for (const numbers of parts) {
    const pairs = numbers.length & ~1;
    for (let i = 0; i < pairs; i += 2) {
      even = Math.imul(even ^ (numbers[i] ?? 0), 0x9e3779b1);
      even = (even << 13) | (even >>> 19);
      odd = Math.imul(odd ^ (numbers[i + 1] ?? 0), 0xc2b2ae35);
      odd = (odd << 15) | (odd >>> 17);
    }
    if (pairs < numbers.length) even = Math.imul(even ^ (numbers[pairs] ?? 0), 0x9e3779b1);
  }
  const mixed = Math.imul(even ^ (even >>> 16), 0x85ebca6b) ^ Math.imul(odd ^ (odd >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
