import type { Source } from '../model.ts';

export type Encoding = 'latin1' | 'utf8' | 'utf16le';

/** A text as bytes, which take half the room, and go to another thread without being copied. */
export type TextBytes = { readonly bytes: Uint8Array; readonly encoding: Encoding };

/** UTF-16, as it is in memory, is for texts with half a surrogate pair: UTF-8 has no place for one. */
export function toBytes(text: string): TextBytes {
  const encoding = !beyondLatin1.test(text) ? 'latin1' : loneSurrogate.test(text) ? 'utf16le' : 'utf8';
  return { bytes: Buffer.from(text, encoding), encoding };
}

/** So often a text is made anew before it is kept: indexing and saving a source ask once each, and then mostly nobody. */
const timesAnew = 2;

/** A source whose text is made of bytes when it is asked for. The bytes are kept and must not be changed. */
export function withLateText(source: Omit<Source, 'text'>, { bytes, encoding }: TextBytes): Source {
  let text: string | undefined;
  let asked = 0;
  return {
    ...source,
    get text() {
      const now = text ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding);
      if (++asked > timesAnew) text = now;
      return now;
    },
  };
}

const beyondLatin1 = /[\u0100-\uffff]/;
const loneSurrogate = /\p{Cs}/u;
