import type { Source, SourceProblem } from '../model.ts';
import { contentHash } from './contentHash.ts';
import { tooLarge } from './fileSize.ts';
import type { Article, Reading } from './reader.ts';
import { readableExtensions, readerFor } from './readers.ts';

/** A file as it was found. `path` is how people see it: below the workspace folder, with forward slashes. */
export type SourceFile = {
  readonly uri: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modified?: number;
};

export type ReadResult = { readonly sources: Source[]; readonly problems: SourceProblem[] };

/**
 * Reads the articles of one file. Never throws: whatever is wrong with the file is a problem whose message ends the
 * sentence that its path begins ("notes.txt is empty"). A problem does not rule out sources: a damaged file is read as
 * far as it goes.
 */
export async function readSource(file: SourceFile, limits: { readonly maxBytes: number }): Promise<ReadResult> {
  const reading = await readArticles(file, limits.maxBytes);
  const hash = reading.articles.length > 0 ? contentHash(file.bytes) : '';
  return {
    sources: reading.articles.map((article, i) => toSource(file, article, i, hash)),
    problems: reading.problems.map(message => ({ uri: file.uri, path: file.path, message })),
  };
}

async function readArticles(file: SourceFile, maxBytes: number): Promise<Reading> {
  if (file.bytes.length > maxBytes) return unreadable(tooLarge(file.bytes.length, maxBytes));
  if (file.bytes.length === 0) return unreadable('is empty');
  try {
    const reader = await readerFor(file.path);
    if (reader) return await reader(file.bytes, file.path);
    return unreadable(`is of a kind that cannot be read; readable are ${readableExtensions.join(', ')}`);
  } catch (error) {
    return unreadable(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function unreadable(problem: string): Reading {
  return { articles: [], problems: [problem] };
}

function toSource(file: SourceFile, article: Article, index: number, hash: string): Source {
  const { authors, ...metadata } = article.metadata;
  return {
    id: index === 0 ? file.uri : `${file.uri}#${index}`,
    uri: file.uri,
    path: file.path,
    ...metadata,
    authors: authors ?? [],
    text: article.text,
    ...(article.body ? { body: article.body } : {}),
    hash,
  };
}
