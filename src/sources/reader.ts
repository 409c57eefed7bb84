import type { Locator, Span } from '../model.ts';
import type { FieldNames } from './fieldNames.ts';
import type { Metadata } from './metadata.ts';

/** One article as a reader found it in a file. */
export type Article = {
  /** What readers and spans see: for text formats the decoded file itself, byte order mark dropped. */
  readonly text: string;
  /** The article within the text; absent: all of it. */
  readonly body?: Span;
  /** What the file states of itself. */
  readonly metadata: Metadata;
  /** What the look of it suggests, for fields that nothing states. */
  readonly guesses?: Metadata;
  readonly locators?: readonly Locator[];
  /** The text is the decoded file itself. */
  readonly isFileText?: true;
};

/** A file's articles (several in formats that hold records) and what was wrong with it, as ends of "NAME …". */
export type Reading = { readonly articles: readonly Article[]; readonly problems: readonly string[] };

/** A character map of Adobe's by its name (`90ms-RKSJ-H`), as pdf.js packs them; rejects when there is none. */
export type CharacterMap = (name: string) => Promise<Uint8Array>;

export type ReaderOptions = {
  /** Records (JSON, CSV): which of their fields hold what, beyond the usual names. */
  readonly fields?: FieldNames;
  readonly characterMap?: CharacterMap;
};

/** Reads one format. Bad input is a problem; throwing is reported as unreadable, too, but is a bug. */
export type Reader = (bytes: Uint8Array, path: string, options: ReaderOptions) => Reading | Promise<Reading>;

/** Nothing could be read. `problem` ends a sentence that the file's name begins: "is empty". */
export function unreadable(problem: string): Reading {
  return { articles: [], problems: [problem] };
}
