import type { Source } from '../../model.ts';
import { knownQuotes, knowQuotes } from '../../quotes/findQuotes.ts';
import { type Encoding, textBytes, withLateText } from '../lateText.ts';

/** Texts one after the other as bytes. Where a text stands: `[offset, bytes, encoding]`. */
export type TextPlace = readonly [number, number, Encoding];

/** A source whose text stands elsewhere, its quotes right behind it: so many bytes, when they are known. */
export type PlacedSource = Omit<Source, 'text'> & { readonly text: TextPlace; readonly quotes?: number };

export type TextWriter = { add(source: Source): PlacedSource; readonly parts: readonly Uint8Array[] };

export function createTextWriter(): TextWriter {
  const parts: Uint8Array[] = [];
  let length = 0;
  return {
    parts,
    add: source => {
      const { bytes, encoding } = textBytes(source);
      const text: TextPlace = [length, bytes.length, encoding];
      const quotes = knownQuotes(source);
      parts.push(bytes, ...(quotes ? [quotes] : []));
      length += bytes.length + (quotes?.length ?? 0);
      return { ...withoutText(source), text, ...(quotes ? { quotes: quotes.length } : {}) };
    },
  };
}

/** The source with its text and quotes, which are made of these bytes when they are first asked for. They must not be changed. */
export function placedSource({ text, quotes, ...source }: PlacedSource, texts: Uint8Array): Source {
  const [offset, length, encoding] = text;
  const end = offset + length;
  const behind = end + (quotes ?? 0);
  if (offset < 0 || length < 0 || behind < end || behind > texts.length) {
    throw new Error('a text lies beyond the last one');
  }
  const late = withLateText(source, { bytes: texts.subarray(offset, end), encoding });
  if (quotes !== undefined) knowQuotes(late, texts.subarray(end, behind));
  return late;
}

/** A copy of all but the text, which is not asked for. */
function withoutText(source: Source): Omit<Source, 'text'> {
  return Object.fromEntries(
    Object.keys(source).flatMap(key => (key === 'text' ? [] : [[key, source[key as keyof Source]]])),
  ) as Omit<Source, 'text'>;
}
