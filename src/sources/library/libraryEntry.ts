import { type Metadata, metadataOf } from '../metadata.ts';

/** What a bibliography says of one work, and which files it says are that work. */
export type LibraryEntry = {
  /** The citation key; empty when the format has none. */
  readonly key: string;
  /** As written: absolute or relative to the bibliography, with either kind of slash. */
  readonly files: readonly string[];
  readonly metadata: Metadata;
};

export type LibraryReading = { readonly entries: readonly LibraryEntry[]; readonly problems: readonly string[] };

/** Metadata by the names that bibliographies share; a title without its markup. */
export function workMetadata(fields: Readonly<Record<string, unknown>>): Metadata {
  const title = typeof fields.title === 'string' ? fields.title.replace(/<\/?\w+>/g, '') : undefined;
  return metadataOf({ ...fields, title });
}

/** The languages that bibliographies spell out, as BCP 47 tags; a tag stays what it is. */
export function languageOf(name: string | undefined): string | undefined {
  const tags: Readonly<Record<string, string>> = {
    english: 'en',
    american: 'en-US',
    british: 'en-GB',
    french: 'fr',
    german: 'de',
    ngerman: 'de',
    spanish: 'es',
    italian: 'it',
    portuguese: 'pt',
    dutch: 'nl',
    russian: 'ru',
    ukrainian: 'uk',
    polish: 'pl',
    chinese: 'zh',
    japanese: 'ja',
  };
  const key = name?.trim().toLowerCase() ?? '';
  return tags[key] ?? (key.length <= 12 ? name : undefined);
}
