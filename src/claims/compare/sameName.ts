/** Whether two names may stand for the same. */
import { plain, stem } from '../../text/stem.ts';
import { countriesOf, isSeat } from '../lexicon/places.ts';
import type { Sentence, Token } from '../tokens.ts';

/** A shared word, a country and its people or capital, an acronym and its words, or two spellings of one name. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (areOfTwoCountries(a, b)) return false;
  if (sameLast(x, y)) return firstNamesFit(x, y);
  if (x.length > 1 && y.length > 1 && areTwo(x, y)) return false;
  if (x.some(v => y.some(w => stem(v) === stem(w) || alike(v, w)))) return true;
  if (sameCountry(a, b)) return true;
  return initials(x) === plain(b).replaceAll('.', '') || initials(y) === plain(a).replaceAll('.', '');
}

/** Words of a name that are among so many of the commonest name nothing alone. */
const commonest = 8000;

/** Whether a passage speaks of the name, by any of its words or what stands for it. */
export function speaksOf(sentence: Sentence, name: string): boolean {
  if (sentence.names.some(n => sameName(n.text, name))) return true;
  const words = wordsOf(name);
  // "The research was funded" does not speak of a Research Council.
  const isTelling = (t: Token) => words.length === 1 || t.word.rank > commonest;
  return sentence.tokens.some(
    t => !t.name && isTelling(t) && words.some(w => t.stem === stem(w) || alike(plain(t.text), w)),
  );
}

/**
 * The half of somebody's full name that the passages lack, where they have the other half as somebody else's: "Ivanka"
 * where they know Melania Trump, "Bannon" where they know Steve Witkoff. Undefined where they may well mean the same person.
 */
export function strangerHalf(name: string, passages: readonly Sentence[]): string | undefined {
  const own = wordsOf(name);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length < 2) return undefined;
  const isHere = (word: string) =>
    passages.some(p =>
      p.tokens.some(t => plain(t.text) === word || stem(t.text) === stem(word) || alike(plain(t.text), word)),
    );
  const isKnown = [isHere(first), isHere(last)];
  if (isKnown[0] === isKnown[1]) return undefined;
  const theirs = passages.flatMap(p => p.names);
  if (theirs.some(n => !own.includes(plain(n.text)) && sameName(n.text, name))) return undefined;
  const full = theirs.map(n => wordsOf(n.text)).filter(words => words.length > 1);
  if (isKnown[1]) return full.some(words => words.at(-1) === last && !firstNamesFit(own, words)) ? first : undefined;
  return full.some(words => words[0] === first && words.at(-1) !== last) ? last : undefined;
}

/** "Dmitry Peskov" and "Dmitry Medvedev", "European Union" and "European Commission": what comes last tells them apart. */
function areTwo(x: readonly string[], y: readonly string[]): boolean {
  const isElsewhere = (w: string | undefined, other: readonly string[]) =>
    other.some(v => w !== undefined && (v === w || stem(v) === stem(w) || alike(v, w)));
  return !isElsewhere(x.at(-1), y) && !isElsewhere(y.at(-1), x);
}

/** "Swedish Research Council" and "Danish Research Council". */
function areOfTwoCountries(a: string, b: string): boolean {
  const [x, y] = [a.split(' '), b.split(' ')];
  if (x.length !== y.length || x.length < 2 || x.slice(1).join() !== y.slice(1).join()) return false;
  const [c, d] = [countriesOf(x[0] ?? ''), countriesOf(y[0] ?? '')];
  return c.length > 0 && d.length > 0 && !c.some(country => d.includes(country));
}

function sameLast(x: readonly string[], y: readonly string[]): boolean {
  const [v, w] = [x.at(-1), y.at(-1)];
  return x.length > 1 && y.length > 1 && v !== undefined && w !== undefined && (v === w || alike(v, w));
}

/** "D. Trump" and "Donald Trump", not "Melania Trump". */
function firstNamesFit(x: readonly string[], y: readonly string[]): boolean {
  const [v = '', w = ''] = [x[0], y[0]];
  return (
    v.startsWith(w.slice(0, 3)) ||
    w.startsWith(v.slice(0, 3)) ||
    (Math.min(v.length, w.length) === 1 && v[0] === w[0]) ||
    x.slice(0, -1).some(u => y.includes(u))
  );
}

/** A country and what stands for it; two of its cities are two places. */
function sameCountry(a: string, b: string): boolean {
  const [x, y] = [countriesOf(a), countriesOf(b)];
  return x.some(c => y.includes(c)) && !(isSeat(a) && isSeat(b));
}

function wordsOf(name: string): string[] {
  return name
    .split(/[\s-]+/)
    .filter(w => /^[\p{Lu}\d]/u.test(w))
    .map(w => plain(w.replace(/\.$/, '')));
}

function initials(words: readonly string[]): string | undefined {
  return words.length >= 2 ? words.map(w => w[0] ?? '').join('') : undefined;
}

/** Zelensky and Zelenskyy, Russia and Russian: the same beginning, and little beside it. */
function alike(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || a[0] !== b[0] || a[1] !== b[1]) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short.slice(0, Math.max(4, short.length - 1))) && long.length - short.length <= 4) return true;
  return short.length >= 6 && editDistance(short, long) <= 1 + Math.floor(short.length / 8);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
