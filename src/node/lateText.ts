import type { Source } from '../model.ts';

export type Encoding = 'latin1' | 'utf8' | 'utf16le';

/** A text as bytes, which go to another thread or to disk without being copied. */
export type TextBytes = { readonly bytes: Uint8Array; readonly encoding: Encoding };

/** UTF-16, as it is in memory, is for texts with half a surrogate pair: UTF-8 has no place for one. */
export function toBytes(text: string): TextBytes {
  const encoding = !beyondLatin1.test(text) ? 'latin1' : loneSurrogate.test(text) ? 'utf16le' : 'utf8';
  return { bytes: Buffer.from(text, encoding), encoding };
}

/** The bytes of sources whose text nobody has asked for yet. */
const untouched = new WeakMap<Source, TextBytes>();

/**
 * A source whose text is made of bytes when it is first asked for: of a large library most never is. The bytes must not be
 * changed; they are let go when there is the text.
 */
export function withLateText(source: Omit<Source, 'text'>, bytes: TextBytes): Source {
  let text: string | undefined;
  const late: Source = {
    ...source,
    get text() {
      text ??= takeText(late);
      return text;
    },
  };
  untouched.set(late, bytes);
  return late;
}

function takeText(source: Source): string {
  const { bytes, encoding } = untouched.get(source) ?? toBytes('');
  untouched.delete(source);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding);
}

/** The text of a source as bytes; makes no text of what is bytes still. */
export function textBytes(source: Source): TextBytes {
  return untouched.get(source) ?? toBytes(source.text);
}

/** Bytes or characters, whichever is known without making one of the other. */
export function textSize(source: Source): number {
  return untouched.get(source)?.bytes.length ?? source.text.length;
}

const beyondLatin1 = /[\u0100-\uffff]/;
const loneSurrogate = /\p{Cs}/u;
