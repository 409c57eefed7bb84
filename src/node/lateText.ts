import type { Source } from '../model.ts';
import { createRecentOf } from '../sources/recentOf.ts';

export type Encoding = 'latin1' | 'utf8' | 'utf16le';

/** A text as bytes, which go to another thread or to disk without being copied. */
export type TextBytes = { readonly bytes: Uint8Array; readonly encoding: Encoding };

/** UTF-16, as it is in memory, is for texts with half a surrogate pair: UTF-8 has no place for one. */
export function toBytes(text: string): TextBytes {
  const encoding = !beyondLatin1.test(text) ? 'latin1' : loneSurrogate.test(text) ? 'utf16le' : 'utf8';
  return { bytes: Buffer.from(text, encoding), encoding };
}

/** The bytes of sources whose text is made of them. */
const bytesOf = new WeakMap<Source, TextBytes>();
/** The texts of those that were asked for lately. */
const texts = createRecentOf<Source, string>(200);

/**
 * A source whose text is made of bytes when it is asked for: of a large library most never is, and in bytes it takes no
 * room among what is cleared up all the time. The bytes must not be changed.
 */
export function withLateText(source: Omit<Source, 'text'>, bytes: TextBytes): Source {
  const late: Source = {
    ...source,
    get text() {
      return texts(late, () => toText(bytes));
    },
  };
  bytesOf.set(late, bytes);
  return late;
}

/** The text of a source as bytes; makes no text of what is bytes still. */
export function textBytes(source: Source): TextBytes {
  return bytesOf.get(source) ?? toBytes(source.text);
}

/** Bytes or characters, whichever is known without making one of the other. */
export function textSize(source: Source): number {
  return bytesOf.get(source)?.bytes.length ?? source.text.length;
}

function toText({ bytes, encoding }: TextBytes): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding);
}

const beyondLatin1 = /[\u0100-\uffff]/;
const loneSurrogate = /\p{Cs}/u;
