/** Whether two names may stand for the same. */
import type { NameMention } from '../../../text/names.ts';
import { plain, stem } from '../../../text/stem.ts';
import { countriesOf, isSeat } from '../../lexicon/places.ts';
import { ofForm } from '../../ofForm.ts';
import type { Sentence, Token } from '../../tokens.ts';
import type { Comparison } from '../pair.ts';
import { assembliesOf } from './assemblies.ts';

/** What a name tells by itself. */
type Known = {
  /** Its capitalised words, as they are compared; and the stem of each. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly countries: readonly string[];
  /** The countries that its first word stands for, and what follows it. */
  readonly label: readonly string[];
  readonly labelled: string | undefined;
  readonly initials: string | undefined;
  readonly acronym: string;
  readonly assemblies: readonly number[];
};

/** The same few names are asked for again and again: each of a claim's beside each of a passage's. */
const mostKept = 2000;
const kept = new Map<string, Known>();

function known(name: string): Known {
  const before = kept.get(name);
  if (before) return before;
  if (kept.size >= mostKept) kept.clear();
  const words = wordsOf(name);
  const blank = name.indexOf(' ');
  const made: Known = {
    words,
    stems: words.map(stem),
    countries: countriesOf(name),
    label: blank < 0 ? [] : countriesOf(name.slice(0, blank)),
    labelled: blank < 0 ? undefined : name.slice(blank),
    initials: initials(words),
    acronym: plain(name).replaceAll('.', ''),
    assemblies: assembliesOf(name),
  };
  kept.set(name, made);
  return made;
}

/** A shared word, a country and its people or capital, an acronym and its words, or two spellings of one name. */
export function sameName(a: string, b: string): boolean {
  const own = known(a);
  const other = known(b);
  const x = own.words;
  const y = other.words;
  if (areOfTwoCountries(own, other)) return false;
  if (sameLast(x, y)) return firstNamesFit(x, y);
  if (x.length > 1 && y.length > 1 && areTwo(own, other)) return false;
  if (own.words.some((_, i) => isWordOf(own, i, other))) return true;
  if (own.assemblies.some(a => other.assemblies.includes(a))) return true;
  if (sameCountry(own, other) && !(isSeat(a) && isSeat(b))) return true;
  return own.initials === other.acronym || other.initials === own.acronym;
}

/** Whether another name has one of a name's words, or another spelling of it. */
function isWordOf(own: Known, i: number, other: Known): boolean {
  const word = own.words[i];
  return word !== undefined && other.words.some((w, j) => own.stems[i] === other.stems[j] || alike(word, w));
}

/** Words of a name that are among so many of the commonest name nothing alone. */
const commonest = 8000;

/** Whether a passage speaks of the name, by any of its words or what stands for it. */
export function speaksOf(sentence: Sentence, name: string): boolean {
  if (sentence.names.some(n => sameName(n.text, name))) return true;
  const { words, stems } = known(name);
  // "The research was funded" does not speak of a Research Council.
  const isTelling = (t: Token) => words.length === 1 || t.word.rank > commonest;
  return sentence.tokens.some(t => isOneOf(t, words, stems) && !t.name && isTelling(t));
}

function isOneOf(token: Token, words: readonly string[], stems: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++)
    if (token.stem === stems[i] || alike(plainOf(token), words[i] ?? '')) return true;
  return false;
}

const plainOf = ofForm(({ text }) => plain(text));

/**
 * The half of somebody's full name that the passages lack, where they have the other half as somebody else's: "Ivanka"
 * where they know Melania Trump, "Bannon" where they know Steve Witkoff. Undefined where they may well mean the same person.
 */
export function strangerHalf(name: string, passages: readonly Sentence[]): string | undefined {
  const own = known(name).words;
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length < 2) return undefined;
  const isHere = (word: string) => {
    const own = stem(word);
    return passages.some(p => p.places.has(own) || p.tokens.some(t => isOneOf(t, [word], [own])));
  };
  const theirs = passages.flatMap(p => p.names);
  // "Tomas" is nobody's but Petrescu's where all of them are: no Tomas Frew is known by it.
  const namesakes = theirs.map(n => known(n.text).words).filter(words => words[0] === first && words.length > 1);
  const isAnothers =
    namesakes.length > 0 &&
    namesakes.every(words => words.at(-1) !== last) &&
    passages.every(p => count(p, first) === p.names.filter(n => known(n.text).words[0] === first).length);
  const isLastKnown = isHere(last);
  const isKnown = [isHere(first) && !(isLastKnown && isAnothers), isLastKnown];
  if (isKnown[0] === isKnown[1]) return undefined;
  if (theirs.some(n => !own.includes(plain(n.text)) && sameName(n.text, name))) return undefined;
  const full = theirs.map(n => known(n.text).words).filter(words => words.length > 1);
  if (isKnown[1]) return full.some(words => words.at(-1) === last && !firstNamesFit(own, words)) ? first : undefined;
  return full.some(words => words[0] === first && words.at(-1) !== last) ? last : undefined;
}

function count({ places }: Sentence, word: string): number {
  return places.get(stem(word))?.length ?? 0;
}

/** "Dmitry Peskov" and "Dmitry Medvedev", "European Union" and "European Commission": what comes last tells them apart. */
function areTwo(own: Known, other: Known): boolean {
  return !isWordOf(own, own.words.length - 1, other) && !isWordOf(other, other.words.length - 1, own);
}

/** "Swedish Research Council" and "Danish Research Council". */
function areOfTwoCountries(own: Known, other: Known): boolean {
  if (own.labelled === undefined || own.labelled !== other.labelled) return false;
  return own.label.length > 0 && other.label.length > 0 && !own.label.some(c => other.label.includes(c));
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

/** A country and what stands for it; that two of its cities are two places, who asks must see to. */
function sameCountry({ countries }: Known, other: Known): boolean {
  return countries.some(c => other.countries.includes(c));
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

/** "In Switzerland" and "in Zurich": a place that is no country may lie in the one that is. */
export function mayLieIn(own: NameMention, other: NameMention, { claim }: Comparison): boolean {
  // "Introduced to Europe" and "to Spain": the one lies in the other.
  if (continent.test(other.text) !== continent.test(own.text)) return true;
  const isCountry = ({ text }: NameMention) => countriesOf(text).length > 0 && !isSeat(text);
  const isPlace = /\b(?:in|to|from|at|for|of|near|into|across|through) (?:the )?$/i.test(
    claim.text.slice(0, own.span.start),
  );
  return isPlace && isCountry(own) && !isCountry(other);
}

const continent =
  /^(?:Europe|Asia|Africa|America|(?:North|South|Latin|Central) America|Australia|Oceania|the Americas)$/;
