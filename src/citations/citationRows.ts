import Fuse from 'fuse.js';
import type { Source } from '../model.ts';
import { distanceFrom } from '../text/editDistance.ts';
import { foldKey } from '../text/fold.ts';
import { type Entry, nameOfEntryAuthor } from './entry.ts';
import type { Library, Named } from './library.ts';

/** What is looked for by hand. */
export type Findable = {
  readonly key: string;
  readonly title: string;
  readonly authors: string;
  /** ISO 8601 date or year; empty when it is not known. */
  readonly date: string;
  /** The key folded, and all of it folded with a space before each word: for plain matching. */
  readonly foldedKey: string;
  readonly words: string;
};

/** A source or entry with its key. */
export type Row = Findable & { readonly named: Named };

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

/** As `Findable` wants its words, but for the space before the first. Of most texts only a few characters have to go. */
export function foldedWords(...described: readonly string[]): string {
  const text = described.join(' ');
  const plain = text.toLowerCase().normalize('NFD').replace(latinAccents, '');
  if (asciiAndMarks.test(plain)) return plain.replace(/[^a-z0-9 ]+/g, ' ');
  return foldKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

const latinAccents = /[\u0300-\u036f]+/g;
/** Besides letters and digits of English only what stands between words: dashes, quotation marks, an ellipsis. */
const asciiAndMarks = /^[\0-\x7f\u2010-\u2027]*$/;

/**
 * Rows that hold every typed word: first those whose key begins with them, then those with a word that does, then the others.
 * When there are none, rows with words like the typed ones, best first.
 */
export function matchingRows<One extends Findable>(rows: readonly One[], typed: string): One[] {
  const words = foldKey(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
  const first = words[0];
  if (first === undefined) return [];
  const groups: readonly [One[], One[], One[]] = [[], [], []];
  for (const row of rows) {
    if (!words.every(word => row.words.includes(word))) continue;
    groups[row.foldedKey.startsWith(first) ? 0 : row.words.includes(` ${first}`) ? 1 : 2].push(row);
  }
  const found = groups.flatMap(group => group.sort((a, b) => (a.key < b.key ? -1 : 1)));
  return found.length > 0 || typed.trim().length < 3 ? found : mistyped(rows, words, typed);
}

/** The fuzzy matcher never sees a whole library: only rows with a word that is nearly a typed one. */
const mostFuzzy = 400;

function mistyped<One extends Findable>(rows: readonly One[], words: readonly string[], typed: string): One[] {
  const candidates: One[] = [];
  const alike = words.map(nearlyIn);
  for (const row of rows) {
    if (alike.some(isIn => isIn(row.words))) candidates.push(row);
    if (candidates.length >= mostFuzzy) break;
  }
  const fuse = new Fuse(candidates, {
    keys: ['key', 'title', 'authors', 'date'],
    threshold: 0.4,
    ignoreLocation: true,
  });
  return fuse.search(typed).map(({ item }) => item);
}

/** Whether words hold one that is nearly the typed one or begins so; its first letter is hardly ever wrong. */
function nearlyIn(typed: string): (words: string) => boolean {
  if (typed.length < 3) return () => false;
  const most = typed.length < 6 ? 1 : 2;
  const distanceTo = distanceFrom(typed, most, true);
  const begin = ` ${typed[0]}`;
  return words => {
    for (let at = words.indexOf(begin); at >= 0; at = words.indexOf(begin, at + 1)) {
      const end = words.indexOf(' ', at + 1);
      if (distanceTo(words.slice(at + 1, end < 0 ? words.length : end)) <= most) return true;
    }
    return false;
  };
}

function authorsOf(entry: Entry | undefined): string {
  return (entry?.author ?? []).map(nameOfEntryAuthor).join(', ');
}

function dateOf(entry: Entry | undefined): string {
  const parts = entry?.issued?.['date-parts']?.[0];
  return parts?.map(part => String(part).padStart(2, '0')).join('-') ?? entry?.issued?.literal ?? '';
}
