import Fuse from 'fuse.js';
import type { Source } from '../model.ts';
import { distanceFrom } from '../text/editDistance.ts';
import { foldKey } from '../text/fold.ts';
import { type Entry, nameOfEntryAuthor } from './entry.ts';
import type { Library, Named } from './library.ts';

/** A source or entry as it is looked for by hand. */
export type Row = {
  readonly key: string;
  readonly named: Named;
  readonly title: string;
  readonly authors: string;
  /** ISO 8601 date or year; empty when it is not known. */
  readonly date: string;
  /** The key folded, and all of it folded with a space before each word: for plain matching. */
  readonly foldedKey: string;
  readonly words: string;
};

/** A row for every key of a library; ask through `library.remember`, so that they are made once. */
export function rowsOf({ keys }: Library): readonly Row[] {
  return [...keys].map(([key, named]) => {
    const title = named.source?.title ?? named.entry?.title ?? '';
    const authors = named.source?.authors.join(', ') ?? authorsOf(named.entry);
    const date = named.source?.published ?? dateOf(named.entry);
    const foldedKey = foldKey(key);
    const described = named.source ? wordsOf(named.source, title, authors, date) : foldedWords(title, authors, date);
    return { key, named, title, authors, date, foldedKey, words: ` ${foldedKey} ${described}` };
  });
}

/** A source never changes: its words are folded once. */
const folded = new WeakMap<Source, string>();

function wordsOf(source: Source, ...described: readonly string[]): string {
  const known = folded.get(source) ?? foldedWords(...described);
  folded.set(source, known);
  return known;
}

function foldedWords(...described: readonly string[]): string {
  return foldKey(described.join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/**
 * Rows that hold every typed word: first those whose key begins with them, then those with a word that does, then the others.
 * When there are none, rows with words like the typed ones, best first.
 */
export function matchingRows(rows: readonly Row[], typed: string): Row[] {
  const words = foldKey(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
  const first = words[0];
  if (first === undefined) return [];
  const groups: readonly [Row[], Row[], Row[]] = [[], [], []];
  for (const row of rows) {
    if (!words.every(word => row.words.includes(word))) continue;
    groups[row.foldedKey.startsWith(first) ? 0 : row.words.includes(` ${first}`) ? 1 : 2].push(row);
  }
  const found = groups.flatMap(group => group.sort((a, b) => (a.key < b.key ? -1 : 1)));
  return found.length > 0 || typed.trim().length < 3 ? found : mistyped(rows, words, typed);
}

/** The fuzzy matcher never sees a whole library: only rows with a word that is nearly a typed one. */
const mostFuzzy = 400;

function mistyped(rows: readonly Row[], words: readonly string[], typed: string): Row[] {
  const candidates: Row[] = [];
  const alike = new Map<string, boolean>();
  const isAlike = (word: string): boolean => {
    const known = alike.get(word) ?? words.some(typedWord => nearly(typedWord, word));
    alike.set(word, known);
    return known;
  };
  for (const row of rows) {
    if (row.words.split(' ').some(isAlike)) candidates.push(row);
    if (candidates.length >= mostFuzzy) break;
  }
  const fuse = new Fuse(candidates, {
    keys: ['key', 'title', 'authors', 'date'],
    threshold: 0.4,
    ignoreLocation: true,
  });
  return fuse.search(typed).map(({ item }) => item);
}

/** The typed word may be the beginning of the other; its first letter is hardly ever wrong. */
function nearly(typed: string, word: string): boolean {
  if (typed[0] !== word[0] || typed.length < 3) return false;
  const most = typed.length < 6 ? 1 : 2;
  return distanceFrom(typed, most, true)(word) <= most;
}

function authorsOf(entry: Entry | undefined): string {
  return (entry?.author ?? []).map(nameOfEntryAuthor).join(', ');
}

function dateOf(entry: Entry | undefined): string {
  const parts = entry?.issued?.['date-parts']?.[0];
  return parts?.map(part => String(part).padStart(2, '0')).join('-') ?? entry?.issued?.literal ?? '';
}
