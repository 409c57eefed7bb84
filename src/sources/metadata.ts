import type { SourceField } from '../model.ts';
import { entityCharacter } from '../text/entities.ts';
import { findDate } from './publishedDate.ts';

/** What is known of a source besides its text. Everything may be missing. */
export type Metadata = {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  /** ISO 8601 date, or only its year, or year and month. */
  readonly published?: string;
  readonly url?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** ISO 8601 date on which it was fetched or saved. */
  readonly accessed?: string;
  /** Its key in a bibliography, without white space or braces. */
  readonly citationKey?: string;
};

type Fields = Readonly<Record<string, unknown>>;

/** The names under which people write each field, most telling first; compared without case, spaces, `_` and `-`. */
const names = {
  title: ['title', 'headline', 'webtitle'],
  authors: ['authors', 'author', 'by', 'byline', 'creator'],
  publisher: ['publisher', 'publication', 'outlet', 'newspaper', 'site', 'sitename', 'source', 'sourcedomain'],
  published: [
    'published',
    'date',
    'publisheddate',
    'publishedat',
    'publicationdate',
    'datepublished',
    'datepublish',
    'publishdate',
    'pubdate',
    'webpublicationdate',
    'issued',
    'timestamp',
    'createdat',
    'createdutc',
  ],
  url: ['url', 'link', 'canonical', 'sourceurl', 'weburl', 'permalink', 'source'],
  language: ['language', 'lang', 'locale'],
  accessed: ['accessed', 'dateaccessed', 'accessdate', 'urldate', 'retrieved', 'saved', 'archived', 'clipped'],
  citationKey: ['citationkey', 'citekey'],
} as const;

/** Metadata out of named fields (front matter, a header's `Key: value` lines). Fields of the wrong kind are left out. */
export function metadataOf(fields: Fields): Metadata {
  const known = new Map(Object.entries(fields).map(([key, value]) => [plainKey(key), value]));
  const first = <T>(keys: readonly string[], read: (value: unknown) => T | undefined): T | undefined => {
    for (const key of keys) {
      const found = read(known.get(key));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  // A clipping was made after what it holds was published; alone, it is the only date there is.
  const created = first(['created'], dayOf);
  const published = first(names.published, dayOf) ?? first(names.published, yearOf);
  return mergeMetadata({
    title: first(names.title, line),
    authors: first(names.authors, authorsOf),
    publisher: first(names.publisher, value => (webAddress(value) ? undefined : nameOf(value))),
    published: published ?? created,
    url: first(names.url, webAddress),
    language: first(names.language, languageTag),
    accessed: first(names.accessed, dayOf) ?? (published === undefined ? undefined : created),
    citationKey: first(names.citationKey, citationKey),
  });
}

/** Whether a `Key: value` line of a header is one of ours. */
export function isMetadataKey(key: string): boolean {
  const plain = plainKey(key);
  return Object.values(names).some(keys => keys.some(k => k === plain));
}

/** The first of several that knows a field gives it; fields nobody knows are absent, not undefined. */
export function mergeMetadata(
  ...given: readonly { readonly [K in keyof Metadata]: Metadata[K] | undefined }[]
): Metadata {
  const merged: Record<string, unknown> = {};
  for (const metadata of given) {
    for (const [key, value] of Object.entries(metadata)) if (value !== undefined) merged[key] ??= value;
  }
  return merged;
}

/** What is stated, with guesses where nothing is; the names of the fields that are guesses. */
export function withGuesses(
  stated: Metadata,
  ...guesses: readonly Metadata[]
): { readonly metadata: Metadata; readonly guessed: readonly SourceField[] } {
  const metadata = mergeMetadata(stated, ...guesses);
  return { metadata, guessed: (Object.keys(metadata) as SourceField[]).filter(field => stated[field] === undefined) };
}

/** "Jane Doe", "Jane Doe and John Roe", ["Jane Doe", { given: "John", family: "Roe" }] -> the names, in order. */
export function authorsOf(value: unknown): string[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
    const name = nameOf(item)
      ?.replace(/^by:?\s+(?=\p{Lu})/iu, '')
      .replace(/^\[\[([^\]|]+).*\]\]$/, '$1');
    // A number is somebody's place in a database.
    return name === undefined || !/\p{L}/u.test(name) ? [] : Array.isArray(value) ? [name] : splitNames(name);
  });
  return names.length > 0 ? names : undefined;
}

/** A comma parts two names only when there is more than one word on both sides: "Doe, Jane" is one person. */
function splitNames(text: string): string[] {
  const parts = text.split(/\s*;\s*|\s+(?:and|&|und|et|y)\s+/);
  return parts
    .flatMap(part => {
      const names = part.split(/\s*,\s*/).filter(name => name !== '');
      return names.every(name => name.includes(' ')) ? names : [part];
    })
    .map(name => name.replace(/^,\s*|\s*,$/g, '').trim())
    .filter(name => name !== '');
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return line(value);
  const person = value as Fields;
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part => person[part]);
  return [person.name].flat().map(line).find(Boolean) ?? line(parts.filter(part => typeof part === 'string').join(' '));
}

/** One line of text without runs of white space and entities; undefined for nothing and for what is no text. */
function line(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const plain = String(value).replace(/&#?\w{1,8};/g, entity => entityCharacter(entity) ?? entity);
  return (
    plain
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\s\0]+/g, ' ')
      .trim() || undefined
  );
}

/** A day as people write it, or as the seconds or milliseconds since 1970 that machines count. */
function dayOf(value: unknown): string | undefined {
  const text = line(value) ?? '';
  if (!/\d/.test(text)) return undefined;
  const seconds = /^\d{10}(?:\d{3}|\.\d+)?$/.test(text) ? Number(text) / (text.length === 13 ? 1000 : 1) : undefined;
  return seconds === undefined ? findDate(text)?.date : new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** `2019`, `2019-03`: all that a bibliography says of most books and papers. */
function yearOf(value: unknown): string | undefined {
  return /^(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.exec(line(value) ?? '')?.[0];
}

function webAddress(value: unknown): string | undefined {
  const text = line(value);
  return text !== undefined && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined;
}

function languageTag(value: unknown): string | undefined {
  const text = line(value)?.replaceAll('_', '-');
  return text !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(text) ? text : undefined;
}

/** What every citation syntax takes as a key. */
function citationKey(value: unknown): string | undefined {
  const text = line(value)?.replace(/^@/, '');
  return text !== undefined && /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_])?$/u.test(text) ? text : undefined;
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}
