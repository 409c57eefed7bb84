import { asUint16, asUint32, type PackedArray, packArrays, unpackArrays } from './packedArrays.ts';
import type { Segment } from './segment.ts';
import { areSortedWords, type SortedWords } from './sortedWords.ts';

/**
 * Grows with every change of what the bytes mean: their layout, and how texts are cut into words (tokens.ts), since the
 * words of an old index would not be found by new queries.
 */
export const indexVersion = 1;

/** All there is of an index, nothing removed among it. */
export type IndexContents = {
  readonly words: SortedWords;
  /** By source number. */
  readonly sourceIds: readonly string[];
  /** How many passages each source has. */
  readonly passages: Uint32Array;
  readonly segments: readonly Segment[];
};

/** In parts, as `packArrays` gives them. */
export function writeIndex({ words, sourceIds, passages, segments }: IndexContents): Uint8Array[] {
  const names = new TextEncoder().encode(JSON.stringify(sourceIds));
  return packArrays(indexVersion, [
    words.letters,
    words.offsets,
    words.ids,
    names,
    passages,
    ...segments.flatMap(sectionsOf),
  ]);
}

/** Arrays are views of the bytes. Undefined for bytes that `writeIndex` of this version has not made. */
export function readIndex(bytes: Uint8Array): IndexContents | undefined {
  const sections = unpackArrays(indexVersion, bytes);
  if (!sections || sections.length < 5 || (sections.length - 5) % sectionsEach !== 0) return undefined;
  const [letters, offsets, ids, names, passages, ...rest] = sections;
  const words = { letters: asUint16(letters), offsets: asUint32(offsets), ids: asUint32(ids) };
  const sourceIds = parseNames(names);
  const segments: Segment[] = [];
  for (let i = 0; i < rest.length; i += sectionsEach) segments.push(segmentOf(rest.slice(i, i + sectionsEach)));
  const contents = { words, sourceIds: sourceIds ?? [], passages: asUint32(passages), segments };
  return sourceIds && fitsTogether(contents) ? contents : undefined;
}

const sectionsEach = 8;

function sectionsOf(segment: Segment): PackedArray[] {
  const { sources, starts, ends, lengths, terms, offsets, passages, counts } = segment;
  return [sources, starts, ends, lengths, terms, offsets, passages, counts];
}

function segmentOf(sections: readonly Uint8Array[]): Segment {
  const [sources, starts, ends, lengths, terms, offsets, passages, counts] = sections;
  return {
    sources: asUint32(sources),
    starts: asUint32(starts),
    ends: asUint32(ends),
    lengths: asUint16(lengths),
    terms: asUint32(terms),
    offsets: asUint32(offsets),
    passages: asUint32(passages),
    counts: counts ?? new Uint8Array(0),
  };
}

function parseNames(bytes: Uint8Array | undefined): string[] | undefined {
  try {
    const names: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(names) && names.every(name => typeof name === 'string') ? names : undefined;
  } catch {
    return undefined;
  }
}

/** The checksum has found damage; this finds what a program wrote that was not this one. */
function fitsTogether({ words, sourceIds, passages, segments }: IndexContents): boolean {
  return areSortedWords(words) && sourceIds.length === passages.length && segments.every(isSegment);
}

function isSegment({ sources, starts, ends, lengths, terms, offsets, passages, counts }: Segment): boolean {
  return (
    [starts, ends, lengths].every(column => column.length === sources.length) &&
    offsets.length === terms.length + 1 &&
    offsets[terms.length] === passages.length &&
    counts.length === passages.length
  );
}
