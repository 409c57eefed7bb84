/**
 * A pack: some source files as they were read, in one file of the cache. A line of JSON says what there is, the texts
 * and sketches follow as bytes.
 */
import type { Source, SourceProblem } from '../../model.ts';
import type { KnownFile } from '../../sources/store.ts';
import type { FileFacts } from '../reading/fileFacts.ts';
import { createBreather } from '../turns.ts';
import { createTextWriter, type PlacedSource, placedSource, type TextWriter } from './textBlob.ts';

/** A source file as it was when it was read. */
export type CachedFile = KnownFile & { readonly facts: FileFacts };

/** The files of a pack take the place of what earlier packs say of them; those named as gone are no more. */
export type Pack = { readonly files: readonly CachedFile[]; readonly gone: readonly string[] };

type StoredFile = {
  readonly uri: string;
  readonly facts: FileFacts;
  readonly sources: readonly PlacedSource[];
  readonly sketches: readonly (string | null)[];
  readonly problems: readonly SourceProblem[];
  readonly previous: readonly PlacedSource[];
};
type Head = { readonly files: readonly StoredFile[]; readonly gone: readonly string[] };

/** The bytes of a pack, in parts to be written one after the other. Takes turns with others. */
export async function encodePack({ files, gone }: Pack): Promise<Uint8Array[]> {
  const texts = createTextWriter();
  const breathe = createBreather();
  const heads: string[] = [];
  for (const file of files) {
    heads.push(JSON.stringify(stored(file, texts)));
    await breathe();
  }
  const json = Buffer.from(`{"files":[${heads.join(',')}],"gone":${JSON.stringify(gone)}}`, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return [length, json, ...texts.parts];
}

/**
 * Undefined for bytes that are no pack; that they are undamaged is known from their fingerprint. The bytes are kept and must
 * not be changed: a text is made of them when it is first asked for, since of a large library few ever are.
 */
export function decodePack(bytes: Uint8Array): Pack | undefined {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const length = buffer.readUInt32LE(0);
    const head = JSON.parse(buffer.toString('utf8', 4, 4 + length)) as Head;
    const texts = bytes.subarray(4 + length);
    return { files: head.files.map(file => restored(file, texts)), gone: head.gone };
  } catch {
    return undefined;
  }
}

function stored({ uri, facts, read, previous }: CachedFile, texts: TextWriter): StoredFile {
  return {
    uri,
    facts,
    sources: read.sources.map(texts.add),
    sketches: read.sources.map((_, i) => packed(read.sketches?.[i])),
    problems: read.problems,
    previous: previous.map(texts.add),
  };
}

function restored({ uri, facts, sources, sketches, problems, previous }: StoredFile, texts: Uint8Array): CachedFile {
  const take = (source: PlacedSource): Source => placedSource(source, texts);
  const read = { sources: sources.map(take), problems, sketches: sketches.map(unpacked) };
  return { uri, facts, read, previous: previous.map(take) };
}

function packed(sketch: Uint32Array | undefined): string | null {
  return sketch ? Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64') : null;
}

function unpacked(sketch: string | null): Uint32Array | undefined {
  if (sketch === null) return undefined;
  // Copied, for the decoder's bytes may begin anywhere and numbers may not.
  return new Uint32Array(new Uint8Array(Buffer.from(sketch, 'base64')).buffer);
}
