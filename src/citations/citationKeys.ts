import type { Source } from '../model.ts';
import { familyName } from './personName.ts';

/**
 * A key for each source: the one it has in the writer's bibliography, else one as Better BibTeX makes them
 * (`auth.lower + shorttitle(3, 3) + year`): `odeBridgeBudgetGrows2024`.
 * Where several sources would get the same key, the first in the given order keeps it and the others get `a`, `b` …
 * behind it: the same library always gives the same keys. Keys in `taken` are never given.
 */
export function citationKeys(sources: readonly Source[], taken: ReadonlySet<string> = new Set()): Map<string, string> {
  const used = new Set(taken);
  const keys = new Map<string, string>();
  for (const { id, citationKey } of sources) {
    if (citationKey === undefined || used.has(citationKey)) continue;
    used.add(citationKey);
    keys.set(id, citationKey);
  }
  const last = new Map<string, number>();
  for (const source of sources) {
    if (keys.has(source.id)) continue;
    const plain = plainKey(source);
    let count = last.get(plain) ?? 0;
    let key = plain + letters(count);
    while (used.has(key)) key = plain + letters(++count);
    last.set(plain, count + 1);
    used.add(key);
    keys.set(source.id, key);
  }
  return keys;
}

/** A source never changes: its key is made once. */
const plainKeys = new WeakMap<Source, string>();

function plainKey(source: Source): string {
  const known = plainKeys.get(source);
  if (known !== undefined) return known;
  const author = letterRuns(familyName(source.authors[0] ?? ''), '')
    .toLowerCase()
    .slice(0, 40);
  const title = shortTitle(source.title);
  const year = /^\d{4}/.exec(source.published ?? '')?.[0] ?? '';
  const key = author + title + year;
  const made = /\p{L}/u.test(key) ? key : `${letterRuns(fileName(source.path), '') || 'source'}${year}`;
  plainKeys.set(source, made);
  return made;
}

/** Words that Better BibTeX leaves out of a short title. */
const skipped = new Set(
  (
    'a ab aboard about above across after against al along amid among an and anti around as at before behind below ' +
    'beneath beside besides between beyond but by d da das de del dell della delle dello dei degli dem den der des ' +
    'despite die do down du during ein eine einem einen einer eines el en et except for from gli i il in inside into ' +
    'is l la las le les like lo los near nor of off on onto or over past per plus round save since so some sur than ' +
    'the through to toward towards un una unas under underneath une unlike uno unos until up upon versus via von ' +
    'while with within without yet zu zum'
  ).split(' '),
);

/** The first three words that say something, each capitalised. */
function shortTitle(title: string): string {
  const words = letterRuns(title.slice(0, 400).replace(/['’]/g, ''), ' ').split(' ');
  const telling = words.filter(word => word !== '' && !skipped.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words)
    .slice(0, 3)
    .map(word => capitalised(shorten(word)))
    .join('');
}

/** A script without spaces gives one endless word. */
function shorten(word: string): string {
  return [...word].slice(0, 24).join('');
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}

const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Letters and digits only, Latin ones without their marks: every citation syntax takes them. */
function letterRuns(text: string, between: string): string {
  return text
    .replace(/[ßæÆœŒøØđĐłŁðþı]/g, letter => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}0-9]+/gu, between);
}

/** 0 -> nothing, 1 -> a, 26 -> z, 27 -> aa. */
function letters(count: number): string {
  let rest = count;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

function fileName(path: string): string {
  return path.replace(/^.*\//s, '').replace(/\.[^.]*$/, '');
}
