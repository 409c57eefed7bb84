import type { Source } from '../../model.ts';
import { type Encoding, textBytes, withLateText } from '../lateText.ts';

/** Texts one after the other as bytes. Where a text stands: `[offset, bytes, encoding]`. */
export type TextPlace = readonly [number, number, Encoding];

/** A source whose text stands elsewhere. */
export type PlacedSource = Omit<Source, 'text'> & { readonly text: TextPlace };

export type TextWriter = { add(source: Source): PlacedSource; readonly parts: readonly Uint8Array[] };

export function createTextWriter(): TextWriter {
  const parts: Uint8Array[] = [];
  let length = 0;
  return {
    parts,
    add: source => {
      const { bytes, encoding } = textBytes(source);
      const text: TextPlace = [length, bytes.length, encoding];
      parts.push(bytes);
      length += bytes.length;
      return { ...withoutText(source), text };
    },
  };
}

/** The source with its text, which is made of these bytes when it is first asked for. They must not be changed. */
export function placedSource(source: PlacedSource, texts: Uint8Array): Source {
  const [offset, length, encoding] = source.text;
  if (offset < 0 || length < 0 || offset + length > texts.length) throw new Error('a text lies beyond the last one');
  return withLateText(source, { bytes: texts.subarray(offset, offset + length), encoding });
}

/** A copy of all but the text, which is not asked for. */
function withoutText(source: Source): Omit<Source, 'text'> {
  return Object.fromEntries(
    Object.keys(source).flatMap(key => (key === 'text' ? [] : [[key, source[key as keyof Source]]])),
  ) as Omit<Source, 'text'>;
}
