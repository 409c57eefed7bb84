/** What bytes say as text, or why they say nothing. `damaged` counts characters that could not be decoded. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding; readonly damaged: number }
  | { readonly problem: string };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const replacement = '\uFFFD';

/**
 * Decodes a text file: a byte order mark decides; else UTF-8 when it is (nearly) valid; else windows-1252, which every
 * old European text file that is no UTF-8 nearly always is. The byte order mark is dropped, line ends are kept.
 * Bytes that are no text give a problem, never mojibake.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  return isBinary(decoded.text) ? { problem: 'is not text (binary)' } : decoded;
}

function decode(bytes: Uint8Array): Extract<Decoded, { text: string }> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes);
  const utf8 = as('utf-8', withoutCutCharacter(bytes));
  if (utf8.damaged === 0 || isMostlyUtf8(utf8.text, utf8.damaged)) return utf8;
  return { text: fromWindows1252(bytes), encoding: 'windows-1252', damaged: 0 };
}

/** What windows-1252 has where Latin-1 has control characters; the five holes stay as they are. */
const above80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some releases of Node decode windows-1252 as Latin-1, which loses the curly quotation marks: they are put right here. */
function fromWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, character => above80.charAt(character.charCodeAt(0) - 0x80));
}

function as(encoding: Exclude<Encoding, 'windows-1252'>, bytes: Uint8Array): Extract<Decoded, { text: string }> {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: count(text, replacement) };
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
