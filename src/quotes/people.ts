import { foldKey } from '../text/fold.ts';
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

/** Reads the people of a text; the text is looked through once, on the first question. */
export function peopleOf(text: string): People {
  let bySurname: Map<string, Map<string, number>> | undefined;
  return {
    fullest(name) {
      const words = name.split(/\s+/);
      if (words.length > 1) return name;
      bySurname ??= surnames(text);
      const known = bySurname.get(foldKey(name));
      if (!known) return name;
      const firsts = new Set([...known.keys()].map(full => foldKey(full.split(' ')[0] ?? '')));
      if (firsts.size !== 1) return name;
      return [...known].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? name;
    },
  };
}

function surnames(text: string): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const [raw] of text.matchAll(fullName)) {
    const words = raw.replace(/[’']s?$/u, '').split(' ');
    while (words.length > 1 && !isFirstName(words[0] ?? '')) words.shift();
    const last = words.at(-1);
    if (words.length < 2 || !last) continue;
    const key = foldKey(last);
    const full = words.join(' ');
    const known = found.get(key) ?? new Map<string, number>();
    known.set(full, (known.get(full) ?? 0) + 1);
    found.set(key, known);
  }
  return found;
}
