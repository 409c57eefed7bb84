import { decodeAs, guessEncoding } from './legacyEncoding.ts';

/** What bytes say as text, or why they say nothing. `damaged` counts characters that could not be decoded. */
export type Decoded =
  | {
      readonly text: string;
      /** The encoding is only guessed: neither Unicode nor a byte order mark says it. */
      readonly guessed: boolean;
      readonly damaged: number;
    }
  | { readonly problem: string };

const replacement = '\uFFFD';

/**
 * Decodes a text file: a byte order mark decides; else UTF-8 when it is (nearly) valid, UTF-16 where every other byte is
 * zero; else the old encoding that it looks like. The byte order mark is dropped, line ends are kept.
 * Bytes that are no text give a problem, never mojibake.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  return isBinary(decoded.text) ? { problem: 'is not text (binary)' } : decoded;
}

function decode(bytes: Uint8Array): Extract<Decoded, { text: string }> {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return as(utf16, bytes);
  const utf8 = as('utf-8', withoutCutCharacter(bytes));
  if (utf8.damaged === 0 || isMostlyUtf8(utf8.text, utf8.damaged)) return utf8;
  return { text: decodeAs(guessEncoding(bytes), bytes) ?? utf8.text, guessed: true, damaged: 0 };
}

function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = zeros(bytes.subarray(0, 2000));
  if (odd > 0.4 && even === 0) return 'utf-16le';
  return even > 0.4 && odd === 0 ? 'utf-16be' : undefined;
}

/** The parts of the bytes at even and at odd places that are zero: of Latin letters in UTF-16 one half is. */
function zeros(bytes: Uint8Array): readonly [number, number] {
  const found = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) found[i % 2] = (found[i % 2] ?? 0) + 1;
  const half = Math.max(8, bytes.length / 2);
  return [(found[0] ?? 0) / half, (found[1] ?? 0) / half];
}

function as(encoding: string, bytes: Uint8Array): Extract<Decoded, { text: string }> {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, guessed: false, damaged: count(text, replacement) };
}

/** A download that broke off inside a character is still UTF-8: its last one to three bytes are left out. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** One bad byte in a long UTF-8 text must not turn all its accents to mojibake: nine good characters outvote a bad one. */
function isMostlyUtf8(text: string, damaged: number): boolean {
  let beyondAscii = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) beyondAscii++;
  return beyondAscii - damaged >= damaged * 9;
}

/** Text holds no NUL and next to no other control characters (form feeds and escapes do occur). */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) controls++;
  }
  return controls * 200 > text.length;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
