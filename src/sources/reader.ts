import type { Span } from '../model.ts';
import type { Metadata } from './metadata.ts';

/** One article as a reader found it in a file. */
export type Article = {
  /** What readers and spans see: for text formats the decoded file itself, byte order mark dropped. */
  readonly text: string;
  /** The article within the text; absent: all of it. */
  readonly body?: Span;
  readonly metadata: Metadata & { readonly title: string };
};

/** A file's articles (several in formats that hold records) and what was wrong with it, as ends of "NAME …". */
export type Reading = { readonly articles: readonly Article[]; readonly problems: readonly string[] };

/** Reads one format. Bad input is a problem; throwing is reported as unreadable, too, but is a bug. */
export type Reader = (bytes: Uint8Array, path: string) => Reading | Promise<Reading>;
