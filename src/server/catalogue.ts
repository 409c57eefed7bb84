/** All sources of all folders and what could not be read, in the order of the tree, and found by words. */

import type { Engine } from '../engine/types.ts';
import { type Findable, foldedWords, matchingRows, shortened } from '../engine.ts';
import type { Source, SourceProblem } from '../model.ts';
import type { Folders } from './folders.ts';
import type { FoundRow, LibraryRow, LibraryTop, SourceGroup } from './protocol.ts';

export type Catalogue = {
  top(): LibraryTop;
  group(letter: string): readonly LibraryRow[];
  /** Rows with all words asked for, else those that are like them. */
  find(query: string, limit: number): FoundRow[];
};

/** More than this are grouped by the first letter of their titles: nobody scrolls through thousands. */
const mostUngrouped = 300;

/** Everything is put in order once for each state of the sources, when it is first asked for. */
export function createCatalogue(folders: Folders): Catalogue {
  let made: { readonly of: readonly unknown[]; readonly shelves: Shelves } | undefined;
  const shelves = (): Shelves => {
    const stores = folders.all().map(folder => folder.engine().store);
    const of = stores.flatMap(store => [store, store.revision]);
    const same = made?.of.length === of.length && made.of.every((part, i) => part === of[i]);
    if (!made || !same) made = { of, shelves: putInOrder(stores) };
    return made.shelves;
  };
  return {
    top: () => {
      const { entries, groups } = shelves();
      const count = entries.filter(({ row }) => row.health !== 'unreadable').length;
      if (entries.length <= mostUngrouped) return { count, rows: entries.map(({ row }) => row), groups: [] };
      return { count, rows: [], groups: [...groups.values()].map(({ group }) => group) };
    },
    group: letter =>
      shelves()
        .groups.get(letter)
        ?.entries.map(({ row }) => row) ?? [],
    find: (query, limit) => {
      const { entries, groups, findable } = shelves();
      const found = query.trim() === '' ? entries : matchingRows(findable(), query).map(({ entry }) => entry);
      return found.slice(0, limit).map(({ row, letter }) => {
        const group = entries.length > mostUngrouped ? groups.get(letter)?.group : undefined;
        return group ? { row, group } : { row };
      });
    },
  };
}

type Store = Engine['store'];
/** `sortKey` is the title without what stands before its first word, in small letters. */
type Entry = { readonly row: LibraryRow; readonly sortKey: string; readonly letter: string };

type Shelves = {
  readonly entries: readonly Entry[];
  readonly groups: ReadonlyMap<string, { readonly group: SourceGroup; readonly entries: readonly Entry[] }>;
  findable(): readonly (Findable & { readonly entry: Entry })[];
};

function putInOrder(stores: readonly Store[]): Shelves {
  const entries = stores.flatMap(rowsOf).map(toEntry).sort(unreadableFirst);
  const byLetter = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = byLetter.get(entry.letter);
    if (known) known.push(entry);
    else byLetter.set(entry.letter, [entry]);
  }
  const groups = new Map(
    [...byLetter].map(([letter, of]) => [letter, { group: { letter, count: of.length }, entries: of }]),
  );
  let findable: ReturnType<Shelves['findable']> | undefined;
  return {
    entries,
    groups,
    findable: () => {
      findable ??= entries.map(toFindable);
      return findable;
    },
  };
}

/** Where something is to be done stands first. */
function unreadableFirst(a: Entry, b: Entry): number {
  const unread = Number(b.row.health === 'unreadable') - Number(a.row.health === 'unreadable');
  return unread || (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0);
}

function toEntry(row: LibraryRow): Entry {
  const sortKey = row.title.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase();
  return { row, sortKey, letter: row.health === 'unreadable' ? '!' : letterOf(sortKey) };
}

function letterOf(sortKey: string): string {
  const first = sortKey.slice(0, 2).normalize('NFD').slice(0, 1).toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}

function toFindable(entry: Entry): Findable & { readonly entry: Entry } {
  const { title, path, published = '', publisher = '' } = entry.row;
  const authors = entry.row.authors.join(', ');
  const date = `${published} ${publisher} ${path}`;
  const words = foldedWords(title, authors, date).trimStart();
  // The title comes first: what begins with it begins with the words.
  return { entry, key: entry.sortKey, title, authors, date, foldedKey: words, words: ` ${words}` };
}

function rowsOf(store: Store): LibraryRow[] {
  const problems = byUri(store.problems());
  const sources = store.sources();
  const read = new Set(sources.map(({ uri }) => uri));
  const unread = [...problems].filter(([uri]) => !read.has(uri)).flatMap(([, of]) => unreadable(of));
  return [...sources.map(source => toRow(source, problems.get(source.uri))), ...unread];
}

function byUri(problems: readonly SourceProblem[]): Map<string, SourceProblem[]> {
  const grouped = new Map<string, SourceProblem[]>();
  for (const problem of problems) grouped.set(problem.uri, [...(grouped.get(problem.uri) ?? []), problem]);
  return grouped;
}

function toRow(source: Source, problems: readonly SourceProblem[] | undefined): LibraryRow {
  const { id, uri, path, title, authors, published, publisher, guessed } = source;
  return {
    id,
    ...(uri === id ? {} : { uri }),
    path,
    title: shortened(title, titleLength),
    authors,
    health: problems ? 'partly' : 'good',
    ...(problems ? { problem: said(problems) } : {}),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(guessed && guessed.length > 0 ? { guessed } : {}),
  };
}

/** Characters of a title in a list; some sources have whole paragraphs for one. */
const titleLength = 200;

function unreadable(problems: readonly SourceProblem[]): LibraryRow[] {
  const [first] = problems;
  if (!first) return [];
  const { uri, path } = first;
  return [{ id: uri, path, title: path, authors: [], health: 'unreadable', problem: said(problems) }];
}

function said(problems: readonly SourceProblem[]): string {
  return problems.map(({ message }) => message).join('; ');
}
