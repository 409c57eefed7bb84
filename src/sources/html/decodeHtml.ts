import { type Decoded, decodeText } from '../decodeText.ts';
import { decodeAs } from '../legacyEncoding.ts';

/** Where browsers look for the declaration. */
const declarationWithin = 4096;

/**
 * The text of a web page: a byte order mark decides, then valid UTF-8 (pages are often converted without changing what
 * they declare), then the charset that `<meta>` or the XML declaration names, then the one it looks like.
 */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const decoded = decodeText(bytes);
  const isLegacy = 'problem' in decoded || decoded.guessed;
  const declared = isLegacy ? declaredCharset(bytes) : undefined;
  if (declared === undefined) return decoded;
  const text = decodeAs(declared, bytes);
  return text === undefined ? decoded : { text, guessed: false, damaged: text.split('\uFFFD').length - 1 };
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWithin));
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  const declared = meta ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
  // A page that can be read as bytes cannot be UTF-16, whatever it says.
  return declared !== undefined && /^utf-?16/i.test(declared) ? undefined : declared;
}
