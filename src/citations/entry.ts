import type { Source } from '../model.ts';
import { oneLine } from './escape.ts';
import { personName } from './personName.ts';

export type EntryName = { readonly family?: string; readonly given?: string; readonly literal?: string };
export type EntryDate = {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
};

/** A bibliography entry in the terms of CSL-JSON, as far as Groundwork looks at it; all other fields are kept as they are. */
export type Entry = {
  /** The citation key. */
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly EntryName[];
  readonly issued?: EntryDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly [field: string]: unknown;
};

/** A source as a bibliography entry under its key. What is not known is left out; nothing is made up. */
export function entryOf(source: Source, key: string): Entry {
  const date = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(source.published ?? '');
  const parts = date?.slice(1).flatMap(part => (part === undefined ? [] : Number(part)));
  const publisher = oneLine(source.publisher ?? '');
  return {
    id: key,
    type: publisher !== '' ? 'article-newspaper' : source.url === undefined ? 'document' : 'webpage',
    title: oneLine(source.title),
    ...(source.authors.length > 0 ? { author: source.authors.map(oneLine).map(personName) } : {}),
    ...(parts ? { issued: { 'date-parts': [parts] } } : {}),
    ...(publisher !== '' ? { 'container-title': publisher } : {}),
    ...(source.url === undefined ? {} : { URL: source.url }),
    ...(source.language === undefined ? {} : { language: source.language }),
  };
}

/** An entry's year, when it has one. */
export function yearOf(entry: Entry): string | undefined {
  const year = entry.issued?.['date-parts']?.[0]?.[0] ?? /\d{4}/.exec(entry.issued?.literal ?? '')?.[0];
  return year === undefined ? undefined : String(year);
}

/** `Rosa Ode`, or the name of a body. */
export function nameOfEntryAuthor({ family, given, literal }: EntryName): string {
  return literal ?? [given, family].filter(part => part !== undefined && part !== '').join(' ');
}
