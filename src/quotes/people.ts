import type { Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import type { Recent } from '../text/recent.ts';
import { adverbs, notNames, titles } from './wordLists.ts';

/** The people a text names, to tell whom a surname or a pronoun stands for. */
export type People = {
  /** The fullest name of the person in the text; the name itself when it could be several people's. */
  fullest(name: string): string;
};

const fullName =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\.)?(?: (?:de|del|della|di|da|la|le|van|von|der|den|bin|al|el|ibn))*(?: \p{Lu}[\p{L}\p{M}’'-]+){1,2}/gu;

/** Capitalised words that stand before a name and are no first name. */
function isFirstName(word: string): boolean {
  const lower = foldKey(word).replace(/\.$/, '');
  return !titles.has(lower) && !notNames.has(lower) && !adverbs.has(lower) && !others.has(lower);
}

const others = new Set(
  `republican democratic democrat conservative liberal labour labor green new north south east west united white supreme national
  american british french german russian ukrainian european us u.s fox news nbc abc cbs cnn gop kremlin`.split(/\s+/),
);

/** Surname, as `foldKey` gives it, and full name of each person named in a stretch of text, in its order. */
export type NamesIn = readonly (readonly [surname: string, full: string])[];

/** Reads the people named in the paragraphs of a text, on the first question; `known` keeps what a paragraph says. */
export function peopleOf(text: string, paragraphs: readonly Span[], known: Recent<NamesIn>): People {
  let bySurname: Map<string, Map<string, number>> | undefined;
  const fullNames = new Map<string, string>();
  const fullest = (name: string): string => {
    bySurname ??= surnames(
      paragraphs.map(({ start, end }) => text.slice(start, end)).map(own => known(own, () => namesIn(own))),
    );
    const full = bySurname.get(foldKey(name));
    if (!full) return name;
    const firsts = new Set([...full.keys()].map(one => foldKey(one.split(' ')[0] ?? '')));
    if (firsts.size !== 1) return name;
    return [...full].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? name;
  };
  return {
    fullest(name) {
      if (/\s/.test(name)) return name;
      const full = fullNames.get(name) ?? fullest(name);
      fullNames.set(name, full);
      return full;
    },
  };
}

function surnames(paragraphs: readonly NamesIn[]): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const [surname, full] of paragraphs.flat()) {
    const known = found.get(surname) ?? new Map<string, number>();
    known.set(full, (known.get(full) ?? 0) + 1);
    found.set(surname, known);
  }
  return found;
}

function namesIn(text: string): NamesIn {
  const found: [string, string][] = [];
  for (const [raw] of text.matchAll(fullName)) {
    const words = raw.replace(/[’']s?$/u, '').split(' ');
    while (words.length > 1 && !isFirstName(words[0] ?? '')) words.shift();
    const last = words.at(-1);
    if (words.length > 1 && last) found.push([foldKey(last), words.join(' ')]);
  }
  return found;
}
