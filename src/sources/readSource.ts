import type { Source, SourceProblem } from '../model.ts';
import { longestText } from './articleText.ts';
import { contentHash } from './contentHash.ts';
import type { FieldNames } from './fieldNames.ts';
import { fileNameMetadata } from './fileNameMetadata.ts';
import { tooLarge } from './fileSize.ts';
import { isTextFile } from './hasOwnLines.ts';
import { type Metadata, mergeMetadata, withGuesses } from './metadata.ts';
import { otherKind } from './otherKinds.ts';
import { type Article, type CharacterMap, type Reading, unreadable } from './reader.ts';
import { readerFor } from './readers.ts';
import { shortTitle } from './shortTitle.ts';

/** A file as it was found. `path` is how people see it: below the workspace folder, with forward slashes. */
export type SourceFile = {
  readonly uri: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modified?: number;
};

export type ReadResult = { readonly sources: Source[]; readonly problems: SourceProblem[] };

export type ReadOptions = {
  /** A larger file is a problem, not read. */
  readonly maxBytes: number;
  /** The setting `sources.fields`. */
  readonly fields?: FieldNames;
  /** PDFs of East Asia say their letters by maps that the fonts do not hold; absent: they are reported. */
  readonly characterMap?: CharacterMap;
  /** What a sidecar or a library says of the file (`library/describe.ts`): it wins over what the file says of itself. */
  readonly known?: Metadata;
};

/**
 * Reads the articles of one file. Never throws: whatever is wrong with the file is a problem whose message ends the
 * sentence that its path begins ("notes.txt is empty"). A problem does not rule out sources: a damaged file is read as
 * far as it goes.
 */
export async function readSource(file: SourceFile, options: ReadOptions): Promise<ReadResult> {
  const { uri, path } = file;
  const reading = await readArticles(file, options);
  const partial = reading.articles.length > 0 ? { partial: true } : {};
  const hash = reading.articles.length > 0 ? hashOf(file.bytes, options.known) : '';
  // What is said of a file as a whole is not said of each of its records.
  const known = reading.articles.length === 1 ? (options.known ?? {}) : {};
  return {
    sources: reading.articles.map((article, i) => toSource(file, article, i, known, hash)),
    problems: [...reading.problems, ...cutShort(reading)].map(message => ({ uri, path, message, ...partial })),
  };
}

async function readArticles(file: SourceFile, { maxBytes, fields, characterMap }: ReadOptions): Promise<Reading> {
  if (file.bytes.length > maxBytes) return unreadable(tooLarge(file.bytes.length, maxBytes));
  if (file.bytes.length === 0) return unreadable('is empty');
  try {
    const reader = await readerFor(file.path, file.bytes);
    const options = { ...(fields ? { fields } : {}), ...(characterMap ? { characterMap } : {}) };
    if (reader) return await reader(file.bytes, file.path, options);
    return unreadable(otherKind(file.path));
  } catch (error) {
    return unreadable(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Texts put together from a file's parts end at a limit; a text that is its file's own may be longer. */
function cutShort({ articles }: Reading): string[] {
  const isCut = articles.some(article => article.text.length === longestText);
  return isCut ? [`is read up to ${longestText / 1e6} million characters only; split it into parts`] : [];
}

/** Halves of characters and NULs, as JSON can name them, would not survive being written to a file. Offsets stay. */
function wellFormed(text: string): string {
  return /\p{Cs}|\0/u.test(text) ? text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\0', ' ') : text;
}

function hashOf(bytes: Uint8Array, known: Metadata | undefined): string {
  const hash = contentHash(bytes);
  return known ? contentHash(new TextEncoder().encode(hash + JSON.stringify(known))) : hash;
}

function toSource(file: SourceFile, article: Article, index: number, known: Metadata, hash: string): Source {
  const { body, locators, guesses } = article;
  const text = wellFormed(article.text);
  const stated = mergeMetadata(known, article.metadata);
  const suggested = mergeMetadata(guesses ?? {}, fileNameMetadata(file.path));
  const title = stated.title ?? suggested.title ?? shortTitle(text, body?.start ?? 0);
  const { metadata, guessed } = withGuesses(stated, suggested, { title });
  return {
    id: index === 0 ? file.uri : `${file.uri}#${index}`,
    uri: file.uri,
    path: file.path,
    ...metadata,
    title,
    authors: metadata.authors ?? [],
    ...(guessed.length > 0 ? { guessed } : {}),
    text,
    ...(body ? { body } : {}),
    ...(locators && locators.length > 0 ? { locators } : {}),
    ...(isTextFile(file.path) && !article.isFileText ? { converted: true as const } : {}),
    hash,
  };
}
