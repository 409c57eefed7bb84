import type { Source } from '../model.ts';
import { cutTitle } from '../sources/shortTitle.ts';
import { foldKey } from '../text/fold.ts';
import { withoutTracking } from './address.ts';
import { citationKeys } from './citationKeys.ts';
import { type Entry, entryOf, yearOf } from './entry.ts';
import { createNaming } from './naming.ts';

/** What a citation can name: the sources with their keys, and the entries of the draft's own bibliography files. */
export type Library = {
  /** In path order. */
  readonly sources: readonly Source[];
  /** Of the files that the draft's front matter names as its bibliography; usually none. */
  readonly entries: readonly Entry[];
  /** Every key there is, with the source or the entry, or both, that it stands for. */
  readonly keys: ReadonlyMap<string, Named>;
  keyOf(source: Source): string;
  entryOf(source: Source): Entry;
  /** The source at an absolute address (its file's uri, its url), whatever fragment follows. */
  at(address: string): Source | undefined;
  /** The source that some words (a footnote, a line of a reference list) name by url, path or title. */
  named(words: string): Source | undefined;
  /** A source's own data that a style works out once for all of them. */
  remember<T extends object>(make: (library: Library) => T): T;
};

export type Named = { readonly source?: Source; readonly entry?: Entry };

/**
 * The library of some sources and entries. An entry and a source are one when the key is the same that another bibliography
 * gives the source, or the url, or title and year: the source then goes by the entry's key. Parts are made when they are first asked for; the same two arrays give the
 * same library, so that nothing is made twice between two changes of the sources.
 */
export function libraryOf(sources: readonly Source[], entries: readonly Entry[] = none): Library {
  const known = libraries.get(sources)?.get(entries);
  if (known) return known;
  const made = createLibrary(sources, entries);
  const byEntries = libraries.get(sources) ?? new WeakMap<readonly Entry[], Library>();
  libraries.set(sources, byEntries.set(entries, made));
  return made;
}

const none: readonly Entry[] = [];
const libraries = new WeakMap<readonly Source[], WeakMap<readonly Entry[], Library>>();

function createLibrary(sources: readonly Source[], entries: readonly Entry[]): Library {
  const keyed = lazy(() => keysOf(sources, entries));
  const addresses = lazy(() => addressesOf(sources));
  const naming = lazy(() => remembering(createNaming(sources)));
  const remembered = new Map<(library: Library) => object, object>();
  const library: Library = {
    sources,
    entries,
    get keys() {
      return keyed().keys;
    },
    keyOf: source => keyed().bySource.get(source.id) ?? citationKeys([source]).get(source.id) ?? source.id,
    entryOf: source => {
      const key = library.keyOf(source);
      return keyed().keys.get(key)?.entry ?? entryOf(source, key);
    },
    at: address => addresses().get(comparableAddress(address)),
    named: words => naming()(words),
    remember: <T extends object>(make: (library: Library) => T): T => {
      const value = (remembered.get(make) as T | undefined) ?? make(library);
      remembered.set(make, value);
      return value;
    },
  };
  return library;
}

function keysOf(sources: readonly Source[], entries: readonly Entry[]) {
  const entryFor = entryFinder(entries);
  const bySource = new Map<string, string>();
  const keys = new Map<string, Named>();
  for (const entry of entries) keys.set(entry.id, { entry });
  const own = sources.filter(source => {
    const entry = entryFor(source);
    if (!entry || keys.get(entry.id)?.source) return true;
    bySource.set(source.id, entry.id);
    keys.set(entry.id, { entry, source });
    return false;
  });
  const made = citationKeys(own, new Set(keys.keys()));
  for (const source of own) {
    const key = made.get(source.id) ?? source.id;
    bySource.set(source.id, key);
    keys.set(key, { source });
  }
  return { bySource, keys };
}

function entryFinder(entries: readonly Entry[]): (source: Source) => Entry | undefined {
  if (entries.length === 0) return () => undefined;
  const byKey = new Map(entries.map(entry => [entry.id, entry]));
  const byUrl = new Map(entries.flatMap(entry => (entry.URL ? [[comparableAddress(entry.URL), entry] as const] : [])));
  const titled = entriesByTitle(entries);
  return source =>
    byKey.get(source.citationKey ?? '') ??
    (source.url === undefined ? undefined : byUrl.get(comparableAddress(source.url))) ??
    entryWithTitle(source, titled.get(comparableTitle(source.title)) ?? []);
}

/** A source that nobody gave a title goes by the beginning of its text, cut; its exported entry has more of it. */
function entriesByTitle(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const title of new Set([entry.title ?? '', cutTitle(entry.title ?? '')].map(comparableTitle)))
      if (found.get(title)?.push(entry) === undefined) found.set(title, [entry]);
  return found;
}

/** A title shorter than this is too common to tell a work by, where the years do not say it too. */
const tellingTitle = 12;

/** The entry of the same year; else the only one, where nobody says of which year it or the source is. */
function entryWithTitle({ title, published }: Source, entries: readonly Entry[]): Entry | undefined {
  const year = published?.slice(0, 4);
  const sameYear = entries.find(entry => yearOf(entry) === year);
  if (sameYear || title.length < tellingTitle) return sameYear;
  const [only, other] = entries.filter(entry => year === undefined || yearOf(entry) === undefined);
  return other === undefined ? only : undefined;
}

function comparableTitle(title: string): string {
  return foldKey(title).trim();
}

function addressesOf(sources: readonly Source[]): Map<string, Source> {
  const addresses = new Map<string, Source>();
  for (const source of sources) {
    addresses.set(comparableAddress(source.uri), source);
    if (source.url !== undefined) addresses.set(comparableAddress(source.url), source);
  }
  return addresses;
}

/** Without fragment, tracking, last slash, and whether it is encrypted; editors and operating systems percent-encode one path in several ways. */
function comparableAddress(address: string): string {
  const page = withoutTracking(address.replace(/#.*$/s, ''))
    .replace(/^https?:\/\/(?:www\.)?/i, 'https://')
    .replace(/\/+$/, '');
  try {
    return decodeURIComponent(page);
  } catch {
    return page;
  }
}

/** How many answers are kept: the notes of a long draft, twice over. */
const mostKept = 2000;

/** The same notes are asked about at every keystroke. */
function remembering(named: (words: string) => Source | undefined): (words: string) => Source | undefined {
  const kept = new Map<string, Source | undefined>();
  return words => {
    if (kept.has(words)) return kept.get(words);
    if (kept.size >= mostKept) kept.clear();
    const found = named(words);
    kept.set(words, found);
    return found;
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
