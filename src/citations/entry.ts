import type { Source } from '../model.ts';
import { citableTitle } from '../sources/shortTitle.ts';
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
  const publisher = oneLine(source.publisher ?? '');
  return {
    id: key,
    type: typeOf(source, publisher),
    title: oneLine(titleOf(source)),
    ...(source.authors.length > 0 ? { author: source.authors.map(oneLine).map(personName) } : {}),
    ...(source.published === undefined ? {} : { issued: dateOf(source.published) }),
    ...(publisher !== '' ? { 'container-title': publisher } : {}),
    ...(source.url === undefined ? {} : { URL: source.url }),
    ...(source.accessed === undefined || source.url === undefined ? {} : { accessed: dateOf(source.accessed) }),
    ...(source.language === undefined ? {} : { language: source.language }),
  };
}

/** A title that nobody gave is the text's beginning, cut to the width of a list: a bibliography has more room, and no `…`. */
function titleOf({ title, guessed, text, body }: Source): string {
  if (!guessed?.includes('title') || !title.endsWith('…')) return title;
  const whole = citableTitle(text, body?.start ?? 0);
  return whole.startsWith(title.slice(0, -1)) ? whole : title;
}

/** Styles print month and day of newspaper articles and web pages, never those of a `document`. */
function typeOf({ url, published }: Source, publisher: string): string {
  if (publisher !== '') return 'article-newspaper';
  return url !== undefined || published?.includes('-') ? 'webpage' : 'document';
}

function dateOf(iso: string): EntryDate {
  const parts = iso.split('-').map(Number);
  return parts.length <= 3 && parts.every(Number.isInteger) ? { 'date-parts': [parts] } : { literal: iso };
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
